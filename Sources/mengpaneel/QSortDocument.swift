import Perspectives

/// An analysis of Q-sorts as tables, and as JSON with the names of the reference files.
struct QSortDocument {
    let analysis: QAnalysis

    private var names: [String] { (0..<analysis.options.factors).map { "f\($0 + 1)" } }

    /// Each sort with its loadings and the factor it stands for.
    var sorts: DataTable {
        DataTable(
            columns: ["sort"] + names + ["stands_for"],
            rows: analysis.sorts.names.indices.map { sort in
                let flags = names.indices.filter { analysis.flags[sort][$0] }.map { names[$0] }
                return [.text(analysis.sorts.names[sort])] + analysis.loadings[sort].map { .number($0) }
                    + [.text(flags.joined(separator: " "))]
            })
    }

    /// The factors in figures.
    var factors: DataTable {
        DataTable(
            columns: ["factor", "sorts", "eigenvalue", "explained_percent", "reliability", "standard_error"],
            rows: zip(names, analysis.characteristics).map { name, one in
                [
                    .text(name), .integer(one.flagged), .number(one.eigenvalue),
                    .number(one.explainedPercent),
                    .number(one.reliability), one.standardError.map { .number($0) } ?? .missing("no sorts"),
                ]
            })
    }

    /// Each statement with z-scores, places and whether it tells factors apart.
    var statements: DataTable {
        let kinds = analysis.distinguishingStatements
        return DataTable(
            columns: ["statement"] + names.map { "z_\($0)" } + names.map { "place_\($0)" } + ["kind"],
            rows: analysis.sorts.statements.indices.map { row in
                [.text(analysis.sorts.statements[row])] + cells(analysis.zScores[row])
                    + cells(analysis.factorScores[row]) + [.text(kinds.isEmpty ? "" : kinds[row].label)]
            })
    }

    var json: JSONTree {
        .object([
            (
                "settings",
                .object([
                    ("extraction", .text(analysis.options.extraction == .centroid ? "centroid" : "PCA")),
                    ("rotation", .text(analysis.options.rotation.rawValue)),
                    ("nfactors", .integer(analysis.options.factors)),
                    ("forced", .flag(analysis.sorts.isForced)),
                    ("cor", .text(analysis.options.correlation.rawValue)),
                    ("distribution", .numbers(analysis.sorts.distribution)),
                ])
            ),
            ("qsorts", .array(analysis.sorts.names.map { .text($0) })),
            ("statements", .array(analysis.sorts.statements.map { .text($0) })),
            ("correlation", .points(analysis.correlations)),
            ("eigenvalues_of_correlation", .numbers(analysis.eigenvalues)),
            ("unrotated_loadings", .points(analysis.unrotatedLoadings)),
            ("loadings", .points(analysis.loadings)),
            ("flagged", .array(analysis.flags.map { .array($0.map { .flag($0) }) })),
            ("z_scores", table(analysis.zScores)), ("factor_scores", table(analysis.factorScores)),
            ("factor_characteristics", .array(zip(names, analysis.characteristics).map(characteristics))),
            ("factor_z_correlation", table(analysis.factorCorrelations)),
            (
                "se_of_differences",
                table(
                    names.indices.map { one in
                        names.indices.map { analysis.standardErrorOfDifference(one, $0) }
                    })
            ),
            ("distinguishing_consensus", .array(analysis.distinguishingStatements.map(distinguishing))),
        ])
    }

    private func characteristics(_ name: String, _ one: QAnalysis.Characteristics) -> JSONTree {
        .object([
            ("factor", .text(name)), ("nload", .integer(one.flagged)), ("eigenvals", .number(one.eigenvalue)),
            ("expl_var", .number(one.explainedPercent)), ("reliability", .number(one.reliability)),
            ("se_fscores", one.standardError.map { .number($0) } ?? .null),
        ])
    }

    private func distinguishing(_ one: DistinguishingStatement) -> JSONTree {
        var fields: [(String, JSONTree)] = [
            ("statement", .text(analysis.sorts.statements[one.statement])),
            ("dist.and.cons", .text(one.label)),
        ]
        for pair in one.differences {
            let name = "f\(pair.first + 1)_f\(pair.second + 1)"
            fields += [(name, .number(pair.value)), ("sig_\(name)", .text(pair.stars))]
        }
        return .object(fields)
    }

    private func cells(_ values: [Double?]) -> [Cell] {
        values.map { $0.map { .number($0) } ?? .missing("") }
    }

    private func table(_ rows: [[Double?]]) -> JSONTree {
        .array(rows.map { .array($0.map { $0.map { .number($0) } ?? .null }) })
    }
}
