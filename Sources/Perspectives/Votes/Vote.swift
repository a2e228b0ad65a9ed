/// One person's answer to one statement.
public enum Vote: Int8, Sendable, Hashable, CaseIterable, Codable {
    /// Does not agree.
    case disagree = -1
    /// Saw it and has no opinion, or does not want to say.
    case pass = 0
    /// Agrees.
    case agree = 1
}

/// What the chair decided about a statement.
public enum Moderation: Int8, Sendable, Hashable, CaseIterable, Codable {
    /// Taken out.
    case rejected = -1
    /// Not looked at.
    case unseen = 0
    /// Let through.
    case accepted = 1
}
