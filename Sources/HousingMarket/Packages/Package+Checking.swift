internal import Bilingual
internal import Neighbourhoods

extension Package {
    /// Holds the package against a town: areas that are there, years within the run, and no more homes taken than stand.
    ///
    /// - Parameters:
    ///   - start: the starting population.
    ///   - file: the name of the file, for errors.
    /// - Throws: ``PackageError`` for the first thing that cannot be.
    public func check(against start: StartingState, file: String) throws(PackageError) {
        let frame = start.frame
        guard horizon > frame.startYear else {
            throw PackageError(
                file: file, field: "horizon",
                message:
                    "\(horizon) does not lie after \(frame.startYear), the year of the population; give a later year."
            )
        }
        guard horizon <= frame.startYear + 60 else {
            throw PackageError(
                file: file, field: "horizon",
                message:
                    "\(horizon) lies more than sixty years after \(frame.startYear); give an earlier year.")
        }
        let resolver = AreaResolver(frame: frame, start: start)
        let stock = StockCounts(start.state)
        var taken: [Claim] = []
        for (index, measure) in measures.enumerated() {
            let place = "measure \(index + 1) (\(measure.lever.kind.word))"
            try checkYears(measure, place, frame, file)
            try checkAreas(measure, place, frame, file)
            let positions = resolver.positions(of: measure.areas)
            guard !positions.isEmpty else {
                throw PackageError(
                    file: file, field: "areas",
                    message: "\(place): no neighbourhood answers to this choice; widen it.")
            }
            try checkStock(measure, place, positions, stock, &taken, frame, file)
        }
    }

    private func checkYears(_ measure: Measure, _ place: String, _ frame: TownFrame, _ file: String)
        throws(PackageError)
    {
        guard measure.from > frame.startYear else {
            throw PackageError(
                file: file, field: "from",
                message:
                    "\(place): \(measure.from) does not lie after \(frame.startYear), the year of the population; the first year that can be steered is \(frame.startYear + 1)."
            )
        }
        guard measure.through <= horizon else {
            throw PackageError(
                file: file, field: "through",
                message:
                    "\(place): \(measure.through) lies after the horizon (\(horizon)); end earlier, or move the horizon."
            )
        }
    }

    private func checkAreas(_ measure: Measure, _ place: String, _ frame: TownFrame, _ file: String)
        throws(PackageError)
    {
        guard case .codes(let codes) = measure.areas else { return }
        let known = frame.areas.map(\.code) + frame.districts.map(\.code)
        for code in codes where !known.contains(code) {
            let names = frame.areas.first { $0.name.lowercased() == code.rawValue.lowercased() }
            let hint =
                names.map { "'\(code)' is a name; its code is \($0.code)." }
                ?? MeantWord.nearest(to: code.rawValue, among: known.map(\.rawValue)).map {
                    "did you mean '\($0)'?"
                }
                ?? "codes look like \(known.first?.rawValue ?? "BU00000000")."
            throw PackageError(
                file: file, field: "areas",
                message: "\(place): \(frame.municipality.name) has no area '\(code)'; \(hint)")
        }
    }

    /// Homes that measures take away from one tenure in an area, for the sum over measures.
    private struct Claim {
        let tenure: Tenure
        let positions: Set<Int>
        let count: Int
    }

    private func checkStock(
        _ measure: Measure, _ place: String, _ positions: [Int], _ stock: StockCounts, _ taken: inout [Claim],
        _ frame: TownFrame, _ file: String
    ) throws(PackageError) {
        guard let (tenure, count, verb) = Self.takes(measure.lever) else { return }
        var contains = Array(repeating: false, count: frame.areas.count)
        for position in positions { contains[position] = true }
        let there = stock.count(tenure, in: contains, measure.estates)
        guard count <= there else {
            throw PackageError(
                file: file, field: "dwellings",
                message:
                    "\(place): \(count) homes are to be \(verb), but \(there) of this kind stand there; give at most \(there)."
            )
        }
        taken.append(Claim(tenure: tenure, positions: Set(positions), count: count))
        let within = taken.filter { $0.tenure == tenure && $0.positions.isSubset(of: Set(positions)) }.reduce(
            0
        ) { $0 + $1.count }
        let all = stock.count(tenure, in: contains)
        guard within <= all else {
            throw PackageError(
                file: file, field: "dwellings",
                message:
                    "\(place): together with earlier measures \(within) homes in \(tenure.name.en) are taken here, but \(all) stand there; take \(within - all) fewer."
            )
        }
    }

    private static func takes(_ lever: Lever) -> (tenure: Tenure, count: Int, verb: String)? {
        switch lever {
        case .demolishRebuild(let plan): (plan.tenure, plan.dwellings, "demolished")
        case .sale(let plan): (.socialRent, plan.dwellings, "sold")
        case .liberalise(let plan): (.socialRent, plan.dwellings, "let above the ceiling")
        case .mergeSplit(let plan) where plan.merges: (plan.tenure, 2 * plan.dwellings, "merged")
        case .renovation(let plan): (.socialRent, plan.dwellings, "renovated")
        default: nil
        }
    }
}
