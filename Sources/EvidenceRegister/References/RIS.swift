import Foundation

/// The tagged format of reference managers (RIS): a tag of two characters, two spaces, a dash, a space, the
/// value.
public enum RIS {
    /// Reads records.
    ///
    /// - Parameter name: the name to show in errors.
    /// - Throws: ``RegisterErrors``, one line per malformed entry, with the number of the line.
    public static func read(_ text: String, name: String) throws(RegisterErrors) -> [Reference] {
        var reader = RISReader(name: name)
        var number = 0
        for line in TextFile.withPlainLineEnds(text).split(separator: "\n", omittingEmptySubsequences: false)
        {
            number += 1
            reader.take(line, number)
        }
        reader.finish()
        guard reader.errors.isEmpty else { throw RegisterErrors(reader.errors) }
        return reader.references
    }

    /// Writes records, `\n` at the end of each line.
    public static func write(_ references: [Reference]) -> String {
        references.map(write).joined(separator: "\n")
    }

    /// `value` on one line: whatever else breaks lines, such as a page break, becomes a space.
    static func line(_ value: String) -> String {
        value.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingCharacters(in: .whitespaces)
    }

    private static func write(_ reference: Reference) -> String {
        var lines = ["TY  - " + code(reference.kind)]
        func add(_ tag: String, _ value: String) {
            let line = RIS.line(value)
            if !line.isEmpty { lines.append("\(tag)  - \(line)") }
        }
        add("ID", reference.key)
        for author in reference.authors { add("AU", author) }
        for editor in reference.editors { add("A2", editor) }
        add("PY", reference.year.map(String.init) ?? "")
        add("TI", reference.title)
        add("T2", reference.container)
        add("VL", reference.volume)
        add("IS", reference.issue)
        add("SP", reference.firstPage)
        add("EP", reference.lastPage)
        add("DO", reference.doi)
        add("CY", reference.place)
        add("PB", reference.publisher)
        add("AB", reference.abstract)
        for keyword in reference.keywords { add("KW", keyword) }
        add("UR", reference.url)
        for note in reference.notes { add("N1", note) }
        for field in reference.kept {
            // A field of BibTeX has no tag here; the note brings it back when this file is read again.
            if RISReader.isTag(field.name) {
                add(field.name, field.value)
            } else {
                add("N1", "[bibtex \(field.name)] \(field.value)")
            }
        }
        lines.append("ER  - ")
        return lines.joined(separator: "\n") + "\n"
    }

    private static let codes: [(Reference.Kind, String)] = [
        (.article, "JOUR"), (.book, "BOOK"), (.chapter, "CHAP"), (.report, "RPRT"), (.thesis, "THES"),
        (.conferencePaper, "CONF"), (.workingPaper, "UNPB"), (.webPage, "ELEC"),
    ]

    static func kind(_ code: String) -> Reference.Kind {
        codes.first { $0.1 == code }?.0 ?? .other(code)
    }

    private static func code(_ kind: Reference.Kind) -> String {
        if let code = codes.first(where: { $0.0 == kind })?.1 { return code }
        if case .other(let code) = kind, code.count <= 6, code.allSatisfy({ $0.isASCII && $0.isUppercase }) {
            return code
        }
        return "GEN"
    }
}
