public import Stochastics

extension DrawPurpose {
    /// Starting centres of groups.
    public static let clusterStart = DrawPurpose(rawValue: 60)
    /// Votes shuffled among those who voted on a statement.
    public static let voteShuffle = DrawPurpose(rawValue: 61)
    /// People among whom a silhouette is estimated, and people who are left out.
    public static let personSample = DrawPurpose(rawValue: 62)
}
