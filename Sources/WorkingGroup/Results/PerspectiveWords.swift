public import Bilingual
internal import Foundation
public import Perspectives

/// What may be claimed of a line and of groups, in words, with the values that decide.
public struct PerspectiveWords: Sendable {
    private let opinions: Opinions
    private let language: Language

    /// The words for some opinions.
    public init(opinions: Opinions, language: Language) {
        self.opinions = opinions
        self.language = language
    }

    /// What may be claimed of a line, in one sentence; `nil` in the mode of Polis, which tests nothing.
    public var line: String? { opinions.claims.map(line) }

    /// What may be claimed of groups, in one sentence; `nil` in the mode of Polis.
    public var groups: String? { opinions.claims.map(groups) }

    /// Both sentences, one a line.
    public var text: String {
        guard let claims = opinions.claims else {
            return BilingualText(
                nl: "Regels van Polis: niets is getoetst.", en: "Rules of Polis: nothing was tested.")[
                    language]
        }
        return [line(claims), groups(claims)].joined(separator: "\n")
    }

    private func line(_ claims: OpinionClaims) -> String {
        guard let test = claims.axis else {
            return BilingualText(
                nl: "Een lijn: niet getoetst (\(reasons(claims.lineReasons, .dutch))).",
                en: "A line: not tested (\(reasons(claims.lineReasons, .english))).")[language]
        }
        let values = compare(test)
        return BilingualText(
            nl: claims.showsLine
                ? "Mensen liggen op een lijn: de eerste as draagt meer dan toeval (\(values))."
                : "Een lijn is niet aan te tonen: de eerste as draagt niet meer dan toeval (\(values)).",
            en: claims.showsLine
                ? "People lie on a line: the first axis holds more than chance gives (\(values))."
                : "No line can be shown: the first axis holds no more than chance gives (\(values)).")[
                language]
    }

    private func groups(_ claims: OpinionClaims) -> String {
        var parts: [String] = []
        if let test = claims.silhouette { parts.append("silhouette \(compare(test))") }
        if let agreement = claims.agreementWithoutOne {
            parts.append(
                BilingualText(
                    nl: "zonder één persoon \(number(agreement))",
                    en: "without one person \(number(agreement))")[
                        language])
        }
        if let smallest = claims.smallestGroup {
            parts.append(
                BilingualText(nl: "kleinste groep \(smallest)", en: "smallest group \(smallest)")[language])
        }
        let values = parts.joined(separator: "; ")
        let k = opinions.chosen.map { opinions.groupings[$0].k } ?? 0
        if claims.showsGroups {
            return BilingualText(
                nl: "Er zijn \(k) groepen (\(values)).", en: "There are \(k) groups (\(values)).")[language]
        }
        return BilingualText(
            nl:
                "Geen stabiele groepen: \(reasons(claims.groupReasons, .dutch))\(values.isEmpty ? "" : " (\(values))").",
            en:
                "No stable groups: \(reasons(claims.groupReasons, .english))\(values.isEmpty ? "" : " (\(values))")."
        )[language]
    }

    private func compare(_ test: OpinionClaims.ChanceTest) -> String {
        BilingualText(
            nl: "\(number(test.value)), toeval \(number(test.chance)), p \(number(test.pValue))",
            en: "\(number(test.value)), chance \(number(test.chance)), p \(number(test.pValue))")[language]
    }

    private func number(_ value: Double) -> String {
        let text = String(format: "%.3f", value)
        return language == .dutch ? text.replacingOccurrences(of: ".", with: ",") : text
    }

    private func reasons(_ reasons: [OpinionClaims.Reason], _ language: Language) -> String {
        reasons.map { Self.name($0)[language] }.joined(separator: ", ")
    }

    /// A reason not to claim something, in words.
    public static func name(_ reason: OpinionClaims.Reason) -> BilingualText {
        switch reason {
        case .notTested: BilingualText(nl: "niet getoetst", en: "not tested")
        case .tooFew: BilingualText(nl: "te weinig mensen of verschil", en: "too few people or differences")
        case .noMoreThanChance: BilingualText(nl: "niet meer dan toeval", en: "no more than chance")
        case .hangsOnOnePerson: BilingualText(nl: "hangt af van één persoon", en: "hangs on one person")
        case .groupTooSmall: BilingualText(nl: "een groep is te klein", en: "a group is too small")
        }
    }
}
