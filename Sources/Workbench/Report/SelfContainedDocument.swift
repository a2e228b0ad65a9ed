import Bilingual
import Crypto
import Figures
import Foundation

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

    /// What a browser may do with such a file when a server sends it: use the style that stands in it, by its digest, and
    /// the pictures, and nothing else. The policy of pages would take the style away.
    static func policy(for html: String) -> String {
        let style = html.firstRange(of: "<style>").flatMap { start in
            html[start.upperBound...].firstRange(of: "</style>").map {
                html[start.upperBound..<$0.lowerBound]
            }
        }
        let digest = Data(SHA256.hash(data: Data((style ?? "").utf8))).base64EncodedString()
        return
            "default-src 'none'; style-src 'sha256-\(digest)'; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    }
}
