/// A table as it stands in a file: field names, and cells as text. Nothing is interpreted yet.
///
/// Cells lie behind each other in one buffer; a table of 14,000 rows and 120 columns costs one allocation for its
/// text and one for its offsets.
public struct ForeignTable: Sendable {
    /// The name of the layer, sheet or member.
    public let name: String
    /// The character set that was found, "" where the format fixes it.
    public let encoding: String
    /// The coordinate system of the shapes in the file (`EPSG:4326`), "" when it does not say.
    public let coordinateSystem: String
    /// The field names as they stand in the file.
    public let fields: [String]
    /// Whether shapes were read.
    public let hasShapes: Bool
    /// How many rows there are.
    public private(set) var rowCount = 0
    /// How many shapes were rebuilt because they touched themselves.
    public internal(set) var mendedShapes = 0
    /// Rows that touch, by number from 0, with metres of shared boundary; 0 for a corner.
    public internal(set) var contacts: [(first: Int, second: Int, metres: Double)] = []

    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var isNull: [Bool] = []
    private var shapes: [Int: [UInt8]] = [:]

    init(name: String, encoding: String, coordinateSystem: String, fields: [String], hasShapes: Bool) {
        self.name = name
        self.encoding = encoding
        self.coordinateSystem = coordinateSystem
        self.fields = fields
        self.hasShapes = hasShapes
    }

    /// A table from rows of text, as a pivot or a test makes it.
    ///
    /// - Parameter rows: each with one cell per field, nil where there is nothing.
    public init(name: String, fields: [String], rows: [[String?]]) {
        self.init(name: name, encoding: "", coordinateSystem: "", fields: fields, hasShapes: false)
        for row in rows {
            for index in fields.indices {
                append(index < row.count ? row[index] : String?.none)
            }
            endRow()
        }
    }

    /// The row number as a spreadsheet shows it: the header is row 1.
    public static func shownRow(_ row: Int) -> Int { row + 2 }

    /// The text of a cell without padding, or nil where the file has nothing.
    public func text(_ row: Int, _ column: Int) -> String? {
        withCell(row, column) { cell in cell.map { String(decoding: $0, as: UTF8.self) } }
    }

    /// Gives the bytes of a cell without padding, or nil where the file has nothing.
    func withCell<Result>(_ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>?) -> Result)
        -> Result
    {
        let index = row * fields.count + column
        guard !isNull[index] else { return body(nil) }
        var start = index == 0 ? 0 : ends[index - 1]
        var end = ends[index]
        return bytes.withUnsafeBufferPointer { buffer in
            while start < end, buffer[start] <= 0x20 { start += 1 }
            while end > start, buffer[end - 1] <= 0x20 { end -= 1 }
            return body(UnsafeBufferPointer(rebasing: buffer[start..<end]))
        }
    }

    /// The shape of a row in well-known binary, in RD metres when the file names its coordinate system.
    func shape(_ row: Int) -> [UInt8]? { shapes[row] }

    /// Adds a cell to the row that is being read.
    mutating func append(_ cell: UnsafeRawBufferPointer?) {
        if let cell { bytes.append(contentsOf: cell) }
        ends.append(bytes.count)
        isNull.append(cell == nil)
    }

    /// Adds a cell to the row that is being read.
    mutating func append(_ text: String?) {
        guard var text else { return append(UnsafeRawBufferPointer?.none) }
        text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
    }

    mutating func append(shape: [UInt8]?) { shapes[rowCount] = shape }

    mutating func endRow() { rowCount += 1 }
}
