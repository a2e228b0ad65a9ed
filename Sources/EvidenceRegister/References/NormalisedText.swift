import Foundation

/// Titles and names stripped of what differs between sources: capitals, accents, punctuation, spaces.
enum NormalisedText {
    static func title(_ text: String) -> String {
        let folded = text.folding(
            options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        let words = folded.replacing("ø", with: "o").replacing("æ", with: "ae").replacing("ß", with: "ss")
            .split { !$0.isLetter && !$0.isNumber }
        return words.joined(separator: " ")
    }

    /// The family name of the first author.
    static func firstAuthor(_ authors: String) -> String {
        let first = authors.split(separator: ";").first ?? ""
        return title(String(first.split(separator: ",").first ?? ""))
    }

    static func doi(_ text: String) -> String {
        var doi = text.lowercased()
        for prefix in [
            "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
        ]
        where doi.hasPrefix(prefix) {
            doi = String(doi.dropFirst(prefix.count)).trimmingCharacters(in: .whitespaces)
        }
        return doi
    }
}
