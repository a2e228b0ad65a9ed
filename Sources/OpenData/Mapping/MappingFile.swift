public import Bilingual

/// What a mapping file (YAML) says: which columns of which files are which variables. The presets and the built-in
/// knowledge of CBS tables are mapping files too.
///
/// <doc:MappingFiles> describes the keys and has an example.
public struct MappingFile: Sendable, Hashable, Codable {
    /// A short name, such as `rotterdam`.
    public var name: String
    /// What is imported, for a list of presets.
    public var title: Title?
    /// The municipality that all areas belong to, where it is one.
    public var municipality: Municipality?
    /// The tables, read in this order; a later table wins where two give the same figure.
    public var tables: [TableMapping]
    /// The area shapes.
    public var shapes: [ShapeMapping]?
    /// Year of publication by table number of CBS (`85984NED: 2024`).
    public var tableYears: [String: Int]?

    /// A title in both languages.
    public struct Title: Sendable, Hashable, Codable {
        /// Dutch.
        public var nl: String
        /// English.
        public var en: String
        /// As one text.
        public var text: BilingualText { BilingualText(nl: nl, en: en) }
    }

    /// The municipality of a preset.
    public struct Municipality: Sendable, Hashable, Codable {
        /// Its code, `GM0599`.
        public var code: String
        /// Its name.
        public var name: String
    }
}

/// How one table is read.
public struct TableMapping: Sendable, Hashable, Codable {
    /// The file, by a path below the folder that is imported. Absent in a mapping for a single file.
    public var file: String?
    /// The sheet or layer, where there are several.
    public var layer: String?
    /// Where the figures come from.
    public var source: SourceEntry?
    /// The year of the figures: `2015`, or `{column: YEAR}`. Absent: found in the file or its name.
    public var year: YearRule?
    /// The classification that figures belong to: a text, or `{column: versie}`.
    public var version: TextRule?
    /// The level: a word, `{column: niveau, values: {buurt: neighbourhood}}`, or absent when codes tell it.
    public var level: LevelRule?
    /// The area code.
    public var code: CodeRule?
    /// The column with the name of the area.
    public var areaName: String?
    /// The column with the name of the area one level up, among the areas of this table.
    public var parent: ParentRule?
    /// Rows to keep; all conditions hold for a kept row.
    public var keep: [KeepRule]?
    /// Texts that stand for a missing value, beside an empty cell and a point.
    public var missing: [String]?
    /// Numbers at or below this are missing (CBS maps: -99990).
    public var missingAtOrBelow: Double?
    /// Whether 0 means missing in every column that does not say otherwise.
    public var zeroIsMissing: Bool?
    /// Long tables: the column that names the figure and the column that holds it.
    public var long: LongRule?
    /// The columns.
    public var columns: [ColumnMapping]

    /// Where figures come from, as far as a mapping knows.
    public struct SourceEntry: Sendable, Hashable, Codable {
        /// Identifier, unique in a project.
        public var id: String
        /// Title.
        public var title: String
        /// Who made the figures.
        public var producer: String
        /// Licence; absent means not established.
        public var licence: String?
        /// Table number.
        public var table: String?
        /// Where it can be had.
        public var address: String?
        /// What a reader must know.
        public var caveat: String?
    }

    /// Where the code of an area is.
    public struct CodeRule: Sendable, Hashable, Codable {
        /// The column.
        public var column: String
        /// Text that is put before the key; a table without codes of its own gets them so.
        public var prefix: String?
        /// Digits that the text is padded to behind `prefix`.
        public var digits: Int?
        /// Codes for particular texts (`5000: GM0599`).
        public var values: [String: String]?
        /// A table that translates one to one; texts that do not are given `prefix` and `digits`.
        public var codebook: Codebook?
    }

    /// A table that translates keys to codes.
    public struct Codebook: Sendable, Hashable, Codable {
        /// The file below the folder.
        public var file: String
        /// Its column with keys.
        public var key: String
        /// Its column with codes.
        public var code: String
    }

    /// Where the area one level up is named.
    public struct ParentRule: Sendable, Hashable, Codable {
        /// The column.
        public var column: String
        /// Text before the name that is no part of it.
        public var drop: String?
    }

    /// A condition on a row.
    public struct KeepRule: Sendable, Hashable, Codable {
        /// The column.
        public var column: String
        /// The texts that keep a row; `""` stands for an empty cell.
        public var `is`: [String]
        /// Why other rows are left out.
        public var reason: MappingFile.Title?
        /// Whether the area of a row that is left out stays, without figures: it exists, its figures are no use.
        public var keepsArea: Bool?
    }

    /// The shape of a long table: one row per area and figure.
    public struct LongRule: Sendable, Hashable, Codable {
        /// Columns whose texts together name the figure, joined by `|`.
        public var keys: [String]
        /// The column with the figure.
        public var value: String
    }
}

/// How one column, or several together, become a variable.
public struct ColumnMapping: Sendable, Hashable, Codable {
    /// Names that the column has in various years and services; the first that is there is taken.
    public var names: [String]
    /// A short name for use in `sum`, `of` and `complementOf`.
    public var key: String?
    /// The variable. Absent for a column that only serves others. Identifiers that begin with `origin.` are not
    /// variables of the catalogue: they are handed on untouched.
    public var variable: String?
    /// What a number in the file is multiplied by: 0.01 for percentages, 1000 for thousands of euros.
    public var scale: Double?
    /// Columns that are added up to one figure.
    public var sum: [String]?
    /// Columns whose sum is the whole that this is a share of.
    public var of: [String]?
    /// Columns whose sum is taken from the whole.
    public var complementOf: [String]?
    /// The variable of the data set that counts the whole, for rates (`population.inhabitants`).
    public var per: String?
    /// The year, where it differs from the table's.
    public var year: Int?
    /// Years between the table's year and the figures (income follows one or two years behind).
    public var lag: Int?
    /// Whether 0 means missing.
    public var zeroIsMissing: Bool?
    /// The classification, where it differs from the table's.
    public var version: String?

    private enum CodingKeys: String, CodingKey {
        case name, names, key, variable, scale, sum, of, complementOf, per, year, lag, zeroIsMissing, version
    }

    /// Reads `name: x` or `names: [x, y]`.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        names = try box.decodeIfPresent([String].self, forKey: .names) ?? []
        if let name = try box.decodeIfPresent(String.self, forKey: .name) { names.insert(name, at: 0) }
        key = try box.decodeIfPresent(String.self, forKey: .key)
        variable = try box.decodeIfPresent(String.self, forKey: .variable)
        scale = try box.decodeIfPresent(Double.self, forKey: .scale)
        sum = try box.decodeIfPresent([String].self, forKey: .sum)
        of = try box.decodeIfPresent([String].self, forKey: .of)
        complementOf = try box.decodeIfPresent([String].self, forKey: .complementOf)
        per = try box.decodeIfPresent(String.self, forKey: .per)
        year = try box.decodeIfPresent(Int.self, forKey: .year)
        lag = try box.decodeIfPresent(Int.self, forKey: .lag)
        zeroIsMissing = try box.decodeIfPresent(Bool.self, forKey: .zeroIsMissing)
        version = try box.decodeIfPresent(String.self, forKey: .version)
    }

    /// Writes all names.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.container(keyedBy: CodingKeys.self)
        try box.encode(names, forKey: .names)
        try box.encodeIfPresent(key, forKey: .key)
        try box.encodeIfPresent(variable, forKey: .variable)
        try box.encodeIfPresent(scale, forKey: .scale)
        try box.encodeIfPresent(sum, forKey: .sum)
        try box.encodeIfPresent(of, forKey: .of)
        try box.encodeIfPresent(complementOf, forKey: .complementOf)
        try box.encodeIfPresent(per, forKey: .per)
        try box.encodeIfPresent(year, forKey: .year)
        try box.encodeIfPresent(lag, forKey: .lag)
        try box.encodeIfPresent(zeroIsMissing, forKey: .zeroIsMissing)
        try box.encodeIfPresent(version, forKey: .version)
    }
}

/// Where shapes come from.
public struct ShapeMapping: Sendable, Hashable, Codable {
    /// The file below the folder.
    public var file: String?
    /// The layer, where there are several.
    public var layer: String?
    /// Where the shapes come from.
    public var source: TableMapping.SourceEntry?
    /// The year of the boundaries.
    public var year: Int?
    /// The level of the areas.
    public var level: LevelRule?
    /// The code; several shapes of one code are put together.
    public var code: TableMapping.CodeRule?
    /// The column with the name.
    public var areaName: String?
    /// Shapes to keep.
    public var keep: [TableMapping.KeepRule]?
    /// Whether shapes belong to the areas of the tables with the same name, for tables without codes.
    public var joinsByName: Bool?
}
