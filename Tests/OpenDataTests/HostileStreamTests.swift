import Testing

@testable import OpenData

/// What a reading process that was taken over could send.
@Suite struct HostileStreamTests {
    /// A frame with its length.
    private func frame(_ kind: Character, _ body: [UInt8]) -> [UInt8] {
        Array(String(kind).utf8) + number(body.count) + body
    }

    private func number(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private func layer(fields: [String], hasShapes: Bool) -> [UInt8] {
        let text = { (text: String) in self.number(text.utf8.count) + Array(text.utf8) }
        return frame(
            "L",
            text("x") + text("") + text("") + [hasShapes ? 1 : 0] + [UInt8](repeating: 0, count: 8)
                + number(fields.count) + fields.flatMap(text))
    }

    @Test(arguments: [([], false), (["a"], false), ([], true)])
    func aNumberOfRowsWithoutRowsCostsNoTime(_ fields: [String], _ hasShapes: Bool) {
        var decoder = StreamDecoder()
        let bytes =
            Array("MPR1".utf8) + layer(fields: fields, hasShapes: hasShapes)
            + frame("R", number(Int(UInt32.max)))
        #expect(throws: StreamDecoder.Malformed.self) {
            try bytes.withUnsafeBytes { try decoder.take($0) }
        }
    }
}
