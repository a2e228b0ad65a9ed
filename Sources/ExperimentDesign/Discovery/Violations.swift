internal import Foundation
internal import Stochastics

/// Per case which ends of a box it violates: none, one, or several.
struct Violations {
    /// An end of a range or a set of categories.
    struct End: Hashable {
        let column: Int
        let side: QuasiProbability.Side
    }

    /// The ends that a box restricts, in the order of the columns.
    let ends: [End]
    /// Per case: −1 in the box, the place of the only end violated, or −2 for several.
    let ofCase: [Int]

    init(_ cases: CodedCases, _ box: BoxLimits) {
        var ends: [End] = []
        var ofCase = [Int](repeating: -1, count: cases.ofInterest.count)
        func mark(_ end: End, _ violates: (Int) -> Bool) {
            for row in ofCase.indices where violates(row) {
                ofCase[row] = ofCase[row] == -1 ? ends.count : -2
            }
            ends.append(end)
        }
        for column in box.restricted {
            switch (box.limits[column], cases.columns[column]) {
            case (.range(let lower, let upper), .numbers(let numbers, _, _)):
                if lower.isFinite { mark(End(column: column, side: .lower)) { numbers[$0] < lower } }
                if upper.isFinite { mark(End(column: column, side: .upper)) { numbers[$0] > upper } }
            case (.categories(let allowed), .categories(let codes, _)):
                mark(End(column: column, side: .categories)) { !allowed[codes[$0]] }
            default: break
            }
        }
        self.ends = ends
        self.ofCase = ofCase
    }

    /// The quasi-p-value of every end, and the cases and cases of interest in the box.
    func quasiProbabilities(
        _ cases: CodedCases
    ) -> (box: (cases: Int, hits: Int), ends: [QuasiProbability]) {
        var inside = (cases: 0, hits: 0)
        var beyond = [(cases: Int, hits: Int)](repeating: (0, 0), count: ends.count)
        for (row, violation) in ofCase.enumerated() where violation != -2 {
            let hit = cases.ofInterest[row] ? 1 : 0
            if violation == -1 {
                inside.cases += 1
                inside.hits += hit
            } else {
                beyond[violation].cases += 1
                beyond[violation].hits += hit
            }
        }
        let values = ends.enumerated().map { place, end in
            let rate =
                Double(inside.hits + beyond[place].hits) / Double(max(1, inside.cases + beyond[place].cases))
            return QuasiProbability(
                variable: cases.names[end.column], side: end.side,
                probability: BinomialTail.upper(
                    inside.hits, trials: inside.cases, probability: rate))
        }
        return (inside, values)
    }
}

/// The upper tail of the binomial law.
enum BinomialTail {
    /// P(X ≥ successes).
    static func upper(_ successes: Int, trials: Int, probability: Double) -> Double {
        guard successes > 0 else { return 1 }
        let law = Binomial(trials: Double(trials), probability: probability)
        var sum = CompensatedSum()
        // Terms fall from the mode on; behind it the rest is too small to count.
        for number in successes...max(successes, trials) {
            let term = exp(law.logProbability(Double(number)))
            sum.add(term)
            if Double(number) > Double(trials) * probability, term < sum.value * 1e-17 { break }
        }
        return min(1, sum.value)
    }
}
