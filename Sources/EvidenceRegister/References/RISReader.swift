import Foundation

struct RISReader {
    let name: String
    private(set) var references: [Reference] = []
    private(set) var errors: [RegisterError] = []
    private var current: Reference?
    private var startLine = 0
    private var lastTag = ""
    private var lastValue = ""
    private var isBroken = false

    init(name: String) { self.name = name }

    static func isTag(_ text: some StringProtocol) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count == 2, ("A"..."Z").contains(scalars[0]) else { return false }
        return ("A"..."Z").contains(scalars[1]) || ("0"..."9").contains(scalars[1])
    }

    mutating func take(_ line: Substring, _ number: Int) {
        guard !line.allSatisfy(\.isWhitespace) else { return }
        guard let (tag, value) = Self.parts(line) else { return takeWithoutTag(line, number) }
        switch tag {
        case "TY":
            if current != nil {
                complain(
                    number, line, "ER before the next TY",
                    "close the record of line \(startLine) with 'ER  - '")
            }
            store()
            guard !value.isEmpty else {
                isBroken = true
                return complain(number, line, "a type after TY", "write 'TY  - JOUR' or another type")
            }
            current = Reference(kind: RIS.kind(value))
            startLine = number
            isBroken = false
        case "ER":
            if current == nil, !isBroken {
                complain(
                    number, line, "TY before ER", "take out the line or begin the record with 'TY  - JOUR'")
            }
            store()
            isBroken = false
        default:
            guard current != nil else {
                if !isBroken {
                    complain(
                        number, line, "TY as the first tag of a record", "begin the record with 'TY  - JOUR'")
                }
                isBroken = true
                return
            }
            flush()
            lastTag = tag
            lastValue = value
            startOf(tag, value, number, line)
        }
    }

    mutating func finish() {
        if current != nil {
            complain(startLine, "TY", "ER at the end of the record", "close the record with 'ER  - '")
        }
        store()
    }

    /// A long value may run on over the next lines; a line that looks like a tag may not.
    private mutating func takeWithoutTag(_ line: Substring, _ number: Int) {
        let looksLikeTag = line.prefix(8).contains(/^[A-Za-z][A-Za-z0-9] ? ?-/)
        // A year does not run on: what stands there would be written as a year that no reader takes.
        guard current != nil, !["", "PY", "Y1"].contains(lastTag), !looksLikeTag else {
            if !isBroken || looksLikeTag {
                complain(
                    number, line, "a tag of two capitals, two spaces, a dash and a space",
                    "write it as 'AU  - Jansen, A.'")
            }
            if current == nil { isBroken = true }
            return
        }
        lastValue += " " + line.trimmingCharacters(in: .whitespaces)
    }

    private mutating func startOf(_ tag: String, _ value: String, _ number: Int, _ line: Substring) {
        guard tag == "PY" || tag == "Y1", !value.isEmpty else { return }
        guard value.count >= 4, let year = Int(value.prefix(4)), (1000...2999).contains(year),
            value.dropFirst(4).isEmpty || value.dropFirst(4).hasPrefix("/")
                || value.dropFirst(4).hasPrefix("-")
        else { return complain(number, line, "a year of four digits", "write it as 'PY  - 2019'") }
    }

    private mutating func store() {
        flush()
        if let current { references.append(current) }
        current = nil
    }

    private mutating func flush() {
        defer { (lastTag, lastValue) = ("", "") }
        let value = RIS.line(lastValue)
        guard !lastTag.isEmpty, !value.isEmpty, var reference = current else { return }
        reference.take(tag: lastTag, value: value)
        current = reference
    }

    private mutating func complain(
        _ number: Int, _ found: some StringProtocol, _ expected: String, _ mend: String
    ) {
        errors.append(
            RegisterError(
                .entry, at: "\(name), line \(number)", found: String(found), expected: expected, mend: mend))
    }

    /// Looks at code points: an accent at the start of a value clings to the space before it.
    private static func parts(_ line: Substring) -> (String, String)? {
        let (tag, rest) = (line.unicodeScalars.prefix(2), line.unicodeScalars.dropFirst(2))
        guard isTag(Substring(tag)), rest.starts(with: "  -".unicodeScalars) else { return nil }
        let value = rest.dropFirst(3)
        guard value.first.map({ $0 == " " }) ?? true else { return nil }
        return (String(tag), String(value).trimmingCharacters(in: .whitespaces))
    }
}

extension Reference {
    fileprivate mutating func take(tag: String, value: String) {
        switch tag {
        case "AU", "A1": authors.append(value)
        case "A2", "ED": editors.append(value)
        case "KW": keywords.append(value)
        case "N1": takeNote(value)
        case "PY", "Y1":
            // Month and day have no place here; they stay with the record.
            if year != nil || value.dropFirst(4).contains(where: \.isNumber) { keep(tag, value) }
            if year == nil { year = Int(value.prefix(4)) }
        case "ID": put(value, in: \.key, tag)
        case "TI", "T1": put(value, in: \.title, tag)
        case "T2", "JO", "JF", "BT": put(value, in: \.container, tag)
        case "VL": put(value, in: \.volume, tag)
        case "IS": put(value, in: \.issue, tag)
        case "SP": takePages(value)
        case "EP": put(value, in: \.lastPage, tag)
        case "DO":
            put(
                NormalisedText.doi(value) == value.lowercased() ? value : NormalisedText.doi(value),
                in: \.doi, tag)
        case "CY": put(value, in: \.place, tag)
        case "PB": put(value, in: \.publisher, tag)
        case "AB", "N2": put(value, in: \.abstract, tag)
        case "UR": put(value, in: \.url, tag)
        default: keep(tag, value)
        }
    }

    /// The first value of a field that comes once; a second that differs is kept beside it.
    private mutating func put(_ value: String, in field: WritableKeyPath<Reference, String>, _ tag: String) {
        if self[keyPath: field].isEmpty {
            self[keyPath: field] = value
        } else if self[keyPath: field] != value {
            keep(tag, value)
        }
    }

    private mutating func keep(_ tag: String, _ value: String) {
        kept.append(KeptField(name: tag, value: value))
    }

    private mutating func takePages(_ value: String) {
        if firstPage.isEmpty, lastPage.isEmpty,
            let pages = try? /([A-Za-z]?\d+)[-–]{1,2}([A-Za-z]?\d+)/.wholeMatch(in: value)
        {
            firstPage = String(pages.1)
            lastPage = String(pages.2)
        } else {
            put(value, in: \.firstPage, "SP")
        }
    }

    private mutating func takeNote(_ value: String) {
        if let field = try? /\[bibtex ([A-Za-z0-9_.:+-]+)\] (.*)/.wholeMatch(in: value) {
            keep(String(field.1), String(field.2))
        } else {
            notes.append(value)
        }
    }
}
