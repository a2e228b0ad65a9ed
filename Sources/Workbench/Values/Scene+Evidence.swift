import Bilingual
import EvidenceRegister
import Figures
import PolicyTheory

extension Scene {
    /// The register of studies.
    var register: Register { studio.evidence.state }

    /// The studies that the reader chose to look at, in order of the register.
    var chosenStudies: [Study] { register.studies(matching: state.evidence.filter) }

    /// The numbers of a figure on studies; nil where there are none.
    func evidenceTable(_ part: EvidencePart) -> FigureTable? {
        switch part {
        case .map: evidenceMapFigure().table
        case .harvest: harvestFigure()?.table
        case .votes: voteTable()
        case .places: placesFigure()?.table
        case .studies: chosenStudies.isEmpty ? nil : studyTable(chosenStudies)
        case .candidates: candidateTable()
        case .forest, .funnel, .estimators, .leaveOneOut, .contours, .subgroups, .bubble, .baujat, .influence,
            .cumulative, .pCurve:
            demonstration?.outcome(part).figure?.table
        }
    }

    private func evidenceFrame(_ part: EvidencePart, _ title: BilingualText, _ subtitle: BilingualText)
        -> FigureFrame
    {
        FigureFrame(
            id: part.rawValue, title: title[language], subtitle: subtitle[language],
            provenance: provenance(of: chosenStudies), csvHref: csvHref(.evidence(part)), language: language)
    }

    /// Measures by outcomes, each cell with a link to its studies. The choice of measure and outcome does not
    /// empty the other cells, so that one can go from cell to cell.
    func evidenceMapFigure() -> Figure {
        var filter = state.evidence.filter
        filter.levers = []
        filter.domains = []
        let map = EvidenceMap(of: register, filter: filter)
        let rows = map.levers.map { lever in
            EvidenceGridRow(
                lever: lever.name[language].capitalisedFirst,
                cells: map.domains.map { domain in
                    let cell = map[lever, domain]
                    guard !cell.isEmpty else { return EvidenceCell() }
                    var trials: [EvidenceDirection: Int] = [:]
                    for unit in cell.units { trials[Self.sign(of: unit.direction), default: 0] += 1 }
                    return EvidenceCell(
                        trials: trials, papers: cell.count.papers,
                        href: href(.evidence) {
                            $0.evidence.lever = lever
                            $0.evidence.domain = domain
                        } + "#lijst")
                })
        }
        let words = Strings.Evidence.self
        return .evidenceGrid(
            evidenceFrame(.map, words.mapTitle(map), words.mapSubtitle),
            domains: map.domains.map { $0.name[language].capitalisedFirst }, rows: rows)
    }

    /// The cells of the map without any study, in words.
    var evidenceGaps: [BilingualText] {
        var filter = state.evidence.filter
        filter.levers = []
        filter.domains = []
        return EvidenceMap(of: register, filter: filter).gaps.map(\.statement)
    }

    private static func sign(of direction: Direction?) -> EvidenceDirection {
        switch direction {
        case .better: .positive
        case .noEffectShown: .noDifference
        case .worse: .negative
        case .mixed: .mixed
        case .unclear, .notTested, nil: .unclear
        }
    }

    /// One bar per independent study and outcome; nil when no chosen study has a finding.
    func harvestFigure() -> Figure? {
        let classes = Array(DesignClass.allCases.reversed())
        let rows = OutcomeDomain.allCases.map { domain in
            let plot = register.harvestPlot(of: domain, filter: state.evidence.filter)
            let bars = Direction.allCases.filter { $0 != .notTested }.flatMap { direction in
                (plot.bars[direction] ?? []).map { bar in
                    let papers = bar.papers.compactMap { register.study($0) }
                    let trial = bar.papers.first.flatMap { register.trial(of: $0) }
                    return HarvestBar(
                        label: bar.papers.count > 1 || papers.isEmpty
                            ? trial?.name[language] ?? bar.id : papers[0].shortName(language),
                        direction: Self.sign(of: direction),
                        design: classes.firstIndex(of: bar.designClass) ?? 0,
                        verification: papers.contains { $0.verification == .fullText }
                            ? .fullText : .abstract,
                        papers: bar.papers.count)
                }
            }
            return HarvestRow(domain: domain.name[language].capitalisedFirst, bars: bars)
        }
        guard rows.contains(where: { !$0.bars.isEmpty }) else { return nil }
        return .harvestPlot(
            evidenceFrame(.harvest, Strings.Evidence.harvestTitle, Strings.Evidence.harvestSubtitle),
            designs: classes.map { $0.name[language] }, rows: rows)
    }

    /// The chosen studies by country and years; nil when there are none.
    func placesFigure() -> Figure? {
        let placed = chosenStudies.flatMap { study in
            study.countries.map {
                PlacedStudy(
                    label: study.shortName(language), country: CountryName.text($0, language),
                    year: study.year)
            }
        }
        guard !placed.isEmpty else { return nil }
        return .studiesInPlaceAndTime(
            evidenceFrame(.places, Strings.Evidence.placesTitle, Strings.Evidence.placesSubtitle),
            studies: placed, home: CountryName.text("Netherlands", language))
    }

    /// How many independent studies point which way, by outcome. Counts, and named so.
    func voteTable() -> FigureTable {
        let directions = Direction.allCases
        let counts = register.voteCounts(filter: state.evidence.filter)
        let words = Strings.Evidence.self
        return FigureTable(
            caption: words.votesTitle[language],
            columns: [words.outcome[language]] + directions.map { $0.name[language].capitalisedFirst }
                + [words.withResult[language], words.papers[language]],
            rows: counts.map { count in
                [.text(count.domain.name[language].capitalisedFirst)]
                    + directions.map { .number(Double(count.trials[$0] ?? 0), .number()) } + [
                        .number(Double(count.trialTotal), .number()),
                        .number(Double(count.paperTotal), .number()),
                    ]
            }, language: language)
    }

    /// Studies as a list: what they are and how much of them was read.
    func studyTable(_ studies: [Study]) -> FigureTable {
        let words = Strings.Evidence.self
        return FigureTable(
            caption: words.listTitle[language],
            columns: [
                words.study, words.country, words.design, words.read, words.direction, words.outcome,
            ].map { $0[language] },
            rows: studies.map { study in
                [
                    .link(study.shortName(language), href: href(.study(study.id))),
                    .text(study.countryNames(language)),
                    study.design.map { .text($0.name[language]) } ?? .missing(words.notFilledIn[language]),
                    .text(study.verification.name[language]),
                    study.shownFinding.map { finding in
                        finding.direction.map { .text($0.name[language]) }
                            ?? .missing(words.notFilledIn[language])
                    } ?? .missing(words.noFinding[language]),
                    .text(study.outcomeDomains.map { $0.name[language] }.joined(separator: ", ")),
                ]
            }, language: language)
    }

    /// What could be pooled once full texts were read, and what stands in the way.
    func candidateTable() -> FigureTable {
        let words = Strings.Evidence.self
        return FigureTable(
            caption: words.candidatesTitle[language],
            columns: [words.outcome, words.expected, words.obstacle, words.studies].map { $0[language] },
            rows: register.poolability().candidates.map { candidate in
                [
                    .text(candidate.outcome[language]),
                    candidate.expectedStudies.isEmpty
                        ? .missing(words.never[language]) : .text(candidate.expectedStudies),
                    .text(candidate.obstacle[language]),
                    .text(
                        candidate.studies.compactMap { register.study($0)?.shortName(language) }.joined(
                            separator: "; ")),
                ]
            }, language: language)
    }
}
