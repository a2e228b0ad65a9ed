public import Bilingual
import Figures
import HousingMarket
import Perspectives
import PolicyTheory
import WorkingGroup

/// Slides from a session: one set for each kind of reader, as one file without scripts. Every text is at least 28 px.
public struct VerslagSlides: Sendable {
    /// Who looks at them.
    public enum Reader: String, Sendable, CaseIterable {
        /// Somebody who lives there.
        case resident = "bewoner"
        /// Somebody who must decide and defend it.
        case alderman = "bestuurder"
        /// Somebody who does the work.
        case practitioner = "uitvoering"
        /// Somebody who wants to know how sure it is.
        case researcher = "onderzoek"

        var name: BilingualText {
            switch self {
            case .resident: BilingualText(nl: "Voor bewoners", en: "For residents")
            case .alderman: BilingualText(nl: "Voor bestuurders", en: "For aldermen")
            case .practitioner: BilingualText(nl: "Voor de uitvoering", en: "For practitioners")
            case .researcher: BilingualText(nl: "Voor onderzoekers", en: "For researchers")
            }
        }
    }

    /// A line on a slide, with a bar where it is a statement.
    struct Line: Sendable {
        var text: String
        var bar: [Int]?
        init(_ text: String, bar: [Int]? = nil) {
            self.text = text
            self.bar = bar
        }
    }

    /// One slide.
    struct Slide: Sendable {
        var title: String
        var lines: [Line]
    }

    let writer: VerslagWriter
    let reader: Reader
    var language: Language { writer.language }

    /// The slides of a session.
    public init(_ source: VerslagSource, for reader: Reader, language: Language = .dutch) {
        writer = VerslagWriter(source, language: language)
        self.reader = reader
    }

    /// The whole file.
    public var html: String {
        let slides = slides
        return SelfContainedDocument(
            title: "\(reader.name[language]): \(writer.state.title)", language: language,
            content: .element("div", ["class": "mp-dias"]) {
                for (place, slide) in slides.enumerated() {
                    Markup.element("section", ["class": "mp-dia"]) {
                        if place == 0 {
                            Markup.element("h1") { slide.title }
                        } else {
                            Markup.element("h2") { slide.title }
                        }
                        Markup.element("ul") {
                            for line in slide.lines {
                                Markup.element("li") {
                                    line.text
                                    if let bar = line.bar { VerslagBar.svg(bar) }
                                }
                            }
                        }
                        Markup.element("p", ["class": "mp-dia-nummer"]) { "\(place + 1)/\(slides.count)" }
                    }
                }
            }, style: VerslagDocument.style + String(decoding: PackageResources.dias_css, as: UTF8.self)
        ).html
    }

    /// The slides, long ones spread over several.
    var slides: [Slide] { chosen.flatMap(Self.spread) }

    // MARK: Fitting

    /// What a slide of 720 px has room for under its title, in px.
    private static let room = 470.0

    /// The same lines over as many slides as they need at 28 px.
    static func spread(_ slide: Slide) -> [Slide] {
        var pages: [[Line]] = [[]]
        var used = 0.0
        for line in slide.lines {
            let rows = (Double(line.text.count) / 70).rounded(.up)
            let height = 38 * max(1, rows) + 14 + (line.bar == nil ? 0 : 30)
            if used + height > room, !(pages.last ?? []).isEmpty {
                pages.append([])
                used = 0
            }
            pages[pages.count - 1].append(line)
            used += height
        }
        return pages.enumerated().map { place, lines in
            Slide(
                title: pages.count == 1 ? slide.title : "\(slide.title) (\(place + 1)/\(pages.count))",
                lines: lines)
        }
    }
}
