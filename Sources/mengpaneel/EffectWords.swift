import MetaAnalysis

/// Words of the command line that stand for choices of the library, in any case.
enum EffectWords {
    /// A scale of effects, such as RR.
    static func metric(_ word: String, _ place: String) throws -> EffectMetric {
        try choose(word, place, EffectMetric.allCases.map { ($0.rawValue, $0) })
    }

    /// EE (equal effects) or an estimator of τ².
    static func model(_ word: String) throws -> PoolingModel {
        let equal = ["EE", "FE", "CE", "equal", "fixed", "common"].map { ($0, PoolingModel.equalEffects) }
        return try choose(
            word, "--model",
            HeterogeneityEstimator.allCases.map { ($0.rawValue, PoolingModel.randomEffects($0)) } + equal)
    }

    /// How tests and intervals are made.
    static func inference(_ word: String) throws -> CoefficientInference {
        try choose(
            word, "--test",
            [
                ("z", .normal), ("t", .student), ("knha", .knappHartung(neverNarrower: false)),
                ("adhoc", .knappHartung(neverNarrower: true)),
            ])
    }

    /// Which prediction interval is made.
    static func prediction(_ word: String) throws -> PredictionMethod {
        try choose(
            word, "--prediction",
            [("higgins", .higgins), ("partlett-riley", .partlettRiley), ("as-test", .asInference)])
    }

    /// The tests for small-study effects that are asked for, in their own order.
    static func bias(_ words: [String]) throws -> [BiasTest] {
        var asked: Set<BiasTest> = []
        for word in words.flatMap({ $0.split(separator: ",").map(String.init) }) {
            if word.lowercased() == "all" { return BiasTest.allCases }
            asked.insert(try choose(word, "--bias", BiasTest.allCases.map { ($0.rawValue, $0) }))
        }
        return BiasTest.allCases.filter(asked.contains)
    }

    private static func choose<Choice>(
        _ word: String, _ place: String, _ choices: [(String, Choice)]
    ) throws -> Choice {
        if let found = choices.first(where: { $0.0.lowercased() == word.lowercased() }) { return found.1 }
        throw CodedWords.unknown(word, of: place, among: choices.map(\.0))
    }
}

/// A look at whether small or insignificant studies are missing.
enum BiasTest: String, CaseIterable {
    case egger, begg, trimfill, petpeese, selection, pcurve
}
