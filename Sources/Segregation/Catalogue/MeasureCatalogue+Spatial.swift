extension MeasureDefinition {
    /// Every measure that needs places besides counts, see ``ContingencyTable/spatialMeasures(geography:options:intervals:)``.
    public static let spatial: [MeasureDefinition] =
        concentration + clustering + centralisation + neighbourly

    private static let concentration: [MeasureDefinition] = [
        place(
            "delta", "DEL", "concentration on little ground, delta", "concentratie op weinig grond, delta",
            .concentration, .group, 0...1, "Duncan, Cuzzort & Duncan 1961"),
        place(
            "ACO", "ACO", "absolute concentration", "absolute concentratie", .concentration, .group, nil,
            "Massey & Denton 1988"),
        place(
            "RCO-vs-rest", "RCO", "concentration relative to the rest (one cut-off, as PySAL)",
            "concentratie ten opzichte van de rest (één grens, zoals PySAL)", .concentration, .group, nil,
            "Massey & Denton 1988"),
        place(
            "RCO-matrix", "RCO", "concentration relative to another group (two cut-offs, as OasisR)",
            "concentratie ten opzichte van een andere groep (twee grenzen, zoals OasisR)", .concentration,
            .pair, nil, "Massey & Denton 1988"),
    ]

    private static let clustering: [MeasureDefinition] = [
        place(
            "SP-multi", "SP", "spatial proximity of all groups", "ruimtelijke nabijheid van alle groepen",
            .clustering, .table, nil, "White 1986"),
        place(
            "SP-one", "SP", "spatial proximity of a group", "ruimtelijke nabijheid van een groep",
            .clustering, .group, nil, "White 1983"),
        place(
            "SP-matrix", "SP", "spatial proximity of two groups", "ruimtelijke nabijheid van twee groepen",
            .clustering, .pair, nil, "White 1983"),
        place(
            "SP-White-isp", "SP", "spatial proximity, leaving out pairs within one unit",
            "ruimtelijke nabijheid, zonder paren binnen één gebied", .clustering, .table, nil, "White 1986"),
        place(
            "Pxx", "Pxx", "mean proximity within a group", "gemiddelde nabijheid binnen een groep",
            .clustering, .group, 0...1, "White 1983"),
        place(
            "Pxy-matrix", "Pxy", "mean proximity of two groups", "gemiddelde nabijheid van twee groepen",
            .clustering, .pair, 0...1, "White 1983"),
        place(
            "ACL", "ACL", "absolute clustering", "absolute clustering", .clustering, .group, nil,
            "Massey & Denton 1988"),
        place(
            "RCL-matrix", "RCL", "clustering relative to another group",
            "clustering ten opzichte van een andere groep", .clustering, .pair, nil, "Massey & Denton 1988"),
        place(
            "DPxx", "DPxx", "isolation, with neighbours weighed by distance",
            "isolement, met buren gewogen naar afstand", .clustering, .group, 0...1, "Morgan 1983"),
        place(
            "DPxy-matrix", "DPxy", "exposure, with neighbours weighed by distance",
            "ontmoeting, met buren gewogen naar afstand", .clustering, .pair, 0...1, "Morgan 1983",
            .moreContact),
    ]

    private static let centralisation: [MeasureDefinition] = [
        place(
            "ACE", "ACE", "absolute centralisation", "absolute centralisatie", .centralisation, .group,
            -1...1, "Massey & Denton 1988", .nearerToCentre),
        place(
            "ACE-Duncan", "ACE", "centralisation against the rest, after Duncan",
            "centralisatie tegenover de rest, naar Duncan", .centralisation, .group, -1...1,
            "Duncan & Duncan 1955", .nearerToCentre),
        place(
            "RCE-vs-rest", "RCE", "centralisation relative to the rest",
            "centralisatie ten opzichte van de rest", .centralisation, .group, -1...1,
            "Duncan & Duncan 1955", .nearerToCentre),
        place(
            "RCE-matrix", "RCE", "centralisation relative to another group",
            "centralisatie ten opzichte van een andere groep", .centralisation, .pair, -1...1,
            "Duncan & Duncan 1955", .nearerToCentre),
    ]

    private static let neighbourly: [MeasureDefinition] = [
        place(
            "D-adj-Morrill-vs-rest", "D(adj)", "dissimilarity less differences over borders",
            "ongelijke spreiding, met aftrek van verschillen over grenzen", .environment, .group, -1...1,
            "Morrill 1991"),
        place(
            "D-adj-Morrill-matrix", "D(adj)", "dissimilarity of two groups less differences over borders",
            "ongelijke spreiding van twee groepen, met aftrek van verschillen over grenzen", .environment,
            .pair, -1...1, "Morrill 1991"),
        place(
            "D-Wong-w-vs-rest", "D(w)", "dissimilarity less differences by length of border",
            "ongelijke spreiding, met aftrek naar grenslengte", .environment, .group, -1...1, "Wong 1993"),
        place(
            "D-Wong-w-rowstd-vs-rest", "D(w)", "the same with each unit's borders as one",
            "hetzelfde met de grenzen van elk gebied als één geheel", .environment, .group, -1...1,
            "Wong 1993"),
        place(
            "D-Wong-s-vs-rest", "D(s)", "dissimilarity less differences by length of border and shape",
            "ongelijke spreiding, met aftrek naar grenslengte en vorm", .environment, .group, -1...1,
            "Wong 1993; Tivadar 2019"),
        place(
            "RO-spatial-H", "H̃", "information theory index between environments",
            "informatie-index tussen omgevingen", .environment, .table, nil, "Reardon & O'Sullivan 2004"),
        place(
            "RO-spatial-R", "R̃", "relative diversity between environments",
            "relatieve verscheidenheid tussen omgevingen", .environment, .table, nil,
            "Reardon & O'Sullivan 2004"),
        place(
            "RO-spatial-D", "D̃", "dissimilarity between environments",
            "ongelijke spreiding tussen omgevingen", .environment, .table, 0...1,
            "Reardon & O'Sullivan 2004"),
        place(
            "RO-spatial-P-matrix", "P̃", "exposure in the environment", "ontmoeting in de omgeving",
            .environment, .pair, 0...1, "Reardon & O'Sullivan 2004", .moreContact),
    ]

    static func place(
        _ identifier: String, _ symbol: String, _ english: String, _ dutch: String,
        _ family: MeasureFamily, _ subject: MeasureSubject, _ range: ClosedRange<Double>?, _ paper: String,
        _ direction: MeasureDirection = .moreSegregated
    ) -> MeasureDefinition {
        MeasureDefinition(
            identifier: identifier, symbol: symbol, english: english, dutch: dutch, family: family,
            subject: subject, lowest: range?.lowerBound, highest: range?.upperBound, direction: direction,
            correction: .none, paper: paper)
    }
}
