import Bilingual
import Figures
import HousingMarket

/// The three packages side by side, each against doing nothing under the same luck. In the order of their places;
/// nothing is put first.
struct DeskComparison {
    let scene: Scene
    let town: StartingTown
    private var language: Language { scene.language }

    private static let measures: [OutcomeMeasure] = [
        .dissimilarityLow, .mixingNeighbourhood, .socialHomes, .waitingYearsLow, .chanceLow, .forcedMoves,
        .returns,
    ]

    /// The full result of each place that holds a package; nil for one that was not computed yet.
    private var results: [(slot: Int, result: EnsembleResult?)] {
        scene.state.desk.packages.indices.filter { !scene.state.desk.packages[$0].isEmpty }.map { slot in
            guard let model = try? scene.deskModel(town, slot: slot) else { return (slot, nil) }
            return (
                slot,
                scene.studio.memory.simulations.known(scene.deskKey(model, runs: DeskModel.fullRuns))
            )
        }
    }

    /// The table, and links to places that must be opened first; nothing with fewer than two packages.
    var markup: Markup {
        let all = results
        guard all.count > 1 else { return .empty }
        let known = all.compactMap { one in one.result.map { (slot: one.slot, result: $0) } }
        return .fragment([
            .element("h2") { Strings.Desk.sideBySide[language] },
            known.count > 1 ? OpenTable.markup(table(known)) : .empty,
            .fragment(
                all.filter { $0.result == nil }.map { one in
                    .element("p") {
                        Markup.element("a", ["href": .text(scene.href(.desk) { $0.desk.open = one.slot })]) {
                            Strings.Desk.openFirst(DeskState.slots[one.slot])[language]
                        }
                    }
                }),
        ])
    }

    private func table(_ known: [(slot: Int, result: EnsembleResult)]) -> FigureTable {
        FigureTable(
            caption: Strings.Desk.sideBySide[language],
            columns: [Strings.Desk.difference[language]]
                + known.map { "\(Strings.Desk.package[language]) \(DeskState.slots[$0.slot])" },
            rows: Self.measures.map { measure in
                let format = DeskTables.format(measure.unit, isSigned: true)
                return [.text(measure.name[language])]
                    + known.map {
                        cell($0.result.differences(measure, arm: 1, year: $0.result.years.count - 1), format)
                    }
            } + [
                [.text(Strings.Desk.notBack[language])]
                    + known.map { one in
                        let areas = DeskTables(result: one.result, language: language).scopeAreas
                        return cell(
                            one.result.runs[1].map { Double($0.initialResidents.notBack(areas: areas)) },
                            .number())
                    }
            ], language: language)
    }

    private func cell(_ values: [Double], _ format: ValueFormat) -> FigureTable.Cell {
        guard let band = Band(values) else { return .blank }
        return .text(
            "\(format.text(band.middle, language)) (\(format.interval(band.low, band.high, language)))")
    }
}
