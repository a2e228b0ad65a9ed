import Bilingual
import Figures

/// One HTML file that needs nothing else: the style stands in it and there are no scripts.
struct SelfContainedDocument {
    /// What it is about; the name of the program is put behind it.
    let title: String
    let language: Language
    /// What stands in `<main>`, with one `h1`.
    let content: Markup
    /// Rules of style that only this document needs.
    var style = ""

    /// The whole file.
    var html: String {
        let document = Markup.element("html", ["lang": .text(language.rawValue)]) {
            Markup.element("head") {
                Markup.element("meta", ["charset": "utf-8"])
                Markup.element(
                    "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                // Nothing may be fetched from anywhere, also when the file is opened by chance.
                Markup.element(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
                    ])
                Markup.element("title") { "\(title) – \(Strings.product[language])" }
                Markup.stylesheet(String(decoding: Asset.style.bytes, as: UTF8.self) + style)
            }
            Markup.element("body") { Markup.element("main") { content } }
        }
        return "<!DOCTYPE html>\n" + document.render()
    }
}
