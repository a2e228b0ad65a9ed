public import Bilingual
public import Neighbourhoods

/// What an import did, column by column: what came in, how complete it is, what was left out and why.
public struct ImportReport: Sendable, Hashable {
    /// One column at one level in one year.
    public struct Entry: Sendable, Hashable {
        /// The file.
        public var file: String
        /// The source.
        public var source: Source.ID
        /// The column or columns in the file.
        public var column: String
        /// The variable, or the target of a side column.
        public var target: String
        /// The level.
        public var level: AreaLevel
        /// The year of the figures.
        public var year: Int
        /// The classification.
        public var version: String
        /// How many areas.
        public var areas: Int
        /// How many have a value.
        public var known: Int
        /// How many the producer hides.
        public var suppressed: Int
        /// How many zeros were taken for missing, because the source writes 0 for it.
        public var zeroAsMissing: Int
        /// How many were refused, such as a part that is larger than its whole.
        public var refused: Int

        /// The share of areas with a value.
        public var fillRate: Double { areas == 0 ? 0 : Double(known) / Double(areas) }
    }

    /// A remark on a file.
    public struct Note: Sendable, Hashable {
        /// The file.
        public var file: String
        /// What happened.
        public var text: BilingualText
    }

    /// The columns, in the order of the mapping.
    public var entries: [Entry] = []
    /// Remarks: rows left out, areas that were renumbered, shapes that were rebuilt.
    public var notes: [Note] = []
    /// Columns that are known to no mapping, by file.
    public var unknownColumns: [String: [String]] = [:]

    /// An empty report.
    public init() {}

    /// Adds what another import did.
    public mutating func add(_ other: ImportReport) {
        entries += other.entries
        notes += other.notes
        unknownColumns.merge(other.unknownColumns) { $0 + $1 }
    }

    /// Adds a remark on a file.
    public mutating func note(_ file: String, nl: String, en: String) {
        notes.append(Note(file: file, text: BilingualText(nl: nl, en: en)))
    }

    /// The head of ``rows(_:)``.
    public static func header(_ language: Language) -> [String] {
        language == .dutch
            ? [
                "bestand", "bron", "kolom", "variabele", "niveau", "jaar", "gebieden", "gevuld",
                "afgeschermd",
                "nul als ontbrekend", "geweigerd",
            ]
            : [
                "file", "source", "column", "variable", "level", "year", "areas", "filled", "suppressed",
                "zero as missing", "refused",
            ]
    }

    /// One row of texts for each column, for a table on a page or a terminal.
    public func rows(_ language: Language) -> [[String]] {
        let number = NumberText(language)
        return entries.map { entry in
            [
                entry.file, entry.source.rawValue, entry.column, entry.target,
                Self.name(of: entry.level)(language), String(entry.year), number.count(entry.areas),
                number.percent(entry.fillRate), number.count(entry.suppressed),
                number.count(entry.zeroAsMissing),
                number.count(entry.refused),
            ]
        }
    }

    /// The remarks in `language`, with the columns that were not used, one line each.
    public func remarks(_ language: Language) -> [String] {
        let unused = unknownColumns.sorted { $0.key < $1.key }.map { file, names in
            let shown = names.prefix(8).joined(separator: ", ") + (names.count > 8 ? ", …" : "")
            return language == .dutch
                ? "\(file): \(names.count) kolommen niet gebruikt (\(shown))"
                : "\(file): \(names.count) columns not used (\(shown))"
        }
        return notes.map { "\($0.file): \($0.text(language))" } + unused
    }

    private static func name(of level: AreaLevel) -> BilingualText {
        switch level {
        case .nation: BilingualText(nl: "land", en: "nation")
        case .municipality: BilingualText(nl: "gemeente", en: "municipality")
        case .district: BilingualText(nl: "wijk", en: "district")
        case .neighbourhood: BilingualText(nl: "buurt", en: "neighbourhood")
        case .estate: BilingualText(nl: "complex", en: "estate")
        }
    }
}
