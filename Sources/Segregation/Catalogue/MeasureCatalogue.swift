extension MeasureDefinition {
    /// Every measure of every family: ``all``, then ``spatial``, ``ordinal`` and ``profiles``, then those that ask for a
    /// choice of their own.
    public static let complete: [MeasureDefinition] =
        all + spatial + ordinal + profiles + diversityOfOrder + centred + stepwise + travelled + normalised

    /// What a measure outside ``all`` asks for, and where it is given.
    var asksFor: String {
        let choices: [(among: [MeasureDefinition], needs: String)] = [
            (Self.ordinal, "groups in order, see ordinalMeasures"),
            (Self.diversityOfOrder, "an order q, see diversityMeasures"),
            (Self.centred, "centres or a number of neighbours, see centralisation and localCentralisation"),
            (Self.stepwise, "a number of steps, see dissimilarityOverSteps"),
            (Self.travelled, "travel distances, see environmentMeasures"),
            (Self.normalised, "places, see normalisedDistortion"),
        ]
        return choices.first { $0.among.contains(self) }?.needs
            ?? "places, see spatialMeasures and distanceProfiles"
    }

    /// Every measure that needs counts by unit and group only, by family.
    public static let all: [MeasureDefinition] =
        evenness + exposure + multigroup + diversity + local

    private static let evenness: [MeasureDefinition] = [
        unevenness(
            "D-vs-rest", "D", "dissimilarity from the rest", "ongelijke spreiding van een groep",
            "Duncan & Duncan 1955"),
        MeasureDefinition(
            identifier: "D-matrix", symbol: "D", english: "dissimilarity of two groups",
            dutch: "ongelijke spreiding van twee groepen", family: .evenness, subject: .pair, lowest: 0,
            highest: 1, direction: .moreSegregated, correction: .rescaled, paper: "Duncan & Duncan 1955"),
        unevenness(
            "Gini-vs-rest", "G", "Gini coefficient against the rest", "Gini-coëfficiënt van een groep",
            "Massey & Denton 1988"),
        unevenness(
            "H-vs-rest", "H", "information theory index against the rest",
            "informatie-index van een groep", "Theil & Finizza 1971"),
        unevenness(
            "Atkinson-vs-rest", "A(b)", "Atkinson index against the rest",
            "Atkinson-index van een groep", "Massey & Denton 1988"),
        unevenness("eta2", "η²", "correlation ratio", "correlatieverhouding", "Massey & Denton 1988"),
        unevenness(
            "Gorard-segregation", "GS", "Gorard's segregation index", "segregatie-index van Gorard",
            "Gorard & Taylor 2002"),
        unevenness("minmax", "MM", "min-max index", "min-max-index", "O'Sullivan & Wong 2007"),
        unevenness(
            "hutchens-sqrt-vs-rest", "O", "Hutchens' square root index", "wortelindex van Hutchens",
            "Hutchens 2001"),
        MeasureDefinition(
            identifier: "concentration-profile", symbol: "R", english: "concentration profile",
            dutch: "concentratieprofiel", family: .evenness, subject: .group, lowest: 0, highest: nil,
            direction: .moreSegregated, correction: .none, paper: "Hong & Sadahiro 2014"),
        MeasureDefinition(
            identifier: "D-density-corrected-vs-rest", symbol: "D_dc",
            english: "dissimilarity, corrected for small units by density",
            dutch: "ongelijke spreiding, gecorrigeerd voor kleine gebieden", family: .evenness,
            subject: .group,
            lowest: 0, highest: 1, direction: .moreSegregated, correction: .none,
            paper: "Allen, Burgess, Davidson & Windmeijer 2015"),
        MeasureDefinition(
            identifier: "local-segregation-groups", symbol: "L_k", english: "local segregation of a group",
            dutch: "lokale segregatie van een groep", family: .evenness, subject: .group, lowest: 0,
            highest: nil, direction: .moreSegregated, correction: .subtracted,
            paper: "Alonso-Villar & Del Río 2010"),
    ]

    private static let exposure: [MeasureDefinition] = [
        meeting(
            "isolation", "xPx", "isolation: chance that someone met is of the own group",
            "isolement: kans dat een buurtgenoot tot de eigen groep hoort", .group, "Bell 1954",
            of: .moreSegregated),
        meeting(
            "isolation-exact", "xPx", "isolation, not counting oneself",
            "isolement, zonder zichzelf mee te tellen", .group, "Bell 1954", of: .moreSegregated),
        meeting(
            "interaction-with-rest", "xPy", "interaction: chance that someone met is of another group",
            "ontmoeting: kans dat een buurtgenoot tot een andere groep hoort", .group,
            "Bell 1954; Lieberson 1981",
            of: .moreContact),
        meeting(
            "exposure-matrix", "xPy", "exposure of one group to another",
            "kans van de ene groep op een buurtgenoot uit de andere", .pair, "Lieberson 1981",
            of: .moreContact),
        meeting(
            "exposure-matrix-exact", "xPy", "exposure of one group to another, not counting oneself",
            "kans van de ene groep op een buurtgenoot uit de andere, zonder zichzelf mee te tellen", .pair,
            "Bell 1954", of: .moreContact),
    ]

    private static let multigroup: [MeasureDefinition] = [
        MeasureDefinition(
            identifier: "M", symbol: "M", english: "mutual information of group and unit",
            dutch: "wederzijdse informatie van groep en gebied", family: .multigroup, subject: .table,
            lowest: 0,
            highest: nil, direction: .moreSegregated, correction: .subtracted,
            paper: "Theil 1971; Mora & Ruiz-Castillo 2011; Frankel & Volij 2011"),
        several("H", "H", "information theory index", "informatie-index", "Reardon & Firebaugh 2002"),
        several(
            "D-multi", "D", "multigroup dissimilarity", "ongelijke spreiding van alle groepen",
            "Morgan 1975; Sakoda 1981"),
        several(
            "Gini-multi", "G", "multigroup Gini coefficient", "Gini-coëfficiënt van alle groepen",
            "Reardon 1998", correction: .none),
        several("P-multi", "P", "normalised exposure", "genormaliseerde ontmoeting", "James 1986"),
        several(
            "R-multi", "R", "relative diversity", "relatieve verscheidenheid",
            "Carlson 1992; Goodman & Kruskal 1954"),
        several(
            "C-multi", "C", "squared coefficient of variation", "gekwadrateerde variatiecoëfficiënt",
            "Reardon & Firebaugh 2002"),
        MeasureDefinition(
            identifier: "divintseg-segregation", symbol: "1 - I_u/I",
            english: "segregation as the package divintseg defines it; equals R",
            dutch: "segregatie zoals het pakket divintseg die bepaalt; gelijk aan R", family: .multigroup,
            subject: .table, lowest: 0, highest: 1, direction: .moreSegregated, correction: .rescaled,
            paper: "divintseg 0.7"),
    ]

    private static let diversity: [MeasureDefinition] = [
        variety(
            "simpson-interaction", "I", "chance that two persons differ in group",
            "kans dat twee personen van groep verschillen", 1, .moreVaried, "Simpson 1949; Lieberson 1981"),
        variety(
            "simpson-concentration", "1 - I", "chance that two persons share a group",
            "kans dat twee personen dezelfde groep delen", 1, .lessVaried, "Simpson 1949"),
        variety(
            "entropy", "E", "entropy of groups or of units", "entropie van groepen of van gebieden", nil,
            .moreVaried, "Theil 1972"),
        variety(
            "entropy-normalised", "E / ln K", "entropy as a share of its highest value",
            "entropie als aandeel van de hoogste waarde", 1, .moreVaried, "Reardon & Firebaugh 2002"),
        variety(
            "divintseg-diversity", "I", "diversity as the package divintseg defines it; equals I",
            "verscheidenheid zoals het pakket divintseg die bepaalt; gelijk aan I", 1, .moreVaried,
            "divintseg 0.7"),
        variety(
            "divintseg-integration", "I_u", "mean diversity of the units",
            "gemiddelde verscheidenheid van de gebieden", 1, .moreVaried, "divintseg 0.7"),
    ]

    private static let local: [MeasureDefinition] = [
        MeasureDefinition(
            identifier: "LQ", symbol: "LQ", english: "location quotient", dutch: "locatiequotiënt",
            family: .local,
            subject: .groupInUnit, lowest: 0, highest: nil, direction: .neutral, correction: .none,
            paper: "Isard 1960"),
        ofUnit(
            "local-entropy", "E_i", "entropy of a unit", "entropie van een gebied", nil, .moreVaried,
            "Theil 1972"),
        ofUnit(
            "local-entropy-normalised-by-all-groups", "E_i / ln K", "entropy of a unit, all groups",
            "entropie van een gebied, alle groepen", 1, .moreVaried, "Theil 1972"),
        ofUnit(
            "local-entropy-normalised-by-present-groups", "E_i / ln K_i", "entropy of a unit, groups present",
            "entropie van een gebied, aanwezige groepen", 1, .moreVaried, "Theil 1972"),
        ofUnit(
            "local-simpson-interaction", "I_i", "chance that two residents differ in group",
            "kans dat twee bewoners van groep verschillen", 1, .moreVaried, "Simpson 1949"),
        ofUnit(
            "local-simpson-concentration", "1 - I_i", "chance that two residents share a group",
            "kans dat twee bewoners dezelfde groep delen", 1, .lessVaried, "Simpson 1949"),
        ofUnit(
            "local-segregation-units", "L_i", "how far a unit departs from the whole",
            "hoe ver een gebied van het geheel afwijkt", nil, .moreSegregated, "Alonso-Villar & Del Río 2010"),
        ofUnit(
            "local-share-units", "p_i", "share of all persons who live in a unit",
            "aandeel van alle personen dat in een gebied woont", 1, .neutral, "Alonso-Villar & Del Río 2010"),
    ]

    private static func unevenness(
        _ identifier: String, _ symbol: String, _ english: String, _ dutch: String, _ paper: String
    ) -> MeasureDefinition {
        // Exact sums are known for the measures that are linear in |deviation|, squares or n ln n.
        let exact: Set = ["D-vs-rest", "H-vs-rest", "eta2", "Gorard-segregation"]
        return MeasureDefinition(
            identifier: identifier, symbol: symbol, english: english, dutch: dutch, family: .evenness,
            subject: .group, lowest: 0, highest: 1, direction: .moreSegregated,
            correction: exact.contains(identifier) ? .rescaled : .none, paper: paper)
    }

    private static func meeting(
        _ identifier: String, _ symbol: String, _ english: String, _ dutch: String, _ subject: MeasureSubject,
        _ paper: String, of direction: MeasureDirection
    ) -> MeasureDefinition {
        MeasureDefinition(
            identifier: identifier, symbol: symbol, english: english, dutch: dutch, family: .exposure,
            subject: subject, lowest: 0, highest: 1, direction: direction, correction: .none, paper: paper)
    }

    private static func several(
        _ identifier: String, _ symbol: String, _ english: String, _ dutch: String, _ paper: String,
        correction: ChanceCorrection = .rescaled
    ) -> MeasureDefinition {
        MeasureDefinition(
            identifier: identifier, symbol: symbol, english: english, dutch: dutch, family: .multigroup,
            subject: .table, lowest: 0, highest: 1, direction: .moreSegregated, correction: correction,
            paper: paper)
    }

    private static func variety(
        _ identifier: String, _ symbol: String, _ english: String, _ dutch: String, _ highest: Double?,
        _ direction: MeasureDirection, _ paper: String
    ) -> MeasureDefinition {
        MeasureDefinition(
            identifier: identifier, symbol: symbol, english: english, dutch: dutch, family: .diversity,
            subject: .table, lowest: 0, highest: highest, direction: direction, correction: .none,
            paper: paper)
    }

    private static func ofUnit(
        _ identifier: String, _ symbol: String, _ english: String, _ dutch: String, _ highest: Double?,
        _ direction: MeasureDirection, _ paper: String
    ) -> MeasureDefinition {
        MeasureDefinition(
            identifier: identifier, symbol: symbol, english: english, dutch: dutch, family: .local,
            subject: .unit,
            lowest: 0, highest: highest, direction: direction, correction: .none, paper: paper)
    }
}
