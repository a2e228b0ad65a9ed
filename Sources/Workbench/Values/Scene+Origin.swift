import Bilingual
import Figures
import Neighbourhoods
import Origins
import Segregation

extension Scene {
    /// The observed classes in both directions, by classification and class, oldest year first. Parts of a class are
    /// left out: the page asks about the classes that are all residents together.
    var originMeasures: [OriginMeasures] {
        guard let origins = town.origins else { return [] }
        return studio.memory.origins(.init(town: town.code, level: level)) {
            OriginClassification.allCases.flatMap(\.classes).flatMap { origin in
                // A class without figures at this scale is simply not there.
                (try? origins.trend(of: origin, at: level)) ?? []
            }
        }
    }

    /// The observed groups in both directions of exposure, as numbers; nil where nothing was observed.
    func originTable() -> FigureTable? {
        let measures = originMeasures
        guard !measures.isEmpty else { return nil }
        let format = ValueFormat.number(decimals: 3)
        let words = Strings.Origin.self
        let pairs: [(BilingualText, @Sendable (OriginMeasures) -> Estimate)] = [
            (words.dissimilarity, { $0.dissimilarity }), (words.isolation, { $0.isolation }),
            (words.interaction, { $0.interaction }), (words.isolationOfOthers, { $0.isolationOfOthers }),
            (words.interactionOfOthers, { $0.interactionOfOthers }),
        ]
        return FigureTable(
            caption: words.title[language],
            columns: [
                words.group[language], words.classification[language], Strings.year[language],
                words.measure[language], Strings.Claims.value[language], Strings.Claims.lower[language],
                Strings.Claims.upper[language],
            ],
            rows: measures.flatMap { measure in
                pairs.map { name, estimate in
                    let estimate = estimate(measure)
                    let reason = Strings.noMargin[language]
                    return [
                        .text(measure.origin.name[language]),
                        .text(measure.origin.classification.name[language]),
                        .text(String(measure.year)), .text(name[language]),
                        estimate.value.number.map { .number($0, format) } ?? .missing(reason),
                        estimate.interval.map { .number($0.lower, format) } ?? .missing(reason),
                        estimate.interval.map { .number($0.upper, format) } ?? .missing(reason),
                    ]
                }
            }, language: language)
    }
}
