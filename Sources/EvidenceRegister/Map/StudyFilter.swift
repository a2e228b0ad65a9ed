public import PolicyTheory

/// Which studies to look at. A filter only removes: an empty one keeps everything, and each condition that is
/// set takes away more.
public struct StudyFilter: Sendable, Hashable {
    /// Regions to keep; empty keeps all.
    public var regions: Set<Region> = []
    /// Countries to keep, as written in the register; empty keeps all.
    public var countries: Set<String> = []
    /// Designs to keep; empty keeps all.
    public var designs: Set<Design> = []
    /// Classes of design to keep; empty keeps all.
    public var designClasses: Set<DesignClass> = []
    /// Risks of bias to keep; empty keeps all.
    public var risksOfBias: Set<RiskOfBias> = []
    /// How much must have been read; empty keeps all.
    public var verifications: Set<Verification> = []
    /// The years to keep; nil keeps all. A study without a year falls outside every range.
    public var years: ClosedRange<Int>?
    /// The questions to keep; empty keeps all.
    public var questions: Set<Question> = []
    /// The outcome domains to keep; empty keeps all.
    public var domains: Set<OutcomeDomain> = []
    /// The measures to keep; empty keeps all.
    public var levers: Set<Lever> = []
    /// Whether to keep only studies with a finding to show.
    public var onlyWithFinding = false
    /// Words that title, authors, place or exposure must hold, whatever their case and accents; empty keeps
    /// all.
    public var words = ""

    /// A filter that keeps everything.
    public init() {}
}

extension Register {
    /// The studies that `filter` keeps, in order of the register.
    public func studies(matching filter: StudyFilter) -> [Study] {
        let levers =
            filter.levers.isEmpty
            ? nil : Set(leverLinks.filter { filter.levers.contains($0.lever) }.map(\.study))
        let words = NormalisedText.title(filter.words).split(separator: " ")
        return studies.filter { study in
            func keeps<T: Hashable>(_ wanted: Set<T>, _ value: T?) -> Bool {
                wanted.isEmpty || value.map(wanted.contains) ?? false
            }
            guard keeps(filter.regions, study.region), keeps(filter.designs, study.design),
                keeps(filter.designClasses, study.designClass), keeps(filter.risksOfBias, study.riskOfBias),
                keeps(filter.verifications, study.verification)
            else { return false }
            if !filter.countries.isEmpty, filter.countries.isDisjoint(with: study.countries) { return false }
            if !filter.domains.isEmpty, filter.domains.isDisjoint(with: study.outcomeDomains) { return false }
            if !filter.questions.isEmpty, !filter.questions.contains(where: study.bears(on:)) { return false }
            if let levers, !levers.contains(study.id) { return false }
            if let years = filter.years, !(study.year.map(years.contains) ?? false) { return false }
            if filter.onlyWithFinding, study.shownFinding == nil { return false }
            guard !words.isEmpty else { return true }
            let text = NormalisedText.title(
                [study.title, study.authors, study.place, study.country, study.exposure].joined(
                    separator: " "))
            return words.allSatisfy { text.contains($0) }
        }
    }

    /// The countries of the register in words: the Netherlands first, then by alphabet.
    public var countries: [String] {
        let all = Set(studies.flatMap(\.countries))
        let first = Self.firstCountry
        return (all.contains(first) ? [first] : []) + all.subtracting([first]).sorted()
    }

    static let firstCountry = "Netherlands"
}
