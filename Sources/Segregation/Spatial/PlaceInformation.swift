/// A kind of knowledge about places that a measure can ask for.
public enum PlaceInformation: String, Sendable, CaseIterable {
    /// Centroids.
    case coordinates
    /// Areas.
    case areas
    /// Whole perimeters.
    case perimeters
    /// Which units touch, corners included.
    case contacts
    /// Which units share a border, and over what length.
    case boundaries

    /// The name in English.
    public var english: String {
        switch self {
        case .coordinates: "coordinates"
        case .areas: "areas"
        case .perimeters: "perimeters"
        case .contacts: "a list of neighbours"
        case .boundaries: "lengths of shared borders"
        }
    }

    /// The name in Dutch.
    public var dutch: String {
        switch self {
        case .coordinates: "coördinaten"
        case .areas: "oppervlakten"
        case .perimeters: "omtrekken"
        case .contacts: "buurgebieden"
        case .boundaries: "lengten van gedeelde grenzen"
        }
    }
}
