extension SessionState {
    /// The session as others than the chair may see it: votes of rounds that the chair has shown, and what people chose,
    /// placed or answered only when the session is closed. Seats hold nothing but their kind.
    public var visible: SessionState {
        var state = told
        state.votes = state.votes.filter { shownRounds.contains($0.key) }
        if !isClosed {
            state.bottleneckApprovals = [:]
            state.portfolios = [:]
            state.norms = [:]
            state.pollAnswers = [:]
        }
        state.chairKeyHash = nil
        return state
    }
}
