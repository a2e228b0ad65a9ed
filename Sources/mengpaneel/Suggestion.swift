import Bilingual

/// What a mistyped word on the command line was probably meant to be.
enum Suggestion {
    /// The word of `words` that is near `word`, or nil.
    static func nearest(to word: String, among words: [String]) -> String? {
        NearestWord.nearest(to: word, among: words)
    }
}
