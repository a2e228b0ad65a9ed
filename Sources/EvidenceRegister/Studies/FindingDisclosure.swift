public import Bilingual

/// What a study found, never without how much of it was read.
public struct Finding: Sendable, Hashable {
    /// One sentence, in the register's own words.
    public let text: String
    /// Which way it points; nil where nobody filled it in.
    public let direction: Direction?
    /// How much of the publication was read.
    public let verification: Verification
}

/// Either what a study found, or why that is not shown.
public enum FindingDisclosure: Sendable, Hashable {
    /// The finding.
    case shown(Finding)
    /// Nothing is shown, and why.
    case withheld(reason: BilingualText)
}

extension Study {
    /// What it found, or why that is not shown.
    public var disclosure: FindingDisclosure {
        guard verification.allowsFinding else { return .withheld(reason: verification.meaning) }
        guard !recordedFinding.allSatisfy(\.isWhitespace) else {
            return .withheld(
                reason: BilingualText(
                    nl: "Niemand heeft nog opgeschreven wat dit onderzoek vond.",
                    en: "Nobody has written down yet what this study found."))
        }
        return .shown(
            Finding(text: recordedFinding, direction: recordedDirection, verification: verification))
    }

    /// What it found; nil when that may not be shown.
    public var shownFinding: Finding? {
        if case .shown(let finding) = disclosure { finding } else { nil }
    }

    /// Why no finding is shown; nil when there is one.
    public var reasonFindingIsWithheld: BilingualText? {
        if case .withheld(let reason) = disclosure { reason } else { nil }
    }
}
