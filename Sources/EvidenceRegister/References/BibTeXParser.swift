/// Reads the entries of a BibTeX file: what stands between an `@` and its closing brace.
struct BibTeXParser {
    /// One entry, its fields still in LaTeX.
    struct Entry {
        var type: String
        var key: String
        var fields: [(name: String, value: String)]
        var line: Int
    }

    private let text: [Character]
    private let name: String
    private var position = 0
    private var line = 1
    private var strings: [String: String] = [:]
    private(set) var errors: [RegisterError] = []

    init(_ text: String, name: String) {
        self.text = Array(TextFile.withPlainLineEnds(text))
        self.name = name
        let months = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        for month in months { strings[month] = month }
    }

    mutating func entries() -> [Entry] {
        var result: [Entry] = []
        // What stands outside entries is a comment by the rules of the format.
        while let start = skip(to: "@") {
            do {
                if let entry = try entry(startLine: start) { result.append(entry) }
            } catch {
                errors.append(error)
                skipToNextEntry()
            }
        }
        return result
    }

    private mutating func entry(startLine: Int) throws(RegisterError) -> Entry? {
        let type = word().lowercased()
        guard !type.isEmpty else {
            throw fault(startLine, "@", "a type after @", "write it as '@article{key, ...}'")
        }
        if type == "comment" {
            // A comment with braces ends at its closing brace; one without ends with its line.
            skipSpaces()
            if peek == "{" { _ = try braced(startLine) }
            return nil
        }
        skipSpaces()
        guard peek == "{" || peek == "(" else {
            throw fault(line, "@\(type)", "an opening brace", "write it as '@\(type){key, ...}'")
        }
        let closing: Character = peek == "{" ? "}" : ")"
        advance()
        if type == "preamble" {
            _ = try value(startLine)
            try close(closing, startLine)
            return nil
        }
        if type == "string" {
            let field = try field(startLine)
            strings[field.name] = field.value
            try close(closing, startLine)
            return nil
        }
        skipSpaces()
        let key = take { $0 != "," && $0 != closing && !$0.isWhitespace }
        var entry = Entry(type: type, key: key, fields: [], line: startLine)
        while true {
            skipSpaces()
            guard let next = peek else {
                throw fault(startLine, "@\(type){\(key)", "a closing brace", "close the entry")
            }
            if next == closing {
                advance()
                return entry
            }
            guard next == "," else {
                throw fault(line, String(next), "a comma or the closing brace", "put a comma between fields")
            }
            advance()
            skipSpaces()
            if peek == closing || peek == "," { continue }
            entry.fields.append(try field(startLine))
        }
    }

    private mutating func field(_ startLine: Int) throws(RegisterError) -> (name: String, value: String) {
        skipSpaces()
        let at = line
        let name = word().lowercased()
        skipSpaces()
        guard !name.isEmpty, peek == "=" else {
            throw fault(
                at, name.isEmpty ? peek.map(String.init) ?? "" : name, "a field as 'name = {value}'",
                "give the field a name, '=' and a value")
        }
        advance()
        return (name, try value(startLine))
    }

    private mutating func value(_ startLine: Int) throws(RegisterError) -> String {
        var result = ""
        while true {
            skipSpaces()
            let at = line
            switch peek {
            case "{": result += try braced(startLine)
            case "\"": result += try quoted(startLine)
            default:
                let word = word()
                guard !word.isEmpty else {
                    throw fault(
                        at, peek.map(String.init) ?? "", "a value between braces or quotation marks",
                        "put the value between braces")
                }
                if word.allSatisfy({ ("0"..."9").contains($0) }) {
                    result += word
                } else if let known = strings[word.lowercased()] {
                    result += known
                } else {
                    throw fault(
                        at, word, "a number or a name from an @string", "put the value between braces")
                }
            }
            skipSpaces()
            guard peek == "#" else { return result }
            advance()
        }
    }

    private mutating func braced(_ startLine: Int) throws(RegisterError) -> String {
        let at = line
        advance()
        var depth = 1
        var result = ""
        while let character = peek {
            advance()
            if character == "\\", let next = peek {
                result += "\\\(next)"
                advance()
                continue
            }
            if character == "{" { depth += 1 }
            if character == "}" {
                depth -= 1
                if depth == 0 { return result }
            }
            result.append(character)
        }
        throw fault(
            at, String(result.prefix(30)), "a closing brace",
            "close the value of the entry that begins in line \(startLine)")
    }

    private mutating func quoted(_ startLine: Int) throws(RegisterError) -> String {
        let at = line
        advance()
        var depth = 0
        var result = ""
        while let character = peek {
            advance()
            if character == "{" { depth += 1 }
            if character == "}" { depth -= 1 }
            if character == "\"", depth == 0 { return result }
            result.append(character)
        }
        throw fault(
            at, String(result.prefix(30)), "a closing quotation mark",
            "close the value of the entry that begins in line \(startLine)")
    }

    private mutating func close(_ closing: Character, _ startLine: Int) throws(RegisterError) {
        skipSpaces()
        guard peek == closing else {
            throw fault(
                line, peek.map(String.init) ?? "", "'\(closing)'", "close the entry of line \(startLine)")
        }
        advance()
    }

    private var peek: Character? { position < text.count ? text[position] : nil }

    private mutating func advance() {
        if position < text.count, text[position] == "\n" { line += 1 }
        position += 1
    }

    private mutating func skipSpaces() { _ = take(while: \.isWhitespace) }

    private mutating func take(while holds: (Character) -> Bool) -> String {
        var result = ""
        while let character = peek, holds(character) {
            result.append(character)
            advance()
        }
        return result
    }

    private mutating func word() -> String {
        take { $0.isLetter || $0.isNumber || "_-+.:/".contains($0) }
    }

    private mutating func skip(to mark: Character) -> Int? {
        _ = take { $0 != mark }
        guard peek != nil else { return nil }
        let start = line
        advance()
        return start
    }

    /// After a mistake, reading goes on at the next line that begins with `@`.
    private mutating func skipToNextEntry() {
        while let character = peek {
            if character == "@", position == 0 || text[position - 1] == "\n" { return }
            advance()
        }
    }

    private func fault(_ line: Int, _ found: String, _ expected: String, _ mend: String) -> RegisterError {
        RegisterError(.entry, at: "\(name), line \(line)", found: found, expected: expected, mend: mend)
    }
}
