/// What a random number is drawn for.
///
/// The purpose is part of the generator's address, so that two decisions about the same entity in the same year
/// never share a number. Raw values are stored in runs and therefore stay what they are; a library that needs a
/// purpose of its own adds a static member with an unused raw value.
public struct DrawPurpose: RawRepresentable, Hashable, Sendable {
    /// The number that stands for the purpose in the counter.
    public let rawValue: UInt16

    /// A purpose with a stable number. Numbers below 100 belong to the stand-alone libraries.
    @inlinable
    public init(rawValue: UInt16) {
        self.rawValue = rawValue
    }

    /// Persons drawn again with replacement.
    public static let personBootstrap = DrawPurpose(rawValue: 1)
    /// Units (neighbourhoods) drawn again with replacement.
    public static let unitBootstrap = DrawPurpose(rawValue: 2)
    /// Persons shuffled over places under a null hypothesis.
    public static let permutation = DrawPurpose(rawValue: 3)
    /// A table simulated under a null model.
    public static let nullModel = DrawPurpose(rawValue: 4)
    /// Draws of a test that checks the generator itself.
    public static let selfTest = DrawPurpose(rawValue: 5)
    /// The second stage of a double bootstrap.
    public static let nestedBootstrap = DrawPurpose(rawValue: 6)
    /// The synthetic demo municipality.
    public static let syntheticTown = DrawPurpose(rawValue: 100)
}
