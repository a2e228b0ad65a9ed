internal import ExperimentDesign
internal import Harness

extension FuzzTarget {
    /// Files of SALib and of the EMA workbench.
    static let designs = FuzzTarget("designs") { input in
        var input = input
        let form = input.choice(3)
        let parts = input.parts.map { String(decoding: $0, as: UTF8.self) }
        let text = parts.first ?? ""
        switch form {
        case 0: problem(text, points: parts.count > 1 ? parts[1] : "")
        case 1:
            guard let outcomes = refusable({ try SALibText.outcomes(from: text, points: 2) }) else { return }
            let written = refusable { try SALibText.outcomes(outcomes) }
            let again = refusable { try SALibText.outcomes(from: written ?? "", points: 2) }
            promise(again == outcomes, "outcomes that were written are read as they were")
        default: results(text, outcome: parts.count > 1 ? parts[1] : "")
        }
    }

    private static func problem(_ text: String, points: String) {
        guard let factors = refusable({ try SALibText.factors(fromProblem: text) }) else { return }
        // A name with a space is read where commas stand between, and refused when written.
        if let written = refusable({ try SALibText.problem(factors) }) {
            let again = refusable { try SALibText.factors(fromProblem: written) }
            promise(again == factors, "factors that were written are read as they were: \(written)")
        }
        guard let design = refusable({ try SALibText.design(fromParamValues: points, factors: factors) })
        else { return }
        let again = refusable {
            try SALibText.design(fromParamValues: SALibText.paramValues(design), factors: factors)
        }
        promise(again == design, "points that were written are read as they were")
    }

    private static func results(_ text: String, outcome: String) {
        let results = refusable {
            try EMAResults(experiments: text, outcomes: outcome.isEmpty ? [] : [("o", outcome)])
        }
        guard let results else { return }
        let files = results.files()
        promise(files.first?.name == "experiments.csv", "the experiments come first")
        let again = refusable {
            try EMAResults(
                experiments: files[0].text,
                outcomes: results.outcomes.map { one in
                    (one.name, files.first { $0.name == "\(one.name).cls" }?.text ?? "")
                })
        }
        promise(again == results, "results that were written are read as they were: \(files[0].text)")
    }
}
