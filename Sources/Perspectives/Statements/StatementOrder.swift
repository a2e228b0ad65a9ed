extension Sequence<StatementSummary> {
    /// The statements that are most shared: those of which a majority also stands with other people of the same kind, the
    /// largest lower end first; ties by number.
    /// - Parameter count: at most so many.
    public func mostShared(_ count: Int) -> [StatementSummary] {
        let shared = filter { $0.reading == .sharedAgreement || $0.reading == .sharedDisagreement }
        return Array(
            shared.sorted {
                let (left, right) = (
                    Swift.max($0.agree.low, $0.disagree.low), Swift.max($1.agree.low, $1.disagree.low)
                )
                return (right, $0.statement) < (left, $1.statement)
            }.prefix(count))
    }

    /// The statements that are most disputed: those with people on both sides and no side surely larger, the most even
    /// first; ties by number.
    /// - Parameter count: at most so many.
    public func mostDisputed(_ count: Int) -> [StatementSummary] {
        let disputed = filter { $0.reading == .disputed }
        return Array(
            disputed.sorted {
                ($1.division ?? 0, $0.statement) < ($0.division ?? 0, $1.statement)
            }.prefix(count))
    }
}
