import ArgumentParser
import Bilingual
import Foundation
import HousingMarket

/// `mengpaneel calibrate`: fits the simulation of a town to published turnover.
struct CalibrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate", abstract: "Fit the simulation of a municipality to published turnover.",
        discussion: """
            History matching rules out values under which turnover by tenure and vacancy cannot be what was published; a
            posterior over what is left tells what remains likely. The age of movers and the length of chains are left out,
            so that they can be checked. Values go back into a run with --assume.

            EXAMPLES
              mengpaneel calibrate stad.mengpaneel
              mengpaneel calibrate stad.mengpaneel --store calibration.txt --language nl
            """)

    @OptionGroup var simulation: SimulationOptions

    @Option(help: "Keep the whole calibration, with all its points, in this file.")
    var store: String?

    @Option(help: "The language of names: nl or en.")
    var language = Language.english

    func run() async throws {
        let study = try SimulationStudy(options: simulation, packageFiles: [])
        var options = CalibrationOptions(waves: 4, points: 40, replicates: 2, particles: 100, generations: 3)
        options.seed = simulation.seed
        options.workers = simulation.threads ?? ProcessInfo.processInfo.activeProcessorCount
        let found = try await MarketCalibration.fit(
            study.start, assumptions: study.settings.assumptions, options: options)
        if let store { try WholeFile.write(Data(found.text.utf8), to: store) }
        Terminal.write(Data((CalibrationReport(found).markdown(language) + "\n").utf8))
    }
}
