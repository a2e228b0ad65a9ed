/// A bibliographic record, as reference managers keep it.
public struct Reference: Sendable, Hashable {
    /// What kind of publication it is.
    public enum Kind: Sendable, Hashable {
        /// In a journal.
        case article
        /// A book.
        case book
        /// A part of a book.
        case chapter
        /// A report.
        case report
        /// A thesis.
        case thesis
        /// A paper of a conference.
        case conferencePaper
        /// A working paper or manuscript.
        case workingPaper
        /// A page on the web.
        case webPage
        /// Anything else, by the word of the file it came from.
        case other(String)
    }

    /// A field that this program has no name for, kept as it was.
    public struct KeptField: Sendable, Hashable {
        /// Its name in the file: two capitals in RIS, a word in BibTeX.
        public let name: String
        /// Its text.
        public let value: String

        /// Makes a field.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// What kind of publication it is.
    public var kind: Kind
    /// The key or identifier; empty when there is none.
    public var key = ""
    /// The authors: `Family, Given`, or a whole name.
    public var authors: [String] = []
    /// The editors.
    public var editors: [String] = []
    /// The year.
    public var year: Int?
    /// The title.
    public var title = ""
    /// The journal, book or series it appeared in.
    public var container = ""
    /// The volume.
    public var volume = ""
    /// The issue.
    public var issue = ""
    /// The first page or article number.
    public var firstPage = ""
    /// The last page.
    public var lastPage = ""
    /// The DOI.
    public var doi = ""
    /// Where it was published.
    public var place = ""
    /// The publisher, institution or school.
    public var publisher = ""
    /// The abstract.
    public var abstract = ""
    /// The keywords.
    public var keywords: [String] = []
    /// The address.
    public var url = ""
    /// Notes.
    public var notes: [String] = []
    /// Fields that this program has no name for.
    public var kept: [KeptField] = []

    /// Makes an empty record.
    public init(kind: Kind) { self.kind = kind }

    /// Journal, volume, issue and pages as the register writes them: `Housing Studies 18(4) 473-499`.
    var journalLine: String {
        var line = container
        func add(_ part: String) { if !part.isEmpty { line += line.isEmpty ? part : " " + part } }
        add(volume + (issue.isEmpty ? "" : "(\(issue))"))
        add(firstPage + (lastPage.isEmpty ? "" : "-\(lastPage)"))
        return line
    }

    /// Takes a line of the register apart where putting it together again gives the same line.
    mutating func setJournalLine(_ line: String) {
        container = line
        let whole = try?
            /(?<name>.*\S) (?<volume>\d+)(?:\((?<issue>[^()]+)\))?(?: (?<first>[A-Za-z]?\d+)(?:-(?<last>\d+))?)?/
            .wholeMatch(in: line)
        guard let whole, whole.issue != nil || whole.last != nil else { return }
        var apart = self
        apart.container = String(whole.name)
        apart.volume = String(whole.volume)
        apart.issue = whole.issue.map(String.init) ?? ""
        apart.firstPage = whole.first.map(String.init) ?? ""
        apart.lastPage = whole.last.map(String.init) ?? ""
        if apart.journalLine == line { self = apart }
    }
}
