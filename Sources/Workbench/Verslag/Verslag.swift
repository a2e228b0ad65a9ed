public import Bilingual
public import Figures

/// The report of a live session as a value: parts with paragraphs, tables and pictures. A page, a word-processor file and
/// a sheet for the chair are written from it; nothing is computed after it is made.
///
/// The same session, studio and seed always give the same report.
public struct Verslag: Sendable {
    /// A part with a title of its own.
    public struct Part: Sendable {
        /// Its place in links: `perspectieven`.
        public let id: String
        /// Its title, with its number.
        public let title: String
        /// What stands in it.
        public let blocks: [Block]
    }

    /// A piece of a sentence.
    public enum Inline: Sendable, Hashable {
        /// Plain text.
        case text(String)
        /// Text that stands out.
        case strong(String)
        /// A place that links inside the report lead to.
        case anchor(String)
        /// Text that leads somewhere: inside the report (`#bron-NL-1`) or to a permanent address.
        case link(String, href: String)
    }

    /// Something that takes lines of its own.
    public enum Block: Sendable {
        /// A title inside a part, with a name where links lead to it.
        case heading(String, id: String? = nil)
        /// A paragraph.
        case text([Inline])
        /// A paragraph of less weight.
        case note(String)
        /// Words that somebody wrote, without a name.
        case quote(String)
        /// A list, in no order of worth.
        case list([[Inline]])
        /// A table.
        case table(Table)
        /// A picture with what it shows in words; the same numbers stand in a table beside it.
        case picture(id: String, svg: Markup, words: String)
    }

    /// A table with a caption, a header row and a name in the first cell of each row.
    public struct Table: Sendable {
        /// What it shows, above it.
        public let caption: String
        /// The titles of the columns, each with the part of the width that it takes.
        public let columns: [(title: String, width: Int)]
        /// The rows, each with as many cells as there are columns.
        public let rows: [[Cell]]
    }

    /// A cell of a table.
    public enum Cell: Sendable, Hashable {
        /// Words.
        case text(String)
        /// Words that lead somewhere.
        case link(String, href: String)
        /// A number as it is read, with its unit.
        case number(String)
        /// No value, and why. Never shown as 0.
        case missing(String)
        /// Agree, pass and disagree as a bar; the same counts stand in other cells of the row.
        case bar([Int])
    }

    /// What it is called.
    public let title: String
    /// Lines under the title: session, day, place, data.
    public let lines: [String]
    /// The session in a few sentences.
    public let lead: String
    /// The language.
    public let language: Language
    /// The parts, in order.
    public let parts: [Part]
    /// When the session was closed, or its last entry; seconds since 1970.
    public let moment: Int64
}

extension Verslag.Block {
    /// A paragraph of plain text.
    static func text(_ text: String) -> Verslag.Block { .text([.text(text)]) }
    /// A list of plain texts.
    static func list(_ items: [String]) -> Verslag.Block { .list(items.map { [.text($0)] }) }
}

extension Verslag.Part {
    /// The part, or, where nothing stands in it, one sentence that says so.
    init(_ id: String, _ title: String, or nothing: String, _ blocks: [Verslag.Block]) {
        self.init(id: id, title: title, blocks: blocks.isEmpty ? [.text(nothing)] : blocks)
    }
}
