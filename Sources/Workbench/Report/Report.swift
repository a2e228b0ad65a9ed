import Bilingual
import Figures
import Foundation
import Neighbourhoods

/// The report of the measure part as one file that needs nothing else: style and pictures stand in it, there are no
/// scripts, and it can be mailed, archived or printed.
public struct Report: Sendable {
    private let scene: Scene

    /// A report on `studio`.
    ///
    /// - Parameters:
    ///   - studio: what it is about.
    ///   - query: the choices, as the address of a page carries them; empty for none.
    public init(studio: Studio, query: String = "") {
        let (state, notices) = PageState.read(query, in: studio)
        scene = Scene(studio: studio, state: state, notices: notices)
    }

    /// The whole file. The same studio and choices always give the same bytes.
    public var html: String {
        let language = scene.language
        let title = "\(Strings.Report.title[language]): \(scene.dataset.municipality.name)"
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
                Markup.stylesheet(String(decoding: Asset.style.bytes, as: UTF8.self))
            }
            Markup.element("body") {
                Markup.element("main") {
                    if scene.studio.isSynthetic {
                        Markup.element("p") {
                            Markup.element("strong", ["class": "mp-badge"]) { Strings.synthetic[language] }
                            " " + Strings.syntheticNote[language]
                        }
                    }
                    ReportPage(scene: scene).body
                }
            }
        }
        return "<!DOCTYPE html>\n" + document.render()
    }
}
