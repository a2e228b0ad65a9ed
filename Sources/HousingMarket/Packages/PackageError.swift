internal import Bilingual

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
    static func nearest(to word: String, among words: [String]) -> String? {
        NearestWord.nearest(to: word, among: words)
    }

    /// The end of a sentence: what was meant, or what there is.
    static func hint(_ word: String, _ words: [String]) -> String {
        nearest(to: word, among: words).map { "did you mean '\($0)'?" }
            ?? "there are \(words.joined(separator: ", "))."
    }
}
