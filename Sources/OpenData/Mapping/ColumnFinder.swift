/// Finds the columns of a file by their names.
struct ColumnFinder {
    private let file: String
    private let names: [FieldName]
    private let titles: [String]
    private var byPlain: [String: [Int]] = [:]
    private var byLoose: [String: [Int]] = [:]
    private var byUnnumbered: [String: [Int]] = [:]
    private var byPart: [String: [Int]] = [:]

    init(fields: [String], file: String) {
        self.file = file
        titles = fields
        names = fields.map(FieldName.init)
        for (index, name) in names.enumerated() {
            byPlain[name.plain, default: []].append(index)
            byLoose[name.loose, default: []].append(index)
            byUnnumbered[name.unnumbered, default: []].append(index)
            for part in Set(name.parts) { byPart[part, default: []].append(index) }
        }
    }

    /// The column with the first of `candidates` that is there; nil when none is.
    ///
    /// A name is looked for as it stands, then without marks, then without a column number, then as the end of a
    /// longer title. An end that fits several titles fits none of them.
    func find(_ candidates: [String]) throws(ImportError) -> Int? {
        for candidate in candidates {
            let wanted = FieldName(candidate)
            for hits in [byPlain[wanted.plain], byLoose[wanted.loose], byUnnumbered[wanted.unnumbered]] {
                guard let hits, let first = hits.first else { continue }
                guard hits.count == 1 else {
                    throw ImportError(
                        .duplicateColumn, file: file, row: 1,
                        found: hits.map { titles[$0] }.joined(separator: ", "))
                }
                return first
            }
            if let hits = byPart[wanted.loose], hits.count == 1 { return hits.first }
        }
        return nil
    }

    /// The column with one of `candidates`.
    ///
    /// - Throws: ``ImportError`` of kind `missingColumn`, with the columns that are there.
    func require(_ candidates: [String]) throws(ImportError) -> Int {
        if let found = try find(candidates) { return found }
        throw ImportError(
            .missingColumn, file: file, row: 1, found: titles.prefix(6).joined(separator: ", "),
            expected: candidates.prefix(3).joined(separator: " / "))
    }

    /// The column whose name differs least from `name`; nil when every name differs in more than half its letters.
    func nearest(to name: String) -> String? {
        let wanted = Array(FieldName(name).loose)
        var best: (title: String, edits: Int)?
        for (title, field) in zip(titles, names) {
            let edits = Self.edits(wanted, Array(field.loose))
            guard edits * 2 <= max(wanted.count, field.loose.count) else { continue }
            if best.map({ edits < $0.edits }) ?? true { best = (title.trimmingSpaces, edits) }
        }
        return best?.title
    }

    /// How many letters must be put in, taken out or replaced to make one word of the other (Levenshtein).
    private static func edits(_ one: [Character], _ other: [Character]) -> Int {
        var row = Array(0...other.count)
        for (i, letter) in one.enumerated() {
            var corner = row[0]
            row[0] = i + 1
            for (j, candidate) in other.enumerated() {
                let replaced = corner + (letter == candidate ? 0 : 1)
                corner = row[j + 1]
                row[j + 1] = min(replaced, row[j] + 1, corner + 1)
            }
        }
        return row[other.count]
    }
}
