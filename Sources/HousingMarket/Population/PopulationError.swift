/// Why no starting population can be made, in one line for the person at the desk.
public enum PopulationError: Error, Hashable, CustomStringConvertible {
    /// The data hold no areas at this scale.
    case noAreas(level: String)
    /// The data hold neither homes nor households by area.
    case noCounts(level: String)
    /// More areas than a run can hold.
    case tooManyAreas(found: Int)

    /// One line: what is missing and how to mend it.
    public var description: String {
        switch self {
        case .noAreas(let level):
            "no population can be made: the project has no areas of the scale '\(level)'; choose another with --level, or import a table with areas."
        case .noCounts(let level):
            "no population can be made: no area of the scale '\(level)' has a number of homes or households; import the key figures (homes and households by area)."
        case .tooManyAreas(let found):
            "no population can be made: \(found) areas are more than the 65,000 that a run can hold; choose a coarser scale with --level."
        }
    }
}
