public import WorkingGroup

/// Where the entries of one session are kept.
public protocol SessionStore: Sendable {
    /// Adds entries after the `known` first ones, all or none; they are on the disk when this returns.
    func append(_ entries: [SessionEntry], after known: Int) async throws
}
