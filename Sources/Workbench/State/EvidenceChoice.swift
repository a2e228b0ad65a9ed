public import EvidenceRegister
public import PolicyTheory

/// Which studies a reader wants to look at; nil looks at all.
public struct EvidenceChoice: Sendable, Hashable {
    /// The region that a study is about.
    public var region: Region?
    /// The class of its design.
    public var design: DesignClass?
    /// How much of it was read.
    public var verification: Verification?
    /// What it looked at.
    public var domain: OutcomeDomain?
    /// The measure it is about.
    public var lever: Lever?
    /// The question it bears on.
    public var question: Question?

    /// No choice.
    public init() {}

    /// Whether nothing was chosen.
    var isEmpty: Bool { self == EvidenceChoice() }

    /// The choice as the register takes it.
    var filter: StudyFilter {
        var filter = StudyFilter()
        filter.regions = Set([region].compactMap(\.self))
        filter.designClasses = Set([design].compactMap(\.self))
        filter.verifications = Set([verification].compactMap(\.self))
        filter.domains = Set([domain].compactMap(\.self))
        filter.levers = Set([lever].compactMap(\.self))
        filter.questions = Set([question].compactMap(\.self))
        return filter
    }
}
