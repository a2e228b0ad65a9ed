public import Bilingual

/// The numbers behind a figure: what a reader without the picture reads, and what is downloaded.
public struct FigureTable: Sendable {
    /// One cell.
    public enum Cell: Sendable, Hashable {
        /// A word or name.
        case text(String)
        /// A word or name that links elsewhere lead to.
        case named(String, id: String)
        /// A word or name that leads to a page.
        case link(String, href: String)
        /// A value with the way it is shown.
        case number(Double, ValueFormat)
        /// No value, and why: "onderdrukt door CBS". Never shown or saved as 0.
        case missing(String)
        /// A cell that has no meaning in this row.
        case blank
    }

    /// What the table shows, above it.
    public var caption: String
    /// The titles of the columns; the first column names the row.
    public var columns: [String]
    /// The rows, each with as many cells as there are columns.
    public var rows: [[Cell]]
    /// The language of titles, reasons and shown numbers.
    public var language: Language

    /// A table from its parts. Rows that are too short are filled with blank cells, so a table is always
    /// rectangular; cells past the last column are dropped.
    public init(caption: String, columns: [String], rows: [[Cell]], language: Language) {
        self.caption = caption
        self.columns = columns
        self.language = language
        self.rows = rows.map { row in
            Array(row.prefix(columns.count))
                + Array(repeating: Cell.blank, count: max(0, columns.count - row.count))
        }
    }

    /// The table as HTML: a caption, column headers and a row header in each row.
    public func html() -> Markup {
        .element("table", ["class": "mp-table"]) {
            Markup.element("caption") { caption }
            Markup.element("thead") {
                Markup.element("tr") {
                    for column in columns { Markup.element("th", ["scope": "col"]) { column } }
                }
            }
            Markup.element("tbody") {
                for row in rows {
                    Markup.element("tr") {
                        for (place, cell) in row.enumerated() { html(of: cell, isHeader: place == 0) }
                    }
                }
            }
        }
    }

    private func html(of cell: Cell, isHeader: Bool) -> Markup {
        var style: MarkupAttributes = isHeader ? ["scope": "row"] : [:]
        let content: Markup
        switch cell {
        case .text(let text): content = .text(text)
        case .named(let text, let id):
            content = .text(text)
            style = style.adding(["id": .text(id)])
        case .link(let text, let href): content = .element("a", ["href": .text(href)]) { text }
        case .number(let value, let format):
            content = .text(format.text(value, language))
            style = style.adding(["class": "mp-number"])
        case .missing(let reason):
            content = .text(reason)
            style = style.adding(["class": "mp-missing"])
        case .blank: content = .empty
        }
        return .element(isHeader ? "th" : "td", style, children: [content])
    }
}
