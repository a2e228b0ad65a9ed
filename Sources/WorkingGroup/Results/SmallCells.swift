/// What may be told of parts of the group without telling it of persons.
public enum SmallCells {
    /// A part with fewer people is not told.
    public static let least = 4

    /// Which parts may be told: those with enough people, where the rest has enough people too. Where just one part would
    /// be hidden, another is hidden with it, so that nothing follows from the total.
    ///
    /// - Parameter sizes: people per part.
    public static func shown(_ sizes: [Int]) -> [Bool] {
        let all = sizes.reduce(0, +)
        var shown = sizes.map { $0 >= least && all - $0 >= least }
        let hidden = sizes.indices.filter { !shown[$0] && sizes[$0] > 0 }
        let hiddenPeople = hidden.reduce(0) { $0 + sizes[$1] }
        if !hidden.isEmpty, hidden.count == 1 || hiddenPeople < least,
            let smallest = sizes.indices.filter({ shown[$0] }).min(by: { sizes[$0] < sizes[$1] })
        {
            shown[smallest] = false
        }
        return shown
    }
}
