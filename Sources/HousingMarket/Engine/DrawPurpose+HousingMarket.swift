internal import Stochastics

extension DrawPurpose {
    /// What happens to a household in a year: events, income, the wish to move.
    static let householdYear = DrawPurpose(rawValue: 150)
    /// What a household wants: the segment it looks in.
    static let segment = DrawPurpose(rawValue: 151)
    /// Which homes a household sees, and which it takes.
    static let choice = DrawPurpose(rawValue: 152)
    /// What becomes of a home that comes free.
    static let freeHome = DrawPurpose(rawValue: 153)
    /// Who arrives from elsewhere.
    static let arrival = DrawPurpose(rawValue: 154)
    /// Homes that works of the baseline or the package take or make.
    static let works = DrawPurpose(rawValue: 155)
}
