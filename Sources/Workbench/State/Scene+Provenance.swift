import Bilingual
import EvidenceRegister
import Figures
import HousingMarket
import Neighbourhoods
import PolicyTheory
import WorkingGroup

/// The provenance of every figure is made here: what it comes from and, by the policy theory's own mapping, what it
/// bears on.
extension Scene {
    // MARK: Figures of the municipality

    /// The provenance of figures of `series`.
    func provenance(of series: [Series]) -> FigureProvenance {
        var sources: [FigureProvenance.Link] = []
        for one in series {
            let link = FigureProvenance.Link(sourceLine(one), href: href(ofSource: one.source))
            if !sources.contains(link) { sources.append(link) }
        }
        return provenance(sources, TheoryBearing(of: series.map(\.variable)))
    }

    /// The provenance of a figure that was computed from `data`, with what it bears on where that is not the same as
    /// what its variables bear on.
    func provenance(of data: [DataUse], bearing: TheoryBearing? = nil) -> FigureProvenance {
        provenance(
            sourceLinks(data), bearing ?? TheoryBearing(of: data.compactMap(\.variable)))
    }

    /// The sources of figures, each once with its years, its licence and the way to its entry.
    private func sourceLinks(_ data: [DataUse]) -> [FigureProvenance.Link] {
        var order: [Source.ID] = []
        var years: [Source.ID: Set<Int>] = [:]
        for use in data {
            if years[use.source] == nil { order.append(use.source) }
            years[use.source, default: []].insert(use.year)
        }
        return order.map { id in
            var parts = [title(of: id)]
            if let table = dataset.source(id)?.table { parts.append(table) }
            parts.append((years[id] ?? []).sorted().map(String.init).joined(separator: ", "))
            if let licence = dataset.source(id)?.licence {
                parts.append(BilingualText(nl: "licentie: ", en: "licence: ")[language] + licence)
            }
            return .init(parts.joined(separator: ", ") + ".", href: href(ofSource: id))
        }
    }

    /// The provenance of the measures of evenness.
    var evennessProvenance: FigureProvenance {
        provenance(
            of: evenness.rows.compactMap { row in
                dataset.series(row.variable, at: evenness.level, year: row.figure.year)
            })
    }

    /// The provenance of figures on where observed groups live: they enter the first claim and nothing else.
    func provenance(ofObserved source: Source.ID, year: Int) -> FigureProvenance {
        provenance(
            [.init("\(title(of: source)), \(year).", href: href(ofSource: source))],
            TheoryBearing(of: .residence))
    }

    /// The entry of a source; nil for a source that the project does not list.
    func href(ofSource id: Source.ID) -> String? {
        guard dataset.source(id) != nil else { return nil }
        let anchor = "#" + SourcesPage.anchor(of: id)
        return isPaper ? anchor : href(.sources) + anchor
    }

    // MARK: Figures of other kinds

    /// The provenance of what the simulation gave; `run` is the name of one that the project keeps.
    func provenance(simulation source: String, run: String? = nil, of measures: [OutcomeMeasure])
        -> FigureProvenance
    {
        let anchor = "#" + (run.map(SourcesPage.anchor(ofRun:)) ?? SourcesPage.modelAnchor)
        return provenance(
            [.init(source, href: isPaper ? anchor : href(.sources) + anchor)],
            TheoryBearing(of: measures.flatMap(Concept.concepts)))
    }

    /// The provenance of a figure on `studies`, with what it bears on where that is not the same as what the studies
    /// bear on.
    func provenance(of studies: [Study], bearing: TheoryBearing? = nil) -> FigureProvenance {
        let ids = Set(studies.map(\.id))
        let targets = register.edgeLinks.filter { ids.contains($0.study) }.map(\.target)
        let bearing =
            bearing
            ?? targets.reduce(TheoryBearing(of: [Concept]())) { $0.united(with: TheoryBearing(of: $1)) }
        return provenance(
            [
                .init(
                    Strings.Evidence.source[language],
                    href: isPaper ? "#" + ReportPage.studiesAnchor : href(.evidence) + "#lijst")
            ], bearing)
    }

    /// The provenance of an example that is not about mixing.
    func provenance(example source: String) -> FigureProvenance {
        FigureProvenance(
            sources: [.init(source, href: isPaper ? nil : href(.pooling))], bearsOn: [theoryLink],
            remark: Strings.Spine.exampleOnly[language])
    }

    /// The provenance of what a group voted on one statement.
    func provenance(of statement: [String], in voice: GroupVoice) -> FigureProvenance {
        let bearing = statement.compactMap(TheoryTarget.init(name:)).reduce(TheoryBearing(of: [Concept]())) {
            $0.united(with: TheoryBearing(of: $1))
        }
        return provenance(
            [
                .init(
                    Strings.Spine.session(voice.state.title, voice.code, voice.state.date)[language],
                    href: (isPaper ? "" : href(.groups)) + "#" + GroupsPage.anchor(of: voice.code))
            ], bearing)
    }

    /// The provenance of the policy theory itself: the text that states it.
    var theoryProvenance: FigureProvenance {
        provenance(
            [
                .init(
                    Strings.Spine.theorySource[language],
                    href: (isPaper ? "" : href(.sources)) + "#" + SourcesPage.textAnchor)
            ],
            Claim.allCases.reduce(TheoryBearing(of: [Concept]())) { $0.united(with: TheoryBearing(of: $1)) })
    }

    // MARK: Forward

    private func provenance(_ sources: [FigureProvenance.Link], _ bearing: TheoryBearing) -> FigureProvenance
    {
        FigureProvenance(
            sources: sources, bearsOn: bearing.isEmpty ? [theoryLink] : links(bearing),
            remark: bearing.isEmpty ? Strings.Spine.bearsOnNothing[language] : "")
    }

    private var theoryLink: FigureProvenance.Link {
        .init(Strings.Spine.diagram[language], href: isPaper ? "#" + ReportPage.theoryAnchor : href(.theory))
    }

    /// The claims and arrows, by their short names.
    private func links(_ bearing: TheoryBearing) -> [FigureProvenance.Link] {
        bearing.claims.map {
            .init($0.rawValue, fullName: $0.title[language], href: href(of: .claim($0)))
        }
            + bearing.edges.map {
                .init($0.code, fullName: $0.name[language], href: href(of: .edge($0.id)))
            }
    }

    /// The page of a claim or arrow, or its place in a report.
    func href(of target: TheoryTarget) -> String {
        let name = target.name
        if isPaper { return "#" + name }
        return switch target {
        case .claim: href(.claim(name))
        case .edge: href(.edge(name))
        }
    }
}

extension FigureProvenance {
    /// The same with one source more.
    func adding(_ source: String, href: String?) -> FigureProvenance {
        FigureProvenance(
            sources: sources + [Link(source, href: href)], bearsOn: bearsOn, remark: remark)
    }
}

extension TheoryTarget {
    /// The claim or arrow with a short name, `C2` or `E5`.
    init?(name: String) {
        if let claim = Claim(rawValue: name) {
            self = .claim(claim)
        } else if let edge = TheoryGraph.seed.edge(code: name) {
            self = .edge(edge.id)
        } else {
            return nil
        }
    }

    /// The arrow; nil for a claim as a whole.
    var edge: TheoryEdge? { if case .edge(let id) = self { TheoryGraph.seed.edge(id) } else { nil } }

    /// Its short name.
    var name: String { edge?.code ?? id }

    /// Its title.
    var title: BilingualText {
        switch self {
        case .claim(let claim): claim.title
        case .edge(let id): edge?.name ?? BilingualText(same: id)
        }
    }

    /// What it says, as a sentence.
    var text: BilingualText {
        switch self {
        case .claim(let claim): claim.text
        case .edge(let id): edge?.text ?? BilingualText(same: id)
        }
    }

    /// All claims, then all arrows.
    static let all: [TheoryTarget] =
        Claim.allCases.map { .claim($0) } + TheoryGraph.seed.edges.map { .edge($0.id) }
}

extension TheoryBearing {
    /// A claim with its arrows, or an arrow with its claim.
    init(of target: TheoryTarget) {
        switch target {
        case .claim(let claim): self.init(of: claim)
        case .edge: self = target.edge.map { TheoryBearing(of: $0) } ?? TheoryBearing(of: [Concept]())
        }
    }
}
