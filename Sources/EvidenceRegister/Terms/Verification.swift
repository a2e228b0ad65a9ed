public import Bilingual

/// How much of a publication was read. It stands beside every finding.
public enum Verification: String, CodedTerm {
    /// The whole text.
    case fullText = "full text"
    /// The abstract.
    case abstract
    /// The introduction.
    case introductionRead = "introduction read"
    /// An official letter, the publisher or the press.
    case secondary
    /// The abstract, or part of it, without the result.
    case abstractWithoutResult = "abstract (question only)"
    /// The title page.
    case bibliographicOnly = "bibliographic only"
    /// Nothing; it was not found.
    case memoryOnly = "memory only"

    /// The word on the badge.
    public var name: BilingualText {
        switch self {
        case .fullText: BilingualText(nl: "hele tekst gelezen", en: "full text read")
        case .abstract: BilingualText(nl: "samenvatting gelezen", en: "abstract read")
        case .introductionRead: BilingualText(nl: "inleiding gelezen", en: "introduction read")
        case .secondary: BilingualText(nl: "uit de tweede hand", en: "second hand")
        case .abstractWithoutResult: BilingualText(nl: "resultaat niet gelezen", en: "result not read")
        case .bibliographicOnly: BilingualText(nl: "alleen titelpagina", en: "title page only")
        case .memoryOnly: BilingualText(nl: "niet gevonden", en: "not found")
        }
    }

    /// What the badge means.
    public var meaning: BilingualText {
        switch self {
        case .fullText:
            BilingualText(nl: "De hele publicatie is gelezen.", en: "The whole publication was read.")
        case .abstract:
            BilingualText(
                nl: "De samenvatting is gelezen, de publicatie zelf niet.",
                en: "The abstract was read, the publication itself was not.")
        case .introductionRead:
            BilingualText(
                nl: "De inleiding is gelezen, de rest niet.",
                en: "The introduction was read, the rest was not.")
        case .secondary:
            BilingualText(
                nl: "Een brief, uitgever of krant vertelt erover; de publicatie zelf is niet gelezen.",
                en: "A letter, publisher or newspaper tells of it; the publication itself was not read.")
        case .abstractWithoutResult:
            BilingualText(
                nl: "Het gelezen deel noemt de vraag, maar niet het resultaat.",
                en: "The part that was read states the question but not the result.")
        case .bibliographicOnly:
            BilingualText(
                nl: "Alleen titel en makers zijn gezien.", en: "Only title and authors were seen.")
        case .memoryOnly:
            BilingualText(
                nl: "De publicatie is niet gevonden; de gegevens komen uit het geheugen.",
                en: "The publication was not found; its particulars are from memory.")
        }
    }

    /// Whether enough was read to show a finding.
    public var allowsFinding: Bool {
        switch self {
        case .fullText, .abstract, .introductionRead, .secondary: true
        case .abstractWithoutResult, .bibliographicOnly, .memoryOnly: false
        }
    }
}

/// Whether authors, journal, year and pages were all seen in a source.
public enum BibliographySeen: String, CodedTerm {
    /// All were seen.
    case seen
    /// Some are from memory.
    case partlyMemory = "partly memory"
    /// All are from memory.
    case memory

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .seen: BilingualText(nl: "titelgegevens gezien", en: "particulars seen")
        case .partlyMemory:
            BilingualText(nl: "titelgegevens deels uit het geheugen", en: "particulars partly from memory")
        case .memory: BilingualText(nl: "titelgegevens uit het geheugen", en: "particulars from memory")
        }
    }
}
