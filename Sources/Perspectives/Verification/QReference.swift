internal import ReferenceFiles

/// Recomputes a reference file of the R package qmethod from its sorts.
struct QReference {
    let file: JSONValue

    func analysis() throws -> QAnalysis {
        let rows = (file["data"]?.list ?? []).compactMap(\.numbers)
        let names = file["qsorts"]?.labels ?? []
        let settings = file["settings"]
        return try QAnalysis(
            QSorts(
                statements: file["statements"]?.labels ?? [], names: names,
                values: names.indices.map { sort in rows.map { $0[sort] } }),
            options: QOptions(
                factors: Int(settings?["nfactors"]?.number ?? 0),
                correlation: settings?["cor"]?.text == "spearman" ? .spearman : .pearson,
                extraction: settings?["extraction"]?.text == "centroid" ? .centroid : .principalComponents,
                rotation: settings?["rotation"]?.text == "none" ? .none : .varimax))
    }

    func tally(_ name: String) throws -> ReferenceTally {
        var tally = ReferenceTally(name: name)
        let found = try analysis()
        func table(_ entry: String, _ rows: [[Double?]], tolerance: Double) {
            let expected = file[entry]?.list.map { JSONValue.list($0.flatMap { $0.list ?? [] }) }
            tally.compare(entry, rows.flatMap(\.self), expected, tolerance: tolerance)
        }
        table("correlation", found.correlations, tolerance: 1e-10)
        tally.compare(
            "eigenvalues_of_correlation", found.eigenvalues, file["eigenvalues_of_correlation"],
            tolerance: 1e-9)
        let isCentroid = found.options.extraction == .centroid
        let unrotated = found.unrotatedLoadings.signed(like: file["unrotated_loadings"])
        table("unrotated_loadings", unrotated, tolerance: isCentroid ? 1e-4 : 1e-6)
        table("loadings", found.loadings.signed(like: file["loadings"]), tolerance: 1e-4)
        let flags = file["flagged"]?.list?.map { row in (row.list ?? []).map { $0 == .flag(true) } }
        tally.compare("flagged", found.flags, flags, count: found.flags.count * found.options.factors)
        table("z_scores", found.zScores, tolerance: 1e-3)
        table("factor_scores", found.factorScores, tolerance: 0)
        table("factor_z_correlation", found.factorCorrelations, tolerance: 1e-3)
        let factors = 0..<found.options.factors
        table(
            "se_of_differences",
            factors.map { one in factors.map { found.standardErrorOfDifference(one, $0) } },
            tolerance: 1e-9)
        characteristics(found, &tally)
        distinguishing(found, &tally)
        return tally
    }

    private func characteristics(_ found: QAnalysis, _ tally: inout ReferenceTally) {
        for (place, one) in found.characteristics.enumerated() {
            guard let expected = file["factor_characteristics"]?.list?[place] else { continue }
            let values: [(String, Double?, Double)] = [
                ("nload", Double(one.flagged), 0), ("eigenvals", one.eigenvalue, 1e-3),
                ("expl_var", one.explainedPercent, 1e-2), ("reliability", one.reliability, 1e-9),
                ("se_fscores", one.standardError, 1e-9), ("av_rel_coef", 0.8, 0),
            ]
            for (key, value, tolerance) in values {
                tally.compare(
                    "factor_characteristics[\(place)].\(key)", [value], expected[key], tolerance: tolerance)
            }
        }
    }

    private func distinguishing(_ found: QAnalysis, _ tally: inout ReferenceTally) {
        let expected = file["distinguishing_consensus"]?.list ?? []
        let own = found.distinguishingStatements
        tally.compare(
            "dist.and.cons", own.map(\.label), expected.map { $0["dist.and.cons"]?.text ?? "" },
            count: own.count)
        for (one, entry) in zip(own, expected) {
            for difference in one.differences {
                let pair = "f\(difference.first + 1)_f\(difference.second + 1)"
                tally.compare(
                    "\(one.statement).\(pair)", [difference.value], entry[pair], tolerance: 2e-3)
                tally.compare("\(one.statement).sig_\(pair)", difference.stars, entry["sig_\(pair)"]?.text)
            }
        }
    }
}

extension [[Double]] {
    /// The same columns with the signs of those in a file: a sign of a factor has no meaning of its own.
    fileprivate func signed(like file: JSONValue?) -> [[Double]] {
        guard let rows = file?.list?.compactMap(\.numbers), rows.count == count, let width = first?.count
        else {
            return self
        }
        let signs = (0..<width).map { column in
            indices.reduce(0) { $0 + self[$1][column] * rows[$1][column] } < 0 ? -1.0 : 1
        }
        return map { row in zip(row, signs).map { $0 * $1 } }
    }
}
