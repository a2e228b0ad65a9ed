/// The register: publications, the numbers seen in them, and what they are linked to.
///
/// A value: it changes only by a ``RegisterChange``, and a ``RegisterLog`` keeps every change.
public struct Register: Sendable, Hashable {
    var studyRows = RowSet<Study>()
    var effectRows = RowSet<Effect>()
    var trialRows = RowSet<Trial>()
    var leverRows = RowSet<LeverLink>()
    var edgeRows = RowSet<EdgeLink>()
    var remarkRows = RowSet<Remark>()
    var answerRows = RowSet<AnswerSentence>()
    var strengthRows = RowSet<PanelStrength>()

    /// Which outcomes could carry a pooled effect after more reading. Not part of what people change.
    public let poolingCandidates: [PoolingCandidate]

    /// A register without rows.
    public init() { poolingCandidates = [] }

    init(poolingCandidates: [PoolingCandidate]) { self.poolingCandidates = poolingCandidates }

    /// The publications that count, in order of the file and then of arrival.
    public var studies: [Study] { studyRows.active }

    /// A publication that counts.
    public func study(_ id: String) -> Study? { studyRows.isActive(id) ? studyRows[id] : nil }

    /// The publications that were withdrawn, with the reason.
    public var withdrawnStudies: [(study: Study, why: String)] {
        studyRows.rows.compactMap { row in studyRows.withdrawn[row.id].map { (row, $0) } }
    }

    /// All numbers, without those of withdrawn publications.
    public var effects: [Effect] { effectRows.active.filter { studyRows.isActive($0.study) } }

    /// The numbers seen in one publication; none where its result may not be shown.
    public func effects(of study: String) -> [Effect] {
        guard self.study(study)?.shownFinding != nil else { return [] }
        return effectRows.active.filter { $0.study == study }
    }

    /// The groups of publications that count once.
    public var trials: [Trial] { trialRows.active }

    /// The group that a publication belongs to; nil when it stands alone.
    public func trial(of study: String) -> Trial? { trialRows.active.first { $0.studies.contains(study) } }

    /// The links to measures, without those of withdrawn publications.
    public var leverLinks: [LeverLink] { leverRows.active.filter { studyRows.isActive($0.study) } }

    /// The measures that one publication is about.
    public func leverLinks(of study: String) -> [LeverLink] { leverLinks.filter { $0.study == study } }

    /// The links to claims and arrows, without those of withdrawn publications.
    public var edgeLinks: [EdgeLink] { edgeRows.active.filter { studyRows.isActive($0.study) } }

    /// What one publication bears on in the policy theory.
    public func edgeLinks(of study: String) -> [EdgeLink] { edgeLinks.filter { $0.study == study } }

    /// The remarks beside one publication, in order.
    public func remarks(on study: String) -> [Remark] { remarkRows.active.filter { $0.study == study } }
}
