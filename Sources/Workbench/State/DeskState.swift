public import Neighbourhoods

/// What lies on the mixing desk: three packages as text, the one that is open, and what it was before the last change.
public struct DeskState: Sendable, Hashable {
    /// The three places for a package.
    public static let slots = ["A", "B", "C"]
    /// The longest package that an address carries, in characters.
    public static let longestPackage = 6_000

    /// The packages as YAML, empty where there is none.
    public var packages = ["", "", ""]
    /// The place that is open, 0...2.
    public var open = 0
    /// What the open package was before the last change; nil when nothing was changed yet.
    public var before: String?
    /// The areas that were chosen on the map for the next measure, in the order of their codes.
    public var areas: [AreaCode] = []
    /// The last year; nil for fifteen years on.
    public var horizon: Int?

    /// The most areas that an address carries.
    static let mostAreas = 300

    /// Chooses an area, or takes it out of the choice.
    mutating func toggle(_ code: AreaCode) {
        if let place = areas.firstIndex(of: code) {
            areas.remove(at: place)
        } else {
            areas = (areas + [code]).sorted()
        }
    }

    /// An empty desk.
    public init() {}
}
