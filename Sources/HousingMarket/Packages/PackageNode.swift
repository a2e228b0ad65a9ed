internal import Yams

/// One mapping of a package file: its fields by name, each read once, with errors that name line and field.
struct PackageNode {
    let file: String
    let line: Int
    private let fields: [(key: String, node: Node)]

    /// Words that would choose people by where they come from, in any spelling.
    private static let origins = [
        "herkomst", "origin", "nationalit", "migrati", "etni", "ethni", "westers", "western", "afkomst",
        "allochtoon",
        "geboorteland", "birthcountry", "countryofbirth", "religi", "godsdienst", "race", "ras",
    ]

    init(_ node: Node, file: String) throws(PackageError) {
        guard case .mapping(let mapping) = node else {
            throw PackageError(
                file: file, line: node.mark?.line ?? 0,
                message:
                    "fields with a value each are expected here, such as 'lever: sale'; found \(Self.kind(node))."
            )
        }
        self.file = file
        line = node.mark?.line ?? 0
        fields = mapping.map { (key: $0.key.string ?? "", node: $0.value) }
        for (key, value) in fields where Self.isOrigin(key) {
            throw PackageError(
                file: file, line: value.mark?.line ?? line, field: key,
                message:
                    "origin is never a ground to choose homes, areas or people (Awgb; CJEU 18 Dec 2025, C-417/23); take areas by code, by stock or by income."
            )
        }
    }

    static func isOrigin(_ word: String) -> Bool {
        let letters = word.lowercased().filter(\.isLetter)
        return origins.contains { $0 == "ras" || $0 == "race" ? letters == $0 : letters.contains($0) }
    }

    static func kind(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): scalar.string.isEmpty ? "nothing" : "'\(scalar.string.prefix(40))'"
        case .sequence: "a list"
        case .mapping: "fields"
        case .alias: "a reference"
        }
    }

    func error(_ field: String, _ message: String) -> PackageError {
        PackageError(file: file, line: node(field)?.mark?.line ?? line, field: field, message: message)
    }

    func node(_ field: String) -> Node? { fields.first { $0.key == field }?.node }

    /// Refuses fields that are not known here.
    func allow(_ known: [String], in place: String) throws(PackageError) {
        for (key, value) in fields where !known.contains(key) {
            throw PackageError(
                file: file, line: value.mark?.line ?? line, field: key,
                message: "\(place) has no such field; \(MeantWord.hint(key, known))")
        }
    }

    private func need(_ field: String) throws(PackageError) -> Node {
        guard let node = node(field) else { throw error(field, "is missing; add it.") }
        return node
    }

    func text(_ field: String) throws(PackageError) -> String {
        let node = try need(field)
        guard let text = node.string, text.contains(where: { !$0.isWhitespace }) else {
            throw error(field, "a text is expected; found \(Self.kind(node)).")
        }
        return text
    }

    func number(_ field: String, _ range: ClosedRange<Double>, _ unit: String) throws(PackageError) -> Double
    {
        let node = try need(field)
        guard let number = node.string.flatMap(Double.init), number.isFinite else {
            throw error(field, "\(unit) is expected; found \(Self.kind(node)).")
        }
        guard range.contains(number) else {
            throw error(
                field,
                "\(Self.plain(number)) does not lie between \(Self.plain(range.lowerBound)) and \(Self.plain(range.upperBound)) (\(unit))."
            )
        }
        return number
    }

    func whole(_ field: String, _ range: ClosedRange<Int>, _ unit: String) throws(PackageError) -> Int {
        let number = try number(field, Double(range.lowerBound)...Double(range.upperBound), unit)
        guard number == number.rounded() else {
            throw error(field, "\(Self.plain(number)) is not whole; \(unit) is expected.")
        }
        return Int(number)
    }

    func flag(_ field: String, default value: Bool) throws(PackageError) -> Bool {
        guard let node = node(field) else { return value }
        switch node.string {
        case "true", "yes", "ja": return true
        case "false", "no", "nee": return false
        default: throw error(field, "true or false is expected; found \(Self.kind(node)).")
        }
    }

    func word<Choice>(_ field: String, _ choices: [(String, Choice)]) throws(PackageError) -> Choice {
        let word = try text(field)
        guard let found = choices.first(where: { $0.0 == word }) else {
            throw error(field, "there is no '\(word)'; \(MeantWord.hint(word, choices.map(\.0)))")
        }
        return found.1
    }

    func words<Choice>(_ field: String, _ choices: [(String, Choice)]) throws(PackageError) -> [Choice] {
        guard let node = node(field) else { return [] }
        var result: [Choice] = []
        for word in try strings(field, node) {
            guard let found = choices.first(where: { $0.0 == word }) else {
                throw error(field, "there is no '\(word)'; \(MeantWord.hint(word, choices.map(\.0)))")
            }
            result.append(found.1)
        }
        return result
    }

    /// A list of texts, or one text.
    func strings(_ field: String, _ node: Node) throws(PackageError) -> [String] {
        if let one = node.string { return [one] }
        guard case .sequence(let sequence) = node else {
            throw error(field, "a list is expected; found \(Self.kind(node)).")
        }
        var result: [String] = []
        for item in sequence {
            guard let text = item.string else {
                throw error(field, "a list of words is expected; found \(Self.kind(item)).")
            }
            result.append(text)
        }
        return result
    }

    func mapping(_ field: String) throws(PackageError) -> PackageNode {
        try PackageNode(try need(field), file: file)
    }

    func optional(_ field: String) throws(PackageError) -> PackageNode? {
        guard let node = node(field) else { return nil }
        return try PackageNode(node, file: file)
    }

    static func plain(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
    }
}
