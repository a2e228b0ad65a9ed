internal import EvidenceRegister
internal import Harness

extension FuzzTarget {
    /// Files of reference managers: RIS and BibTeX.
    static let references = FuzzTarget("references") { input in
        var input = input
        let isRIS = input.choice(2) == 0
        guard let text = refusable({ try TextFile(bytes: input.bytes, name: "x").text }) else { return }
        func read(_ text: String) -> [Reference]? {
            do {
                if isRIS { return try RIS.read(text, name: "x.ris") }
                return try BibTeX.read(text, name: "x.bib")
            } catch {
                for one in error.errors { _ = refusable { throw one } }
                return nil
            }
        }
        func write(_ references: [Reference]) -> String {
            isRIS ? RIS.write(references) : BibTeX.write(references)
        }
        guard let first = read(text) else { return }
        let written = write(first)
        guard let second = read(written) else {
            return promise(false, "what was written is read: \(written)")
        }
        promise(second.count == first.count, "no record is lost: \(written)")
        promise(second.map(\.title) == first.map(\.title), "titles stay as they are: \(written)")
        for reference in second {
            _ = refusable {
                try Study(importing: reference, id: "INT-1", region: .international, source: "x")
            }
        }
    }
}
