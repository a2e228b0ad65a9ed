import Bilingual
import Figures
import Neighbourhoods
import Origins
import Segregation

/// Origin as a statistical office observed it: a stated question, both directions, class and year, and no map.
struct OriginPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        Page(
            route: .origin, title: Strings.Origin.title[language],
            main: .fragment([
                .element("h1") { Strings.Origin.title[language] },
                .element("section", ["class": "mp-card"]) {
                    Markup.element("h2") { Strings.Origin.question[language] }
                    for text in Strings.Origin.rules { Markup.element("p") { text[language] } }
                },
                classifications,
                download,
            ]))
    }

    private var classifications: Markup {
        let measures = scene.originMeasures
        guard !measures.isEmpty else {
            return .element("p", ["class": "mp-card"]) { Strings.Origin.none[language] }
        }
        return .fragment(
            OriginClassification.allCases.map { classification in
                let own = measures.filter { $0.origin.classification == classification }
                guard !own.isEmpty else { return .empty }
                return .element("section") {
                    Markup.element("h2") { classification.name[language].capitalisedFirst }
                    Markup.element("p") { classification.caution[language] }
                    Markup.element("div", ["class": "mp-grid mp-wide"]) {
                        for origin in classification.classes { card(own.filter { $0.origin == origin }) }
                    }
                }
            })
    }

    private func card(_ years: [OriginMeasures]) -> Markup {
        guard let newest = years.last else { return .empty }
        let oldest = years.count > 1 ? years.first : nil
        return .element("article", ["class": "mp-card"]) {
            Markup.element("h3") { "\(newest.origin.name[language]), \(newest.year)" }
            Markup.element("p") {
                Strings.Origin.share(scene.numbers.percent(newest.share, decimals: 1))[language]
            }
            Markup.element("dl", ["class": "mp-facts"]) {
                row(Strings.Origin.isolation, newest.isolation, oldest, \.isolation)
                row(Strings.Origin.interaction, newest.interaction, oldest, \.interaction)
                row(Strings.Origin.isolationOfOthers, newest.isolationOfOthers, oldest, \.isolationOfOthers)
                row(
                    Strings.Origin.interactionOfOthers, newest.interactionOfOthers, oldest,
                    \.interactionOfOthers)
                row(
                    Strings.Origin.dissimilarity, newest.dissimilarity, oldest, \.dissimilarity,
                    isShare: false)
            }
            scene.provenance(ofObserved: newest.source, year: newest.year).markup(language)
        }
    }

    private func row(
        _ name: BilingualText, _ estimate: Estimate, _ before: OriginMeasures?,
        _ path: KeyPath<OriginMeasures, Estimate>, isShare: Bool = true
    ) -> Markup {
        let format: ValueFormat = isShare ? .percent(decimals: 1) : .number(decimals: 2)
        let text = { (estimate: Estimate) in
            estimate.value.number.map { format.text($0, language) } ?? "–"
        }
        let range =
            estimate.interval.map { format.interval($0.lower, $0.upper, language) }
            ?? Strings.noMargin[language]
        return .fragment([
            .element("dt") { name[language] },
            .element("dd") {
                Markup.element("strong") { text(estimate) }
                Markup.element("span", ["class": "mp-range"]) { range }
                if let before {
                    Markup.element("span", ["class": "mp-range"]) {
                        "\(before.year): \(text(before[keyPath: path]))"
                    }
                }
            },
        ])
    }

    private var download: Markup {
        guard scene.town.origins != nil else { return .empty }
        return .element("p") {
            Markup.element("a", ["href": .text(scene.csvHref(.origin)), "download": .flag(true)]) {
                BilingualText(nl: "Download de getallen (CSV)", en: "Download the numbers (CSV)")[language]
            }
        }
    }
}
