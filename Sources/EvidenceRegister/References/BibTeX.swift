/// The format of BibTeX.
public enum BibTeX {
    /// Reads records.
    ///
    /// - Parameter name: the name to show in errors.
    /// - Throws: ``RegisterErrors``, one line per malformed entry, with the number of the line.
    public static func read(_ text: String, name: String) throws(RegisterErrors) -> [Reference] {
        var parser = BibTeXParser(text, name: name)
        let entries = parser.entries()
        var errors = parser.errors
        var references: [Reference] = []
        for entry in entries {
            do {
                references.append(try reference(entry, name))
            } catch {
                errors.append(error)
            }
        }
        guard errors.isEmpty else { throw RegisterErrors(errors) }
        return references
    }

    /// Writes records.
    public static func write(_ references: [Reference]) -> String {
        references.map(write).joined(separator: "\n")
    }

    private static func write(_ reference: Reference) -> String {
        var lines: [String] = []
        func add(_ name: String, raw value: String) {
            if !value.isEmpty { lines.append("  \(name) = {\(value)}") }
        }
        func add(_ name: String, _ value: String) { add(name, raw: LaTeXText.escaped(value)) }
        add("author", raw: BibTeXNames.write(reference.authors))
        add("editor", raw: BibTeXNames.write(reference.editors))
        add("year", reference.year.map(String.init) ?? "")
        add("title", reference.title)
        add(containerField(reference.kind), reference.container)
        add("volume", reference.volume)
        add("number", reference.issue)
        if !reference.firstPage.isEmpty || !reference.lastPage.isEmpty {
            let last = LaTeXText.escaped(reference.lastPage)
            add("pages", raw: LaTeXText.escaped(reference.firstPage) + (last.isEmpty ? "" : "--" + last))
        }
        add("doi", reference.doi)
        add("address", reference.place)
        add(publisherField(reference.kind), reference.publisher)
        add("abstract", reference.abstract)
        add(
            "keywords",
            raw: reference.keywords.map { "{" + LaTeXText.escaped($0) + "}" }.joined(separator: "; "))
        add("url", reference.url)
        for note in reference.notes { add("note", note) }
        for field in reference.kept {
            add(RISReader.isTag(field.name) ? "ris-\(field.name.lowercased())" : field.name, field.value)
        }
        // A key that the format cannot hold goes into the field of that name.
        let isPlain = reference.key.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || "-_.:+/".contains($0))
        }
        let key = reference.key.isEmpty || !isPlain || reference.key == noKey ? noKey : reference.key
        if key == noKey { add("key", reference.key) }
        return "@\(type(reference.kind)){\(key),\n" + lines.joined(separator: ",\n") + "\n}\n"
    }

    private static func reference(_ entry: BibTeXParser.Entry, _ name: String) throws(RegisterError)
        -> Reference
    {
        var reference = Reference(kind: kind(entry.type))
        reference.key = entry.key == noKey ? "" : entry.key
        for (field, raw) in entry.fields {
            let value = LaTeXText.plain(raw)
            guard !value.isEmpty else { continue }
            switch field {
            case "author": reference.authors += BibTeXNames.read(raw)
            case "editor": reference.editors += BibTeXNames.read(raw)
            case "year", "date":
                guard let year = Int(value.prefix(4)), value.count >= 4, (1000...2999).contains(year),
                    value.count == 4 || value.dropFirst(4).hasPrefix("-")
                else {
                    throw RegisterError(
                        .entry, at: "\(name), line \(entry.line), field '\(field)'", found: value,
                        expected: "a year of four digits", mend: "write it as year = {2019}")
                }
                if reference.year == nil {
                    reference.year = year
                } else if reference.year != year {
                    reference.kept.append(.init(name: field, value: value))
                }
            case "pages": reference.takePages(raw)
            case "keywords":
                reference.keywords += BibTeXNames.parts(raw) { $0 == ";" || $0 == "," }.map(LaTeXText.plain)
            case "key" where reference.key.isEmpty: reference.key = value
            case "note": reference.notes.append(value)
            case "doi":
                reference.put(
                    NormalisedText.doi(value) == value.lowercased() ? value : NormalisedText.doi(value),
                    in: \.doi, field)
            default:
                if let path = path(field) {
                    reference.put(value, in: path, field)
                } else {
                    let tag = field.hasPrefix("ris-") ? field.dropFirst(4).uppercased() : ""
                    reference.kept.append(.init(name: RISReader.isTag(tag) ? tag : field, value: value))
                }
            }
        }
        return reference
    }

    private static let noKey = "record"

    private static func path(_ field: String) -> WritableKeyPath<Reference, String>? {
        switch field {
        case "title": \.title
        case "journal", "journaltitle", "booktitle", "howpublished": \.container
        case "volume": \.volume
        case "number", "issue": \.issue
        case "address", "location": \.place
        case "publisher", "institution", "school": \.publisher
        case "abstract": \.abstract
        case "url": \.url
        default: nil
        }
    }

    private static let types: [(Reference.Kind, String)] = [
        (.article, "article"), (.book, "book"), (.chapter, "incollection"), (.report, "techreport"),
        (.thesis, "phdthesis"), (.conferencePaper, "inproceedings"), (.workingPaper, "unpublished"),
        (.webPage, "online"),
    ]

    private static func kind(_ type: String) -> Reference.Kind {
        switch type {
        case "inbook": .chapter
        case "conference": .conferencePaper
        case "report": .report
        case "thesis": .thesis
        default: types.first { $0.1 == type }?.0 ?? .other(type == "misc" ? "GEN" : type)
        }
    }

    private static func type(_ kind: Reference.Kind) -> String {
        if let type = types.first(where: { $0.0 == kind })?.1 { return type }
        guard case .other(let code) = kind, code != "GEN",
            !code.isEmpty, code.allSatisfy({ $0.isASCII && $0.isLetter && $0.isLowercase })
        else { return "misc" }
        return code
    }

    private static func containerField(_ kind: Reference.Kind) -> String {
        switch kind {
        case .article: "journal"
        case .chapter, .conferencePaper: "booktitle"
        default: "howpublished"
        }
    }

    private static func publisherField(_ kind: Reference.Kind) -> String {
        switch kind {
        case .report: "institution"
        case .thesis: "school"
        default: "publisher"
        }
    }
}

extension Reference {
    fileprivate mutating func put(
        _ value: String, in path: WritableKeyPath<Reference, String>, _ field: String
    ) {
        if self[keyPath: path].isEmpty {
            self[keyPath: path] = value
        } else if self[keyPath: path] != value {
            kept.append(KeptField(name: field, value: value))
        }
    }

    fileprivate mutating func takePages(_ raw: String) {
        let value = LaTeXText.plain(raw)
        let parts = value.split { $0 == "–" || $0 == "—" }
        if parts.count == 2 {
            firstPage = parts[0].trimmingWhitespace
            lastPage = parts[1].trimmingWhitespace
        } else if let pages = try? /([A-Za-z]?\d+)-([A-Za-z]?\d+)/.wholeMatch(in: value) {
            firstPage = String(pages.1)
            lastPage = String(pages.2)
        } else {
            firstPage = value
        }
    }
}

extension Substring {
    fileprivate var trimmingWhitespace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
