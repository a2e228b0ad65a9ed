/// What a mistyped word was probably meant to be.
public enum NearestWord {
    /// The word of `words` that is at most two letters (a third of the word) away, the first by the alphabet where two
    /// are as near; nil when none is.
    public static func nearest(to word: String, among words: [String]) -> String? {
        let found = words.map { ($0, distance(Array(word.lowercased()), Array($0.lowercased()))) }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }
        guard let found, found.1 <= max(2, word.count / 3) else { return nil }
        return found.0
    }

    /// The edit distance of Levenshtein (1966): letters to insert, delete or replace.
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
}
