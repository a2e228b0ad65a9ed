/// Homes at the start by neighbourhood and kind, so that a package can be checked before anything is run.
public struct StockCounts: Sendable, Hashable {
    private let state: [DwellingTraits]

    /// The homes of a state.
    public init(_ state: TownState) { self.state = state.dwellings.filter { $0.status != .gone } }

    /// How many homes of `tenure` within `estates` stand in the neighbourhoods for which `contains` holds true.
    public func count(_ tenure: Tenure, in contains: [Bool], _ estates: EstateChoice = EstateChoice()) -> Int
    {
        state.reduce(0) {
            $0 + (contains[Int($1.area)] && $1.tenure == tenure && estates.contains($1) ? 1 : 0)
        }
    }
}
