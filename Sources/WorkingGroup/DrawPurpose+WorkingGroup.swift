public import Stochastics

extension DrawPurpose {
    /// What made-up voters think in a rehearsal.
    public static let rehearsalLeaning = DrawPurpose(rawValue: 80)
    /// What made-up voters answer in a rehearsal.
    public static let rehearsalAnswer = DrawPurpose(rawValue: 81)
}
