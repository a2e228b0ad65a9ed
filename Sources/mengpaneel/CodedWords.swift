import Bilingual
import EvidenceRegister

/// Words of the command line that stand for terms of the register.
enum CodedWords {
    /// The terms that `words` stand for, by their code or by their name in either language.
    ///
    /// - Throws: ``UserError`` that names the word that was probably meant.
    static func terms<Term: CodedTerm>(_ words: [String], of option: String) throws -> Set<Term> {
        var result: Set<Term> = []
        for word in words {
            let found = Term.allCases.first { term in
                [term.rawValue, term.name.nl, term.name.en].contains { plain($0) == plain(word) }
            }
            guard let found else {
                throw unknown(word, of: option, among: Term.allCases.map(\.rawValue))
            }
            result.insert(found)
        }
        return result
    }

    /// What is said of a word that is not in a list.
    static func unknown(_ word: String, of option: String, among words: [String]) -> UserError {
        let meant = Suggestion.nearest(to: plain(word), among: words.map(plain)).flatMap { near in
            words.first { plain($0) == near }
        }
        return UserError(
            "\(option): there is no '\(word)'"
                + (meant.map { "; did you mean '\($0)'?" }
                    ?? "; there is \(words.joined(separator: ", ")).")
        )
    }

    private static func plain(_ word: String) -> String {
        word.lowercased().replacing("_", with: " ").replacing("-", with: " ")
    }
}
