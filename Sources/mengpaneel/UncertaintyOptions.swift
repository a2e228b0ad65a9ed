import ArgumentParser
import Foundation
import Segregation

/// How sure values are to be made; shared by `measure`, `profile` and `decompose`.
struct UncertaintyOptions: ParsableArguments {
    @Option(help: "Bootstrap draws behind the intervals; 0 for none.")
    var draws = 500

    @Option(
        help:
            "Draws for measures of places, which take longer [default: as many as --draws where that takes some seconds at most]."
    )
    var spatialDraws: Int?

    @Option(help: "What the bootstrap draws again: persons, personsWithinGroups, or whole units.")
    var resample = Resampling.persons

    @Option(
        help:
            "How intervals are made: basic or percentile from draws, or closedForm without a draw where one is known."
    )
    var interval = IntervalMethod.basic

    @Option(help: "The share of intervals that cover the truth, between 0 and 1.")
    var level = 0.95

    @Option(
        help:
            "Permutations of persons for a test against chance: p is the share with a value at least as high; with two tables, of units for a test of no difference; 0 for none [default: 999 for two tables, else 0]."
    )
    var permutations: Int?

    @Option(help: "The seed of the draws; the same seed gives the same figures anywhere.")
    var seed: UInt64 = 1

    func validate() throws {
        if let spatialDraws, spatialDraws < 0 {
            throw ValidationError("--spatial-draws: \(spatialDraws) is below 0; give 0 for none.")
        }
        if let permutations, permutations < 0 {
            throw ValidationError("--permutations: \(permutations) is below 0; give 0 for none.")
        }
    }

    /// The settings as the library takes them.
    var options: MeasureOptions {
        get throws {
            var options = MeasureOptions()
            options.draws = draws
            options.resampling = resample
            options.method = interval
            options.level = level
            options.seed = seed
            options.threads = max(1, ProcessInfo.processInfo.activeProcessorCount)
            return options
        }
    }
}
