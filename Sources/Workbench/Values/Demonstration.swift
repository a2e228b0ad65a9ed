import MetaAnalysis

/// A set of studies that is not about mixing, to show what pooling looks like: thirteen trials of a vaccine against
/// tuberculosis (Colditz et al. 1994), in cases and others with and without vaccine.
enum Demonstration {
    struct Trial {
        var name: String
        var year: Int
        var cells: FourfoldTable
    }

    static let trials: [Trial] = [
        trial("Aronson", 1948, 4, 119, 11, 128), trial("Ferguson & Simes", 1949, 6, 300, 29, 274),
        trial("Rosenthal e.a.", 1960, 3, 228, 11, 209),
        trial("Hart & Sutherland", 1977, 62, 13536, 248, 12619),
        trial("Frimodt-Moller e.a.", 1973, 33, 5036, 47, 5761),
        trial("Stein & Aronson", 1953, 180, 1361, 372, 1079),
        trial("Vandiviere e.a.", 1973, 8, 2537, 10, 619), trial("TPT Madras", 1980, 505, 87886, 499, 87892),
        trial("Coetzee & Berjak", 1968, 29, 7470, 45, 7232),
        trial("Rosenthal e.a.", 1961, 17, 1699, 65, 1600),
        trial("Comstock e.a.", 1974, 186, 50448, 141, 27197),
        trial("Comstock & Webster", 1969, 5, 2493, 3, 2338),
        trial("Comstock e.a.", 1976, 27, 16886, 29, 17825),
    ]

    /// Their log risk ratios, pooled with the defaults of the program.
    static let pooled: PooledEffect? = try? EffectSet(
        trials.map { trial in
            try StudyEffect(study: "\(trial.name) \(trial.year)", metric: .logRiskRatio, table: trial.cells)
        }
    ).pooled()

    private static func trial(
        _ name: String, _ year: Int, _ a: Double, _ b: Double, _ c: Double, _ d: Double
    ) -> Trial {
        Trial(name: name, year: year, cells: FourfoldTable(a: a, b: b, c: c, d: d))
    }
}
