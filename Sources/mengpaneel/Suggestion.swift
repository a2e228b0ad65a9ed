/// What a mistyped word was probably meant to be.
enum Suggestion {
    /// The word of `words` that is at most two letters (a third of the word) away, or nil.
    static func nearest(to word: String, among words: [String]) -> String? {
        let distances = words.map { ($0, distance(word.lowercased(), $0.lowercased())) }
        guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= max(2, word.count / 3) else {
            return nil
        }
        return best.0
    }

    /// The edit distance of Levenshtein (1966): letters to insert, delete or replace.
    static func distance(_ left: String, _ right: String) -> Int {
        let target = Array(right)
        var row = Array(0...target.count)
        for (index, letter) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in target.indices {
                let replaced = diagonal + (letter == target[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[target.count]
    }
}
