import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

extension Scene {
    /// The finding on `claim`.
    func finding(_ claim: Claim) -> ClaimFinding? { findings.first { $0.claim == claim } }

    /// The figures that the verdict on a claim follows from, with their intervals; none when it is not testable.
    /// Only figures of one unit can share an axis, so there is one picture a unit, in the order of the figures.
    func claimFigures(_ claim: Claim) -> [Figure] {
        guard let finding = finding(claim) else { return [] }
        var units: [FigureUnit] = []
        for figure in finding.headlines where !units.contains(figure.unit) { units.append(figure.unit) }
        return units.enumerated().map { place, unit in
            intervalFigure(
                "bewering-\(claim.rawValue)" + (place == 0 ? "" : "-\(place + 1)"),
                finding.headlines.filter { $0.unit == unit }, finding)
        }
    }

    /// A claim's first figure through the years; nil without at least two years.
    func claimTrend(_ claim: Claim) -> Figure? {
        guard let finding = finding(claim), let first = finding.trend.figures.first,
            finding.trend.figures.count > 1
        else { return nil }
        let frame = FigureFrame(
            id: "verloop-\(claim.rawValue)", title: Strings.Claims.trend[language],
            subtitle: first.label[language],
            provenance: provenance(of: finding.data, bearing: TheoryBearing(of: claim)),
            csvHref: csvHref(.claimTrend(claim)),
            language: language)
        return Figure.sparkline(
            frame,
            points: finding.trend.figures.map {
                TrendPoint(year: $0.year, value: .value($0.value), interval: $0.interval)
            }, options: SparklineOptions(format: first.unit.format, quantity: first.label[language]))
    }

    private func intervalFigure(_ id: String, _ figures: [LocalFigure], _ finding: ClaimFinding) -> Figure {
        let first = figures.first
        let unit = first?.unit ?? .index
        // A reference can stand on the axis only where it is of the same kind as the figure.
        let onAxis = { (reference: Reference?) -> Double? in
            guard case .value(_, let value, let its, _) = reference, its == unit else { return nil }
            return value
        }
        let isAlone = finding.headlines.count == 1
        let name = figures.count == 1 && !isAlone ? first?.name[language] : nil
        let frame = FigureFrame(
            id: id, title: name ?? finding.claim.title[language],
            subtitle: figures.map { "\($0.label[language]), \($0.year)" }.joined(separator: "; "),
            provenance: provenance(of: finding.data, bearing: TheoryBearing(of: finding.claim)),
            csvHref: csvHref(.claim(finding.claim)), language: language)
        return Figure.intervalPlot(
            frame,
            rows: figures.map { figure in
                IntervalRow(
                    label: figures.count > 1 ? figure.name[language] : "", value: .value(figure.value),
                    interval: figure.interval, noIntervalReason: figure.uncertainty.reason?[language] ?? "")
            }, format: unit.format, quantity: name ?? Strings.Claims.figure[language],
            benchmarks: Benchmarks(municipality: onAxis(first?.municipal), national: onAxis(first?.national)))
    }
}
