/// What is wrong with a package, in one line: file, line, field, what was found, what was expected, how to mend it.
public struct PackageError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The file.
    public var file: String
    /// The line, from 1; 0 where it concerns the whole.
    public var line: Int
    /// The field, or empty.
    public var field: String
    /// What was found and expected, and how to mend it.
    public var message: String

    /// Makes an error.
    public init(file: String, line: Int = 0, field: String = "", message: String) {
        self.file = file
        self.line = line
        self.field = field
        self.message = message
    }

    /// One line.
    public var description: String {
        [file, line > 0 ? "line \(line)" : "", field.isEmpty ? "" : "'\(field)'"].filter { !$0.isEmpty }
            .joined(separator: ", ")
            + ": " + message
    }
}

/// The word of a list that was probably meant.
enum MeantWord {
    /// The nearest of `words` by edit distance (Levenshtein 1966), at most a third of the word away; nil when none is near.
    static func nearest(to word: String, among words: [String]) -> String? {
        let found = words.map { ($0, distance(Array(word.lowercased()), Array($0.lowercased()))) }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }
        guard let found, found.1 <= max(2, word.count / 3) else { return nil }
        return found.0
    }

    private static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (letter == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }

    /// The end of a sentence: what was meant, or what there is.
    static func hint(_ word: String, _ words: [String]) -> String {
        nearest(to: word, among: words).map { "did you mean '\($0)'?" }
            ?? "there are \(words.joined(separator: ", "))."
    }
}
