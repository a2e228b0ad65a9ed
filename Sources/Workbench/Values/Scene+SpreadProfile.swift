import Bilingual
import Figures
import Neighbourhoods
import PolicyTheory

extension ScaleProfile {
    /// The two ways to look farther than the area itself.
    enum Way: CaseIterable {
        case nearest, distance
    }

    /// The steps of one group in one way: the area itself first.
    func steps(_ way: Way, of group: Variable.ID) -> [Step] {
        steps.filter { step in
            guard step.group == group else { return false }
            return switch (step.surroundings, way) {
            case (.area, _), (.nearest, .nearest), (.within, .distance): true
            default: false
            }
        }
    }

    /// The groups, in order.
    var groups: [Variable.ID] {
        var found: [Variable.ID] = []
        for step in steps where !found.contains(step.group) { found.append(step.group) }
        return found
    }
}

extension Scene {
    /// D from near to far, in both ways to look farther.
    func profileFigure(_ report: SpreadReport, _ profile: ScaleProfile) -> Figure {
        let words = SpreadWords(report: report, language: language)
        let panels = ScaleProfile.Way.allCases.compactMap { way -> Figure? in
            let first = profile.groups.first.map { profile.steps(way, of: $0) } ?? []
            guard first.count > 1 else { return nil }
            return Figure.scaleProfile(
                FigureFrame(
                    id: "omgeving-\(report.subject.word)-\(way)", title: words.way(way), subtitle: "",
                    source: "", language: language, areaNoun: report.level.noun),
                steps: first.map { words.short($0.surroundings) },
                lines: profile.groups.map { group in
                    let steps = profile.steps(way, of: group)
                    return ScaleLine(
                        label: words.name(group), values: steps.map { .value($0.dissimilarity) },
                        intervals: steps.map { step in
                            step.uncertainty.lower.flatMap { lower in
                                step.uncertainty.upper.map { lower...max(lower, $0) }
                            }
                        })
                }, format: .number(decimals: 2), quantity: "D",
                stepsName: Strings.Spread.surroundings[language])
        }
        var figure = Figure.smallMultiples(
            FigureFrame(
                id: FigureKind.spread(report.subject, .profile).name,
                title: words.profileFinding(profile),
                subtitle: Strings.Spread.profileSubtitle(report.level, report.year)[language],
                seen: Strings.Spread.profileSeen[language],
                notSaid: words.profileNotSaid(profile),
                provenance: provenance(of: report.data).adding(
                    Strings.Spread.shapes(title(of: profile.source), profile.shapesOf)[language],
                    href: href(ofSource: profile.source)),
                csvHref: csvHref(.spread(report.subject, .profile)), language: language,
                areaNoun: report.level.noun), panels: panels)
        figure.table = profileTable(report, profile)
        return figure
    }

    /// Every step of every group.
    func profileTable(_ report: SpreadReport, _ profile: ScaleProfile) -> FigureTable {
        let words = SpreadWords(report: report, language: language)
        let claims = Strings.Claims.self
        let spread = Strings.Spread.self
        return FigureTable(
            caption: "\(report.subject.name[language]): \(spread.profileTitle[language])",
            columns: [
                spread.group[language], spread.surroundings[language], "D", claims.lower[language],
                claims.upper[language], spread.reach[language], words.meanCounted,
                claims.areas[language], Strings.year[language],
            ],
            rows: profile.steps.map { step in
                let none = step.uncertainty.reason?[language] ?? Strings.noMargin[language]
                return [
                    .text(words.name(step.group)), .text(words.long(step.surroundings)),
                    index(step.dissimilarity, none), index(step.uncertainty.lower, none),
                    index(step.uncertainty.upper, none),
                    // Less than a metre: the nearest of an area of this size all live in the area itself.
                    step.reach.flatMap { $0 >= 1 ? .number($0, .number()) : nil }
                        ?? .missing(spread.ownArea[language]),
                    .number(step.counted, .number()), .number(Double(profile.areas), .number()),
                    .text(String(report.year)),
                ]
            }, language: language)
    }
}
