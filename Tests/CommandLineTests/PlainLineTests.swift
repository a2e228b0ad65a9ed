import Foundation
import Testing

/// What a file holds cannot reach the terminal by way of a complaint about it.
@Suite struct PlainLineTests {
    @Test func nothingInAFileAddsALineToItsRefusalOrMovesTheCursor() throws {
        let path = try Program.temporaryFolder().appendingPathComponent("a.csv").path
        try Data("id,\"x\u{1B}[2J\n\u{2028}y\u{202E}\",n\nA,none,1\n".utf8).write(
            to: URL(fileURLWithPath: path))
        let outcome = try Program.run(["measure", path])
        #expect(outcome.status == 1)
        let text = outcome.errors.trimmingCharacters(in: .newlines)
        #expect(text.contains("'none' is no number"))
        let strange = text.unicodeScalars.filter {
            $0.value < 0x20 || "\u{2028}\u{202E}".unicodeScalars.contains($0)
        }
        #expect(strange.isEmpty, "\(text)")
    }
}
