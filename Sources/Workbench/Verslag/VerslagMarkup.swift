import Bilingual
import Figures

/// Writes a report as HTML: for a browser, with pictures drawn in place, or for a converter, with pictures as files.
struct VerslagMarkup {
    /// How pictures get into the text.
    enum Pictures {
        /// Drawn where they stand.
        case inline
        /// As a file of this name, which ``VerslagPictures`` knows.
        case files
    }

    let verslag: Verslag
    var pictures = Pictures.inline
    /// The level of the titles of parts, 1 or 2.
    var level = 2

    private var language: Language { verslag.language }

    /// All parts.
    var parts: Markup { .fragment(verslag.parts.map(part)) }

    /// Links to the parts.
    var contents: Markup {
        .element("nav", ["aria-label": .text(Self.contentsTitle[language])]) {
            Markup.element("h2") { Self.contentsTitle[language] }
            Markup.element("ul", ["class": "mp-inhoud"]) {
                for part in verslag.parts {
                    Markup.element("li") {
                        Markup.element("a", ["href": .text("#" + part.id)]) { part.title }
                    }
                }
            }
        }
    }

    static let contentsTitle = BilingualText(nl: "Inhoud", en: "Contents")

    private func part(_ part: Verslag.Part) -> Markup {
        // A converter takes the name of a place from the title, a browser from the section.
        switch pictures {
        case .inline:
            .element("section", ["class": "mp-deel", "id": .text(part.id)]) {
                title(part.title, level: level, id: nil)
                for block in part.blocks { markup(block) }
            }
        case .files:
            .fragment([title(part.title, level: level, id: part.id)] + part.blocks.map(markup))
        }
    }

    private func title(_ text: String, level: Int, id: String?) -> Markup {
        let attributes: MarkupAttributes = ["id": .optional(id)]
        return switch level {
        case ...1: .element("h1", attributes) { text }
        case 2: .element("h2", attributes) { text }
        default: .element("h3", attributes) { text }
        }
    }

    /// One block.
    func markup(_ block: Verslag.Block) -> Markup {
        switch block {
        case .heading(let text, let id): title(text, level: level + 1, id: id)
        case .text(let parts): .element("p") { inline(parts) }
        case .note(let text): .element("p", ["class": "mp-note"]) { text }
        case .quote(let text): .element("blockquote", ["class": "mp-quote"]) { Markup.element("p") { text } }
        case .list(let items):
            .element("ul") { for item in items { Markup.element("li") { inline(item) } } }
        case .table(let table): markup(table)
        case .picture(let id, let svg, let words):
            switch pictures {
            case .inline: .element("figure", ["class": "mp-figure"]) { svg }
            case .files:
                .element("p") {
                    Markup.element("img", ["src": .text(id + ".svg"), "alt": .text(words)])
                }
            }
        }
    }

    private func inline(_ parts: [Verslag.Inline]) -> Markup {
        .fragment(
            parts.map { part in
                switch part {
                case .text(let text): .text(text)
                case .strong(let text): .element("strong") { text }
                case .anchor(let id): .element("span", ["id": .text(id)])
                case .link(let text, let href): .element("a", ["href": .text(href)]) { text }
                }
            })
    }

    private func markup(_ table: Verslag.Table) -> Markup {
        let markup = Markup.element("table", ["class": "mp-table"]) {
            Markup.element("caption") { table.caption }
            Markup.element("colgroup") {
                for column in table.columns {
                    Markup.element("col", ["style": .text("width: \(column.width)%")])
                }
            }
            Markup.element("thead") {
                Markup.element("tr") {
                    for column in table.columns {
                        Markup.element("th", ["scope": "col"]) { column.title }
                    }
                }
            }
            Markup.element("tbody") {
                for row in table.rows {
                    Markup.element("tr") {
                        for (place, one) in row.enumerated() { cell(one, isHeader: place == 0) }
                    }
                }
            }
        }
        guard case .inline = pictures else { return markup }
        return .element(
            "div",
            [
                "class": "mp-scroll mp-open", "tabindex": 0, "role": "region",
                "aria-label": .text(table.caption),
            ]
        ) { markup }
    }

    private func cell(_ cell: Verslag.Cell, isHeader: Bool) -> Markup {
        var attributes: MarkupAttributes = isHeader ? ["scope": "row"] : [:]
        let content: Markup
        switch cell {
        case .text(let text): content = .text(text)
        case .link(let text, let href): content = .element("a", ["href": .text(href)]) { text }
        case .number(let text):
            content = .text(text)
            attributes = attributes.adding(["class": "mp-cijfer"])
        case .missing(let why):
            content = .text(why)
            attributes = attributes.adding(["class": "mp-missing"])
        case .bar(let counts):
            switch pictures {
            case .inline: content = VerslagBar.svg(counts)
            case .files:
                content = .element("img", ["src": .text(VerslagBar.name(counts) + ".svg"), "alt": ""])
            }
        }
        return .element(isHeader ? "th" : "td", attributes, children: [content])
    }
}

/// Agree, pass and disagree as one bar. The counts stand in words beside it, so it has no text of its own.
enum VerslagBar {
    private static let colours = ["#0B5A6B", "#C9CFCC", "#B58A1E"]

    static func name(_ counts: [Int]) -> String { "balk-" + counts.map(String.init).joined(separator: "-") }

    static func svg(_ counts: [Int]) -> Markup {
        let all = Double(max(1, counts.reduce(0, +)))
        var left = 0.0
        var shapes: [Markup] = []
        for (count, colour) in zip(counts, colours) where count > 0 {
            let width = 160 * Double(count) / all
            shapes.append(
                .element(
                    "rect",
                    [
                        "x": .number(left), "y": .number(0), "width": .number(width), "height": .number(14),
                        "fill": .text(colour), "stroke": "#FFFFFF",
                    ]))
            left += width
        }
        return .element(
            "svg",
            [
                "xmlns": "http://www.w3.org/2000/svg", "viewBox": .numbers([0, 0, 160, 14]), "width": 160,
                "height": 14, "preserveAspectRatio": "none", "aria-hidden": "true", "class": "mp-balk",
            ], children: shapes)
    }
}
