/// The dark and light modules of a QR code (ISO/IEC 18004), error correction level M.
public struct QRCode: Sendable, Hashable {
    /// The version, 1 ... 10; a version has `17 + 4 * version` modules a side.
    public let version: Int
    /// Which of the eight masks was laid over the data, 0 ... 7.
    public let mask: Int
    /// Modules a side.
    public let size: Int
    /// Modules that must stay light on every side of the code.
    public static let margin = 4

    private let dark: [Bool]

    /// Whether the module in a column and row, from 0 at the top left, is dark.
    public subscript(column: Int, row: Int) -> Bool { dark[row * size + column] }

    /// A code that holds a text as UTF-8.
    /// - Parameter mask: the mask to use; the one with the lowest penalty where left out.
    /// - Throws: ``QRCodeError/tooLong(bytes:most:)``.
    public init(_ text: String, mask: Int? = nil) throws(QRCodeError) {
        let bytes = Array(text.utf8)
        guard let version = CodeVersion.smallest(for: bytes.count) else {
            throw .tooLong(bytes: bytes.count, most: CodeVersion.all.last?.capacity ?? 0)
        }
        let words = version.interleaved(DataWords.words(bytes, version))
        var best: (grid: ModuleGrid, mask: Int, penalty: Int)?
        for one in mask.map({ [$0 & 7] }) ?? Array(0..<8) {
            var grid = ModuleGrid(version)
            grid.place(words)
            grid.lay(mask: one)
            grid.writeFormat(mask: one)
            let penalty = Penalty.of(grid)
            if best.map({ penalty < $0.penalty }) ?? true { best = (grid, one, penalty) }
        }
        self.version = version.number
        self.mask = best?.mask ?? 0
        size = version.size
        dark = best?.grid.dark ?? []
    }
}

/// Why there is no code.
public enum QRCodeError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The text does not fit.
    case tooLong(bytes: Int, most: Int)

    /// One line.
    public var description: String {
        switch self {
        case .tooLong(let bytes, let most): "The text has \(bytes) bytes; a code holds at most \(most)."
        }
    }
}
