import Bilingual
import Figures
import MetaAnalysis

extension Scene {
    /// The figures of pooling, drawn from the set that is not about mixing; nil when it cannot be pooled.
    var demonstration: PoolingFigures? {
        guard let pooled = Demonstration.pooled else { return nil }
        let words = Strings.Evidence.self
        let trials = Demonstration.trials
        return PoolingFigures(
            pooled: pooled,
            measure: EffectMeasure(
                name: words.riskRatio[language], scale: .logRatio, format: .number(decimals: 2),
                below: words.lessDisease[language], above: words.moreDisease[language]),
            names: trials.map(\.name), tags: trials.map { "\($0.year)" },
            moderator: .init(name: words.latitude[language], values: trials.map(\.latitude), decimals: 0),
            order: .init(
                name: Strings.year[language].lowercased(), values: trials.map { Double($0.year) }, decimals: 0
            ),
            groups: .init(
                name: words.allocation[language], labels: trials.map { $0.allocation.name[language] }),
            language: language
        ) { part, title, subtitle in
            FigureFrame(
                id: part.rawValue, title: title,
                subtitle: [words.notOnMixing[language], subtitle].filter { !$0.isEmpty }.joined(
                    separator: " "),
                provenance: provenance(example: words.vaccineSource[language]),
                csvHref: csvHref(.evidence(part)), language: language)
        }
    }
}
