extension PanelStrength {
    /// The smallest count that is shown: with fewer, a colleague could guess who voted so.
    public static let leastShown = 4

    /// The counts that a page may show; a vote that is not in it stays hidden.
    ///
    /// Counts below ``leastShown``, 0 included, are hidden. Whoever knows how many people are on the panel could
    /// subtract the shown counts from that, so at least two counts are hidden, and together at least ``leastShown``:
    /// while that is not so, the smallest shown count is hidden too (the first of equals). A count that is hidden
    /// for its size and one that is hidden for another look the same.
    public var shownCounts: [Vote: Int] {
        let order = Vote.allCases
        var shown = order.filter { votes($0) >= Self.leastShown }
        guard shown.count < order.count else { return counts(of: shown) }
        while let smallest = shown.min(by: { votes($0) < votes($1) }) {
            let hidden = order.filter { !shown.contains($0) }
            let isSafe = hidden.count >= 2 && hidden.reduce(0) { $0 + votes($1) } >= Self.leastShown
            if isSafe { break }
            shown.removeAll { $0 == smallest }
        }
        return counts(of: shown)
    }

    private func counts(of shown: [Vote]) -> [Vote: Int] {
        Dictionary(uniqueKeysWithValues: shown.map { ($0, votes($0)) })
    }
}
