public import Neighbourhoods

/// One thing to get: a table, a code list, a map layer or a file, with the way to page through it.
public struct Retrieval: Sendable, Hashable, Codable {
    /// What the files of a retrieval hold, so that a reader can be chosen without opening them.
    public enum Content: String, Sendable, Hashable, Codable, CaseIterable {
        /// OData v3 `TypedDataSet`: one JSON object per area, columns as keys, missing is null.
        case odataV3Rows
        /// OData v3 `DataProperties`: title and unit per column.
        case odataV3Columns
        /// OData v3 `TableInfos`: title, period and licence of the table.
        case odataV3Table
        /// OData v3 code list of one dimension; ``Retrieval/dimension`` names it.
        case odataV3Codes
        /// OData v4 `Observations`: one JSON object per cell.
        case odataV4Cells
        /// OData v4 `MeasureCodes`: title and unit per measure.
        case odataV4Measures
        /// OData v4 code list of one dimension; ``Retrieval/dimension`` names it.
        case odataV4Codes
        /// OData v4 `Properties` of the table.
        case odataV4Table
        /// GeoJSON features of a map service, in RD metres (EPSG:28992).
        case mapFeatures
        /// A whole file, kept as it comes (zip, GeoPackage, workbook).
        case file
    }

    /// How the next page is found.
    public enum Paging: Sendable, Hashable, Codable {
        /// There is one file and no second page. A broken download goes on where it stopped.
        case single
        /// The page names the next one in `odata.nextLink`.
        case odataV3
        /// The page names the next one in `@odata.nextLink`.
        case odataV4
        /// `startIndex` moves up by what the page holds, asked for `count` features at a time.
        case features(count: Int)
    }

    /// The stem of the file names in the cache: letters, digits, `.`, `_` and `-`.
    public var name: String
    /// The address of the first page.
    public var address: String
    /// What it holds.
    public var content: Content
    /// How the next page is found.
    public var paging: Paging
    /// The table number, where there is one.
    public var table: String?
    /// The year the data is about, where there is one.
    public var year: Int?
    /// The scale of the areas, where there is one.
    public var level: AreaLevel?
    /// The dimension of a code list, such as `WijkenEnBuurten`.
    public var dimension: String?

    /// A retrieval. Characters that cannot be in a file name are replaced by `-` in `name`.
    public init(
        name: String, address: String, content: Content, paging: Paging, table: String? = nil,
        year: Int? = nil, level: AreaLevel? = nil, dimension: String? = nil
    ) {
        self.name = Self.safe(name)
        self.address = address
        self.content = content
        self.paging = paging
        self.table = table
        self.year = year
        self.level = level
        self.dimension = dimension
    }

    /// The ending of the files.
    var fileExtension: String {
        switch content {
        case .mapFeatures: return "geojson"
        case .file:
            let path = address.prefix { $0 != "?" && $0 != "#" }
            let ending = path.split(separator: "/").last?.split(separator: ".").dropFirst().last
            return ending.map { Self.safe(String($0)) } ?? "bin"
        default: return "json"
        }
    }

    private static func safe(_ text: String) -> String {
        let allowed = text.map { character in
            character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
                ? character : "-"
        }
        let name = String(allowed.drop { $0 == "." })
        return name.isEmpty ? "data" : String(name.prefix(120))
    }
}
