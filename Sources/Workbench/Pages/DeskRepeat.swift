import Bilingual
import Figures

/// How to keep a package of the mixing desk, and how to repeat its run without the browser.
struct DeskRepeat {
    let file: DeskFile
    private var language: Language { file.scene.language }

    var markup: Markup {
        .fragment([
            file.model.isEmpty
                ? .empty
                : .element("p") {
                    Markup.element(
                        "a",
                        [
                            "class": "mp-button", "href": .text(file.href), "type": "text/yaml",
                            "download": .text(file.name),
                        ]
                    ) { Strings.Desk.save[language] }
                },
            .element("details", ["class": "mp-numbers"]) {
                Markup.element("summary") { Strings.Desk.again[language] }
                Markup.element("p") {
                    (file.model.isEmpty ? Strings.Desk.againEmpty : Strings.Desk.againHow)[language]
                }
                Markup.element("pre", ["class": "mp-command"]) {
                    Markup.element("code") { file.command }
                }
                Markup.element("p", ["class": "mp-note"]) {
                    Strings.Desk.madeBy(file.scene.studio.program, seed: DeskModel.seed)[language]
                }
            },
        ])
    }
}
