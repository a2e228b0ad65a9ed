/// Which way an outcome is better.
public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// More is better.
    case higherIsBetter
    /// Less is better.
    case lowerIsBetter

    /// The value with the sign at which more is better.
    func oriented(_ value: Double) -> Double { self == .higherIsBetter ? value : -value }
}

/// An outcome that alternatives are compared on, with the way in which the group finds it better.
public struct Objective: Sendable, Hashable {
    /// The name.
    public let name: String
    /// Which way is better.
    public let direction: Direction

    /// An objective.
    public init(_ name: String, _ direction: Direction) {
        self.name = name
        self.direction = direction
    }
}
