import Figures
import Neighbourhoods
import PolicyTheory

/// The figures that can be asked for by name, so that a page, the report and a download draw the same one.
enum FigureKind: Sendable, Hashable {
    /// The map of one indicator.
    case map
    /// All areas on one line.
    case strip
    /// How evenly groups are spread.
    case evenness
    /// The figures behind a claim.
    case claim(Claim)
    /// A claim through the years.
    case claimTrend(Claim)
    /// The stock of the chosen area.
    case stock
    /// The development of the chosen area.
    case trends
    /// The liveability of the chosen area.
    case liveability
    /// The facilities of the chosen area, by function.
    case facilities
    /// How evenly one subject is spread: measures, parts by scale, areas, years, surroundings, causes of change.
    case spread(SpreadSubject, SpreadPart)
    /// How near facilities are to low incomes and others.
    case exposure
    /// The observed groups, in both directions.
    case origin
    /// What was studied, and how it is pooled.
    case evidence(EvidencePart)

    /// Whether it holds studies and no figures of the municipality.
    var isOnStudies: Bool { if case .evidence = self { true } else { false } }

    /// All figures, in the order of the pages.
    static let all: [FigureKind] =
        [.map, .strip, .evenness] + Claim.allCases.flatMap { [.claim($0), .claimTrend($0)] }
        + [.stock, .trends, .liveability, .facilities, .exposure, .origin]
        + SpreadSubject.allCases.flatMap { subject in SpreadPart.allCases.map { .spread(subject, $0) } }
        + EvidencePart.allCases.map { .evidence($0) }

    /// The name in an address and of the file.
    var name: String {
        switch self {
        case .map: "kaart"
        case .strip: "strook"
        case .evenness: "verdeling"
        case .claim(let claim): "bewering-\(claim.rawValue)"
        case .claimTrend(let claim): "verloop-\(claim.rawValue)"
        case .stock: "woningvoorraad"
        case .trends: "verloop"
        case .liveability: "leefbaarheid"
        case .facilities: "voorzieningen"
        case .spread(let subject, let part): "verdeling-\(subject.word)-\(part.rawValue)"
        case .exposure: "voorzieningen-voor-wie"
        case .origin: "waargenomen-herkomst"
        case .evidence(let part): part.rawValue
        }
    }

    /// The figure called `name`; nil when there is none.
    init?(name: String) {
        guard let found = Self.all.first(where: { $0.name == name }) else { return nil }
        self = found
    }
}

/// A part of the page on how evenly a subject is spread; the word in an address.
enum SpreadPart: String, Sendable, CaseIterable, Hashable {
    case measures = "maten"
    case scales = "schalen"
    case areas = "gebieden"
    case years = "jaren"
    case profile = "omgeving"
    case change = "verandering"
    case changeAreas = "verandering-gebieden"
    case region = "regio"
}

/// A figure or table on studies; the word in an address.
enum EvidencePart: String, Sendable, CaseIterable, Hashable {
    case map = "bewijskaart"
    case harvest = "oogst"
    case votes = "stemtelling"
    case places = "plaats-en-jaar"
    case studies = "onderzoeken"
    case candidates = "kandidaten"
    case forest = "voorbeeld-bosplot"
    case funnel = "voorbeeld-trechter"
    case estimators = "voorbeeld-schatters"
    case leaveOneOut = "voorbeeld-zonder-een"
    case contours = "voorbeeld-trechter-toets"
    case subgroups = "voorbeeld-groepen"
    case bubble = "voorbeeld-bellen"
    case baujat = "voorbeeld-baujat"
    case influence = "voorbeeld-invloed"
    case cumulative = "voorbeeld-opeenvolgend"
    case pCurve = "voorbeeld-p-curve"

    /// The figures of one pooled set, in the order of a page: what everyone reads first, then the checks.
    static let pooling: [EvidencePart] = [.forest, .funnel, .estimators, .leaveOneOut] + checks
    /// The figures that check a pooled result.
    static let checks: [EvidencePart] = [
        .contours, .subgroups, .bubble, .cumulative, .baujat, .influence, .pCurve,
    ]
}

extension Scene {
    /// The numbers of the figure with this name for the choices of this scene; nil when there are none.
    func table(_ kind: FigureKind) -> FigureTable? {
        switch kind {
        case .map: mapFigure()?.table
        case .strip: stripFigure()?.table
        case .evenness: evennessTable()
        case .claim(let claim): claimTable(claim)
        case .claimTrend(let claim): claimTrend(claim)?.table
        case .stock: stockFigure()?.table
        case .trends: trendFigure()?.table
        case .liveability: liveabilityFigure()?.table
        case .facilities: facilityTable()
        case .spread(let subject, let part): spreadTable(subject, part)
        case .exposure: exposureTable()
        case .origin: originTable()
        case .evidence(let part): evidenceTable(part)
        }
    }

    /// Where the numbers of a figure can be downloaded.
    func csvHref(_ kind: FigureKind) -> String {
        let query = state.query
        return "/csv/\(kind.name)" + (query.isEmpty ? "" : "?" + query)
    }
}
