/// The bytes of one try. Targets that read several things take a byte for the choice first.
public struct Input {
    /// What is left.
    public private(set) var bytes: [UInt8]

    /// An input of `bytes`.
    public init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// One of `count` choices, by the first byte: "0" is the first, "1" the second.
    public mutating func choice(_ count: Int) -> Int {
        guard !bytes.isEmpty else { return 0 }
        return Int(bytes.removeFirst() &- UInt8(ascii: "0")) % count
    }

    /// What is left as text; what is no UTF-8 becomes the replacement character.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What is left, cut at lines of a percent sign: several files in one input.
    public var parts: [[UInt8]] {
        let mark = UInt8(ascii: "%")
        return bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .split(whereSeparator: { $0.elementsEqual([mark]) })
            .map { Array($0.joined(separator: [UInt8(ascii: "\n")])) }
    }
}
