public import Neighbourhoods

/// Why observations of origin cannot be read, combined or compared.
public enum OriginError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The identifier names no class that this library knows.
    case unknownClass(String)
    /// The number of values is not that of the areas, or an area occurs twice.
    case misfit(String, areas: Int, values: Int)
    /// A value cannot be: a share outside 0...1, or a number that is negative or above the residents.
    case impossible(String, area: AreaCode, value: Double)
    /// The class has no figures at this level and year.
    case noFigures(OriginClass, AreaLevel, year: Int)
    /// The classes or years that were asked for belong to different classifications, between which there is no bridge.
    case noBridge(from: OriginClassification, to: OriginClassification)

    /// One line that says what to do.
    public var description: String {
        switch self {
        case .unknownClass(let id):
            "origin column '\(id)' is no class that is known: use one of "
                + OriginClass.allCases.map(\.rawValue).joined(separator: ", ")
        case .misfit(let id, let areas, let values):
            "origin column '\(id)' has \(values) values for \(areas) different areas: give one value for each area"
        case .impossible(let id, let area, let value):
            "origin column '\(id)', area \(area): \(value) cannot be; expected a share of 0 to 1, or a number up to "
                + "the residents of the area"
        case .noFigures(let origin, let level, let year):
            "there are no figures on \(origin.rawValue) at level \(level.rawValue) in \(year)"
        case .noBridge(let from, let to):
            "\(from.rawValue) and \(to.rawValue) are different classifications with no bridge between them: compare "
                + "within one"
        }
    }
}
