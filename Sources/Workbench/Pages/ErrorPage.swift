import Bilingual
import Figures

/// The pages for what is not there and for what went wrong.
enum ErrorPage {
    static func notFound(_ scene: Scene) -> Page {
        page(
            scene, BilingualText(nl: "Deze pagina is er niet", en: "This page does not exist"),
            BilingualText(
                nl: "Misschien is de link oud, of hoort dit gebied niet bij dit project.",
                en: "The link may be old, or this area is not part of this project."))
    }

    static func failure(_ scene: Scene) -> Page {
        page(
            scene, BilingualText(nl: "Er ging hier iets mis", en: "Something went wrong here"),
            BilingualText(
                nl:
                    "De fout ligt bij dit programma, niet bij u. Probeer het opnieuw. Blijft het misgaan? Geef dan het adres van deze pagina door.",
                en:
                    "The fault is with this program, not with you. Try again. If it stays, pass on the address of this page."
            ))
    }

    static func noPDF(_ scene: Scene) -> Page {
        page(
            scene, BilingualText(nl: "Hier kan geen PDF worden gemaakt", en: "No PDF can be made here"),
            Strings.Report.noPDF)
    }

    static func busy(_ scene: Scene) -> Page {
        page(
            scene, BilingualText(nl: "Het is nu te druk", en: "It is too busy now"),
            BilingualText(
                nl: "Er worden al veel PDF's gemaakt. Probeer het over een minuut opnieuw.",
                en: "Many PDFs are being made already. Try again in a minute."))
    }

    private static func page(_ scene: Scene, _ title: BilingualText, _ text: BilingualText) -> Page {
        Page(
            route: nil, title: title[scene.language],
            main: .element("section", ["class": "mp-card"]) {
                Markup.element("h1") { title[scene.language] }
                Markup.element("p") { text[scene.language] }
                Markup.element("p") {
                    Markup.element("a", ["class": "mp-button", "href": .text(scene.href(.map))]) {
                        Strings.back[scene.language]
                    }
                }
            })
    }
}
