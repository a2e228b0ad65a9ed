import Bilingual
import Figures

/// Links to the report of a session, for the page of the chair after closing.
struct VerslagLinks {
    /// The code of the session.
    let code: String

    /// What can be had: its place under the chair's page, and its name.
    static let files: [(path: String, name: BilingualText)] = [
        ("samenvatting", BilingualText(nl: "Samenvatting op één blad", en: "Summary on one sheet")),
        ("verslag", BilingualText(nl: "Verslag", en: "Report")),
        ("verslag.pdf", BilingualText(nl: "Verslag als PDF", en: "Report as PDF")),
        (
            "verslag.odt",
            BilingualText(nl: "Verslag voor LibreOffice (ODT)", en: "Report for LibreOffice (ODT)")
        ),
        ("verslag.docx", BilingualText(nl: "Verslag voor Word (DOCX)", en: "Report for Word (DOCX)")),
        ("dias-bewoner", BilingualText(nl: "Dia's voor bewoners", en: "Slides for residents")),
        ("dias-bestuurder", BilingualText(nl: "Dia's voor bestuurders", en: "Slides for aldermen")),
        ("dias-uitvoering", BilingualText(nl: "Dia's voor de uitvoering", en: "Slides for practitioners")),
        ("dias-onderzoek", BilingualText(nl: "Dia's voor onderzoekers", en: "Slides for researchers")),
    ]

    /// The list of links.
    var markup: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { "Verslag" }
            Markup.element("ul", ["class": "mp-links"]) {
                for file in Self.files {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text("/s/\(code)/voorzitter/\(file.path)")]) {
                            file.name.nl
                        }
                    }
                }
            }
        }
    }
}
