import Bilingual
import Figures

/// What this program is, what it does not do, and the words it uses.
struct AboutPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        Page(
            route: .about, title: Strings.About.title[language],
            main: .fragment([
                .element("h1") { Strings.About.title[language] },
                .element("section", ["class": "mp-card"]) {
                    for text in Strings.About.paragraphs { Markup.element("p") { text[language] } }
                    Markup.element("h2") { Strings.About.rulesTitle[language] }
                    Markup.element("ul") {
                        for rule in Strings.About.rules { Markup.element("li") { rule[language] } }
                    }
                },
                .element("section", ["class": "mp-card", "id": "woorden"]) {
                    Markup.element("h2") { Strings.About.words[language] }
                    Markup.element("dl", ["class": "mp-words"]) {
                        for entry in Strings.About.glossary {
                            Markup.element("dt") { Markup.element("dfn") { entry.word[language] } }
                            Markup.element("dd") { entry.meaning[language] }
                        }
                    }
                },
            ]))
    }
}
