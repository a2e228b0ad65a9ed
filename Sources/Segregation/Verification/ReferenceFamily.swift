/// The kinds of measures in reference files of the form `segref/1`.
public enum ReferenceFamily: String, Sendable, CaseIterable {
    /// Measures that need counts by unit and group only.
    case aspatial
    /// Measures that need coordinates, areas or neighbours.
    case spatial
    /// Measures of ordered groups, such as income bins.
    case ordinal
    /// Profiles over distance or number of neighbours.
    case profile
    /// The difference between two dates in parts.
    case change
    /// Identifiers that this version does not know.
    case unknown

    /// The family of an identifier.
    public init(index: String) {
        let prefixes: [(String, ReferenceFamily)] = [
            ("ordinal-", .ordinal), ("rankorder-", .ordinal), ("difference-", .change),
            ("distortion-", .profile),
            ("kl-profile", .profile), ("knn", .profile), ("D-adj-Morrill", .spatial), ("D-Wong", .spatial),
            ("RO-spatial", .spatial), ("pysal-implicit", .spatial), ("SP-", .spatial), ("RCO-", .spatial),
            ("RCE-", .spatial), ("RCL-", .spatial), ("ACE", .spatial),
        ]
        let spatial: Set = ["ACL", "ACO", "Pxx", "Pxy-matrix", "DPxx", "DPxy-matrix", "delta"]
        let aspatial: Set = [
            "D", "D-density-corrected", "within-table", "nested", "M-expected-fixed-margins-exact",
            "H-expected-fixed-margins-exact", "D-expected-fixed-margins-exact", "D-expected-binomial-exact",
            "D-modified-Carrington-Troske-exact", "M-bootstrap", "H-bootstrap", "D-bootstrap",
            "M-expected-fixed-margins", "H-expected-fixed-margins", "D-expected-fixed-margins",
            "M-expected-free-margins", "H-expected-free-margins", "D-bias-corrected-Allen",
        ]
        if index == "SPP" {
            self = .profile
        } else if let match = prefixes.first(where: { index.hasPrefix($0.0) }) {
            self = match.1
        } else if spatial.contains(index) {
            self = .spatial
        } else if aspatial.contains(index)
            || MeasureDefinition.all.contains(where: { $0.identifier == index })
        {
            self = .aspatial
        } else {
            self = .unknown
        }
    }
}
