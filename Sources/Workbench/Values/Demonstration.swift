import Bilingual
import MetaAnalysis

/// A set of studies that is not about mixing, to show what pooling looks like: thirteen trials of a vaccine against
/// tuberculosis (Colditz et al. 1994), in cases and others with and without vaccine.
enum Demonstration {
    /// How people came to get the vaccine or not.
    enum Allocation {
        case random, alternate, systematic

        var name: BilingualText {
            switch self {
            case .random: BilingualText(nl: "door loting", en: "random")
            case .alternate: BilingualText(nl: "om en om", en: "alternate")
            case .systematic: BilingualText(nl: "volgens een vaste regel", en: "systematic")
            }
        }
    }

    struct Trial {
        var name: String
        var year: Int
        /// Degrees from the equator.
        var latitude: Double
        var allocation: Allocation
        var cells: FourfoldTable
    }

    static let trials: [Trial] = [
        trial("Aronson", 1948, 44, .random, 4, 119, 11, 128),
        trial("Ferguson & Simes", 1949, 55, .random, 6, 300, 29, 274),
        trial("Rosenthal e.a.", 1960, 42, .random, 3, 228, 11, 209),
        trial("Hart & Sutherland", 1977, 52, .random, 62, 13536, 248, 12619),
        trial("Frimodt-Moller e.a.", 1973, 13, .alternate, 33, 5036, 47, 5761),
        trial("Stein & Aronson", 1953, 44, .alternate, 180, 1361, 372, 1079),
        trial("Vandiviere e.a.", 1973, 19, .random, 8, 2537, 10, 619),
        trial("TPT Madras", 1980, 13, .random, 505, 87886, 499, 87892),
        trial("Coetzee & Berjak", 1968, 27, .random, 29, 7470, 45, 7232),
        trial("Rosenthal e.a.", 1961, 42, .systematic, 17, 1699, 65, 1600),
        trial("Comstock e.a.", 1974, 18, .systematic, 186, 50448, 141, 27197),
        trial("Comstock & Webster", 1969, 33, .systematic, 5, 2493, 3, 2338),
        trial("Comstock e.a.", 1976, 33, .systematic, 27, 16886, 29, 17825),
    ]

    /// Their log risk ratios, pooled with the defaults of the program.
    static let pooled: PooledEffect? = try? EffectSet(
        trials.map { trial in
            try StudyEffect(study: "\(trial.name) \(trial.year)", metric: .logRiskRatio, table: trial.cells)
        }
    ).pooled()

    private static func trial(
        _ name: String, _ year: Int, _ latitude: Double, _ allocation: Allocation, _ a: Double, _ b: Double,
        _ c: Double, _ d: Double
    ) -> Trial {
        Trial(
            name: name, year: year, latitude: latitude, allocation: allocation,
            cells: FourfoldTable(a: a, b: b, c: c, d: d))
    }
}
