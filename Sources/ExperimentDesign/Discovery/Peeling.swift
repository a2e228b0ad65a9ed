/// One run of peeling and pasting over the remaining cases.
struct Peeling {
    /// A box that a step could go to.
    private struct Candidate {
        let column: Int
        let limit: BoxLimits.Limit
        let cases: Int
        let hits: Int
    }

    private let cases: CodedCases
    private let settings: PatientRuleInduction
    private var box: BoxLimits
    private var inBox: [Bool]
    private var size: (cases: Int, hits: Int)
    /// Per column of numbers the cases in the box, by ascending value.
    private var sorted: [[Int]]
    private(set) var steps: [PeelingStep] = []

    init(_ cases: CodedCases, settings: PatientRuleInduction) {
        self.cases = cases
        self.settings = settings
        box = BoxLimits(cases)
        inBox = [Bool](repeating: true, count: cases.ofInterest.count)
        size = (cases.ofInterest.count, cases.ofInterest.count { $0 })
        sorted = cases.columns.map { column in
            guard case .numbers(let numbers, _, _) = column else { return [] }
            return numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
        }
        record()
    }

    /// Goes to the smaller box that is worth most; false when none is large enough or better.
    mutating func peel() -> Bool {
        var candidates: [Candidate] = []
        for column in cases.order {
            switch (box.limits[column], cases.columns[column]) {
            case (.range(let lower, let upper), .numbers(let numbers, _, _)):
                candidates += peels(column, numbers, lower, upper)
            case (.categories(let allowed), .categories(let codes, _)):
                candidates += peels(column, codes, allowed)
            default: break
            }
        }
        guard let best = best(of: candidates), worth(best) > 0, isLargeEnough(best) else { return false }
        go(to: best)
        return true
    }

    /// Goes to the larger box that is worth most; false when none has a higher density.
    mutating func paste() -> Bool {
        let violations = Violations(cases, box)
        var candidates: [Candidate] = []
        for column in cases.order {
            switch (box.limits[column], cases.columns[column]) {
            case (.range, .numbers(let numbers, let least, let most)):
                for side in [QuasiProbability.Side.lower, .upper] {
                    candidates += pastes(column, side, numbers, least, most, violations)
                }
            case (.categories(let allowed), .categories(let codes, _)):
                candidates += pastes(column, codes, allowed, violations)
            default: break
            }
        }
        guard let best = best(of: candidates), worth(best) > 0, isLargeEnough(best),
            Double(best.hits) / Double(best.cases) > Double(size.hits) / Double(size.cases)
        else { return false }
        go(to: best)
        return true
    }

    /// The two boxes that lose the highest or the lowest values of a number.
    private func peels(_ column: Int, _ numbers: [Double], _ lower: Double, _ upper: Double) -> [Candidate] {
        let rows = sorted[column]
        let values = rows.map { numbers[$0] }
        guard let first = values.first, let last = values.last, first < last else { return [] }
        let top = Self.quantile(values, 1 - settings.peelShare)
        let bottom = Self.quantile(values, settings.peelShare)
        let above = rows.reversed().prefix { numbers[$0] > top }
        let below = rows.prefix { numbers[$0] < bottom }
        return [
            Candidate(
                column: column, limit: .range(lower, top), cases: size.cases - above.count,
                hits: size.hits - hits(above)),
            Candidate(
                column: column, limit: .range(bottom, upper), cases: size.cases - below.count,
                hits: size.hits - hits(below)),
        ]
    }

    /// The boxes that lose one category.
    private func peels(_ column: Int, _ codes: [Int], _ allowed: [Bool]) -> [Candidate] {
        guard allowed.count(where: { $0 }) > 1 else { return [] }
        return allowed.indices.filter { allowed[$0] }.map { code in
            var narrower = allowed
            narrower[code] = false
            let lost = codes.indices.filter { inBox[$0] && codes[$0] == code }
            return Candidate(
                column: column, limit: .categories(narrower), cases: size.cases - lost.count,
                hits: size.hits - hits(lost))
        }
    }

    /// The box that takes back the nearest of the cases that only this end keeps out.
    private func pastes(
        _ column: Int, _ side: QuasiProbability.Side, _ numbers: [Double], _ least: Double, _ most: Double,
        _ violations: Violations
    ) -> [Candidate] {
        guard case .range(let lower, let upper) = box.limits[column],
            let end = violations.ends.firstIndex(of: .init(column: column, side: side))
        else { return [] }
        let rows = violations.ofCase.indices.filter { violations.ofCase[$0] == end }
            .sorted { (numbers[$0], $0) < (numbers[$1], $1) }
        guard !rows.isEmpty else { return [] }
        let values = rows.map { numbers[$0] }
        let limit: BoxLimits.Limit
        let added: [Int]
        if side == .lower {
            let value = Self.quantile(values, 1 - settings.pasteShare)
            limit = .range(value <= least ? -.infinity : value, upper)
            added = rows.filter { numbers[$0] >= value }
        } else {
            let value = Self.quantile(values, settings.pasteShare)
            limit = .range(lower, value >= most ? .infinity : value)
            added = rows.filter { numbers[$0] <= value }
        }
        return [
            Candidate(
                column: column, limit: limit, cases: size.cases + added.count, hits: size.hits + hits(added))
        ]
    }

    /// The boxes that take back one category.
    private func pastes(
        _ column: Int, _ codes: [Int], _ allowed: [Bool], _ violations: Violations
    ) -> [Candidate] {
        guard let end = violations.ends.firstIndex(of: .init(column: column, side: .categories)) else {
            return []
        }
        return allowed.indices.filter { !allowed[$0] }.map { code in
            var wider = allowed
            wider[code] = true
            let added = codes.indices.filter { violations.ofCase[$0] == end && codes[$0] == code }
            return Candidate(
                column: column, limit: .categories(wider), cases: size.cases + added.count,
                hits: size.hits + hits(added))
        }
    }

    private func hits(_ rows: some Sequence<Int>) -> Int {
        rows.reduce(0) { $0 + (cases.ofInterest[$1] ? 1 : 0) }
    }

    private func worth(_ candidate: Candidate) -> Double {
        settings.objective.worth(from: size, to: (candidate.cases, candidate.hits))
    }

    private func isLargeEnough(_ candidate: Candidate) -> Bool {
        Double(candidate.cases) / Double(cases.allCases) >= settings.smallestMass
    }

    /// The first of the candidates that change anything with the highest worth and then the most free columns.
    private func best(of candidates: [Candidate]) -> Candidate? {
        var best: (candidate: Candidate, worth: Double, free: Int)?
        for candidate in candidates where candidate.cases != size.cases && candidate.cases > 0 {
            var after = box
            after.limits[candidate.column] = candidate.limit
            let next = (candidate: candidate, worth: worth(candidate), free: -after.restricted.count)
            if let held = best, (next.worth, next.free) <= (held.worth, held.free) { continue }
            best = next
        }
        return best?.candidate
    }

    private mutating func go(to candidate: Candidate) {
        box.limits[candidate.column] = candidate.limit
        size = (candidate.cases, candidate.hits)
        record()
        for place in sorted.indices { sorted[place].removeAll { !inBox[$0] } }
    }

    private mutating func record() {
        let violations = Violations(cases, box)
        for row in inBox.indices { inBox[row] = violations.ofCase[row] == -1 }
        let (inside, values) = violations.quasiProbabilities(cases)
        steps.append(
            PeelingStep(
                box: box.box(cases), cases: inside.cases, casesOfInterest: inside.hits,
                coverage: Double(inside.hits) / Double(cases.allOfInterest),
                density: Double(inside.hits) / Double(inside.cases),
                mass: Double(inside.cases) / Double(cases.allCases), quasiProbabilities: values))
    }

    /// A limit at about this quantile of ascending values that lies between two different ones, as sdtoolkit and the EMA
    /// workbench find it.
    private static func quantile(_ values: [Double], _ probability: Double) -> Double {
        let position = Double(values.count - 1) * probability
        var lower = Int(position.rounded(.down))
        var upper = Int(position.rounded(.up))
        if probability > 0.5 {
            while values[lower] == values[upper], lower > 0 { lower -= 1 }
        } else {
            while values[lower] == values[upper], upper < values.count - 1 { upper += 1 }
        }
        // The sum of two large numbers could overflow where their halves cannot.
        return values[lower] / 2 + values[upper] / 2
    }
}
