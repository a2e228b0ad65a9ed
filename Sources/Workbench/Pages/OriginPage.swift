import Bilingual
import Figures

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
            ]))
    }
}
