public import Bilingual

/// Two rows that may be the same publication. Nothing is merged: people decide.
public struct PossibleDuplicate: Sendable, Hashable {
    /// Why they may be the same.
    public enum Reason: Sendable, Hashable {
        /// They have the same DOI.
        case sameDOI(String)
        /// They have the same title, year and first author, apart from capitals, accents and punctuation.
        case sameTitleYearAndAuthor
        /// They have the same title and first author, but another year: perhaps two versions.
        case sameTitleAndAuthor

        /// The reason in words.
        public var text: BilingualText {
            switch self {
            case .sameDOI(let doi): BilingualText(nl: "dezelfde DOI (\(doi))", en: "the same DOI (\(doi))")
            case .sameTitleYearAndAuthor:
                BilingualText(
                    nl: "dezelfde titel, hetzelfde jaar en dezelfde eerste auteur",
                    en: "the same title, year and first author")
            case .sameTitleAndAuthor:
                BilingualText(
                    nl: "dezelfde titel en eerste auteur, maar een ander jaar: misschien twee versies",
                    en: "the same title and first author, but another year: perhaps two versions")
            }
        }
    }

    /// The row that came first.
    public let first: String
    /// The row that came later.
    public let second: String
    /// Why they may be the same.
    public let reason: Reason
}

extension Register {
    /// The pairs of studies that may be the same, in order of the second.
    public func possibleDuplicates() -> [PossibleDuplicate] {
        var finder = DuplicateFinder()
        return studies.flatMap { finder.pairs(adding: $0) }
    }

    /// The studies that `candidate` may be the same as.
    public func possibleDuplicates(of candidate: Study) -> [PossibleDuplicate] {
        possibleDuplicates(among: [candidate])
    }

    /// The studies that `candidates` may be the same as, among those of the register and each other.
    public func possibleDuplicates(among candidates: [Study]) -> [PossibleDuplicate] {
        var finder = DuplicateFinder()
        for study in studies { _ = finder.pairs(adding: study) }
        return candidates.flatMap { finder.pairs(adding: $0) }
    }
}

private struct DuplicateFinder {
    private var byDOI: [String: [String]] = [:]
    private var byTitle: [String: [(id: String, year: Int?)]] = [:]

    mutating func pairs(adding study: Study) -> [PossibleDuplicate] {
        var result: [PossibleDuplicate] = []
        var met: Set<String> = []
        if let doi = study.doi.map(NormalisedText.doi) {
            for id in byDOI[doi] ?? [] where met.insert(id).inserted {
                result.append(PossibleDuplicate(first: id, second: study.id, reason: .sameDOI(doi)))
            }
            byDOI[doi, default: []].append(study.id)
        }
        let title = NormalisedText.title(study.title)
        let key = title + "\u{1F}" + NormalisedText.firstAuthor(study.authors)
        for other in byTitle[key] ?? [] where met.insert(other.id).inserted {
            result.append(
                PossibleDuplicate(
                    first: other.id, second: study.id,
                    reason: other.year == study.year ? .sameTitleYearAndAuthor : .sameTitleAndAuthor))
        }
        byTitle[key, default: []].append((study.id, study.year))
        return result
    }
}
