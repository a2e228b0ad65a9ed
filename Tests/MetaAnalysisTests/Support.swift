import Foundation
import MetaAnalysis
import Stochastics
import Testing

/// The folder with the fixtures of this target.
let fixtures = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "Fixtures").path

/// Whether two numbers agree to a relative tolerance; 0 must be met to the tolerance itself.
func near(_ found: Double, _ expected: Double, relative: Double = 1e-13) -> Bool {
    abs(found - expected) <= relative * (expected == 0 ? 1 : abs(expected))
}

/// Whether two numbers agree to an absolute tolerance.
func close(_ found: Double?, _ expected: Double, within tolerance: Double = 5e-4) -> Bool {
    found.map { abs($0 - expected) <= tolerance } ?? false
}

/// Ln risk ratios of the 13 BCG trials, as printed in the fixtures.
func bcgTrials() throws -> EffectSet {
    let tables: [(Double, Double, Double, Double)] = [
        (4, 119, 11, 128), (6, 300, 29, 274), (3, 228, 11, 209), (62, 13536, 248, 12619),
        (33, 5036, 47, 5761),
        (180, 1361, 372, 1079), (8, 2537, 10, 619), (505, 87886, 499, 87892), (29, 7470, 45, 7232),
        (17, 1699, 65, 1600), (186, 50448, 141, 27197), (5, 2493, 3, 2338), (27, 16886, 29, 17825),
    ]
    return try EffectSet(
        tables.enumerated().map { place, cells in
            try StudyEffect(
                study: "trial \(place + 1)", metric: .logRiskRatio,
                table: FourfoldTable(a: cells.0, b: cells.1, c: cells.2, d: cells.3))
        })
}

/// Absolute latitude of the BCG trials.
let latitudes: [Double?] = [44, 55, 42, 52, 13, 44, 19, 13, 27, 42, 18, 33, 33]

/// The six made-up studies of the articles.
func sixStudies() throws -> EffectSet {
    try EffectSet(
        effects: [0.12, 0.35, 0.41, 0.05, 0.58, 0.22], variances: [0.02, 0.04, 0.01, 0.03, 0.05, 0.015],
        studies: ["A", "B", "C", "D", "E", "F"], sampleSizes: [200, 100, 400, 130, 80, 260],
        estimand: Estimand(.standardisedMeanDifference, of: "reading"))
}

/// Draws of the model with τ and errors between 0.1 and 0.45, the same on every run.
func drawnStudies(_ count: Int, tau: Double, mean: Double = 0.2, seed: UInt64 = 1) throws -> EffectSet {
    var stream = RandomStream(seed: seed, purpose: .selfTest)
    func normal() -> Double { (-2 * log(stream.openUnit())).squareRoot() * cos(2 * .pi * stream.openUnit()) }
    var effects: [Double] = []
    var variances: [Double] = []
    for _ in 0..<count {
        let variance = 0.01 + 0.19 * stream.unit()
        variances.append(variance)
        effects.append(mean + tau * normal() + variance.squareRoot() * normal())
    }
    return try EffectSet(effects: effects, variances: variances)
}
