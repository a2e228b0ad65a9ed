import Bilingual
import Figures
import Neighbourhoods

/// Where all figures come from, how complete they are, and what was left out of each import.
struct SourcesPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        Page(
            route: .sources, title: Strings.Sources.title[language],
            main: .fragment([
                .element("h1") { Strings.Sources.title[language] },
                .element("p") { Strings.Sources.lead[language] },
                sources, theoryText, simulations, series, imports, reasons, norms,
            ]))
    }

    private var sources: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Sources.sources[language] }
            table(
                FigureTable(
                    caption: Strings.Sources.sources[language],
                    columns: Strings.Sources.sourceColumns.map { $0[language] },
                    rows: scene.dataset.sources.map { source in
                        [
                            .named(
                                scene.inLanguage(source.title, of: source), id: Self.anchor(of: source.id)),
                            .text(source.producer),
                            .text(source.licence),
                            optional(source.table), optional(source.fileName),
                            optional(source.sha256.map { String($0.prefix(12)) + "…" }),
                            optional(source.caveat.map { scene.inLanguage($0, of: source) }),
                            source.isSynthetic
                                ? .text(Strings.Sources.madeUp[language])
                                : .text(Strings.Sources.real[language]),
                        ]
                    }, language: language))
        }
    }

    // MARK: Places that figures lead back to

    /// The place of a source on this page.
    static func anchor(of source: Source.ID) -> String { "bron-" + word(source.rawValue) }
    /// The place of a kept simulation.
    static func anchor(ofRun name: String) -> String { "run-" + word(name) }
    /// The place of what is said of the simulation as such.
    static let modelAnchor = "simulaties"
    /// The place of the text that states the policy theory.
    static let textAnchor = "tekst"

    private static func word(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }

    private var theoryText: Markup {
        .element("section", ["class": "mp-card", "id": .text(Self.textAnchor)]) {
            Markup.element("h2") { Strings.Sources.theoryText[language] }
            Markup.element("p") { Strings.Spine.theorySource[language] }
            Markup.element("p") { Strings.Sources.theoryTextNote[language] }
            Markup.element("p") {
                Markup.element("a", ["href": .text(scene.href(.theory))]) { Strings.Theory.title[language] }
            }
        }
    }

    /// The simulation, and the ones that the project keeps for this municipality.
    private var simulations: Markup {
        .element("section", ["class": "mp-card", "id": .text(Self.modelAnchor)]) {
            Markup.element("h2") { Strings.Sources.simulations[language] }
            Markup.element("p") { Strings.Sources.simulationsNote[language] }
            Markup.element("p") {
                Markup.element("a", ["href": .text(scene.href(.desk))]) { Strings.Menu.desk[language] }
                " · "
                Markup.element("a", ["href": .text(scene.href(.backtest))]) {
                    Strings.Backtest.link[language]
                }
            }
            runs
        }
    }

    @MarkupBuilder private var runs: Markup {
        let outcomes = scene.outcomes
        let names = outcomes.map(\.simulation).reduce(into: [String]()) { known, name in
            if !known.contains(name) { known.append(name) }
        }
        if names.isEmpty {
            Markup.element("p", ["class": "mp-note"]) { Strings.Spine.noRuns[language] }
        } else {
            OpenTable.markup(
                FigureTable(
                    caption: Strings.Sources.simulations[language],
                    columns: Strings.Sources.simulationColumns.map { $0[language] },
                    rows: names.map { name in
                        let own = outcomes.filter { $0.simulation == name }
                        return [
                            .named(String(name.prefix(12)), id: Self.anchor(ofRun: name)),
                            .text(own.filter { !$0.isTwin }.map(\.package).joined(separator: ", ")),
                            .text(own.first.map { String($0.year) } ?? ""),
                            .number(Double(own.first?.runs ?? 0), .number()),
                        ]
                    }, language: language))
        }
    }

    private func optional(_ text: String?) -> FigureTable.Cell { text.map(FigureTable.Cell.text) ?? .blank }

    private var series: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Sources.series[language] }
            Markup.element("p", ["class": "mp-note"]) { Strings.Sources.seriesNote(scene.level)[language] }
            table(
                FigureTable(
                    caption: Strings.Sources.series[language],
                    columns: Strings.Sources.seriesColumns.map { $0[language] },
                    rows: scene.dataset.allSeries(at: scene.level).map(row), language: language))
        }
    }

    private func row(_ series: Series) -> [FigureTable.Cell] {
        let source = scene.dataset.source(series.source)
        let count = ValueFormat.number()
        let missing = MissingReason.allCases.filter { $0 != .suppressed }.map(series.values.count(of:))
            .reduce(0, +)
        return [
            .text(VariableCatalogue.variable(series.variable)?.name[language] ?? series.variable.rawValue),
            .text(String(series.year)),
            .text(
                [scene.title(of: series.source), source?.table ?? source?.fileName].compactMap(\.self).joined(
                    separator: ", ")),
            .text(series.version), .text(source?.licence ?? ""),
            .number(series.values.fillRate, .percent()), .number(1 - series.values.fillRate, .percent()),
            .number(Double(series.values.count(of: .suppressed)), count), .number(Double(missing), count),
            .text((series.margins == nil ? Strings.Sources.no : Strings.Sources.yes)[language]),
        ]
    }

    private var imports: Markup {
        guard !scene.studio.imports.isEmpty else { return .empty }
        return .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Sources.imports[language] }
            Markup.element("p", ["class": "mp-note"]) { Strings.Sources.importsNote[language] }
            table(
                FigureTable(
                    caption: Strings.Sources.imports[language],
                    columns: Strings.Sources.importColumns.map { $0[language] },
                    rows: scene.studio.imports.map { row in
                        [
                            .text(row.column), .text(row.file), .text(outcome(row)),
                            row.year.map { .text(String($0)) } ?? .blank,
                            row.fillRate.map { .number($0, .percent()) } ?? .blank,
                        ]
                    }, language: language))
        }
    }

    /// The variable by its name. What is no variable of the program is observed only, such as origin.
    private func outcome(_ row: Studio.ImportRow) -> String {
        guard let id = row.outcome else { return Strings.Sources.notRecognised[language] }
        return VariableCatalogue.variable(id)?.name[language]
            ?? "\(id.rawValue) (\(Strings.Sources.observedOnly[language]))"
    }

    private var norms: Markup {
        .element("section", ["class": "mp-card", "id": "grenzen"]) {
            Markup.element("h2") { Strings.Norms.title[language] }
            Markup.element("p") { Strings.Norms.lead[language] }
            table(
                FigureTable(
                    caption: Strings.Norms.title[language],
                    columns: Strings.Norms.columns.map { $0[language] },
                    rows: NormTable.shipped.rows.map { norm in
                        [
                            .text(Strings.Norms.name(of: norm.parameter)[language]),
                            .text(String(norm.year)), .number(norm.value, norm.format),
                            .text(norm.source), .text(norm.note[language]),
                        ]
                    }, language: language))
        }
    }

    private var reasons: Markup {
        .element("section", ["class": "mp-card"]) {
            Markup.element("h2") { Strings.Sources.reasons[language] }
            Markup.element("ul") {
                for reason in MissingReason.allCases {
                    Markup.element("li") { reason.name[language].capitalisedFirst + "." }
                }
            }
            Markup.element("p") { Strings.Sources.disclosure[language] }
        }
    }

    /// The table without the columns that nobody filled.
    private func table(_ table: FigureTable) -> Markup {
        let used = table.columns.indices.filter { column in
            table.rows.contains { row in
                switch row[column] {
                case .blank, .text(""): false
                default: true
                }
            }
        }
        return OpenTable.markup(
            FigureTable(
                caption: table.caption, columns: used.map { table.columns[$0] },
                rows: table.rows.map { row in used.map { row[$0] } }, language: language))
    }
}
