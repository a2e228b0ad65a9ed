import HousingMarket
import Testing

/// The engine goes through the procedure, and the values that are left give what was published.
@Suite struct MarketCalibrationTests {
    @Test func aSmallTownCanBeFittedAndTheFitIsStored() async throws {
        let town = StartingTown.madeUp(households: 300, areas: 4, seed: 2)
        let start = StartingState(frame: town.frame, state: town.state)
        let options = CalibrationOptions(
            waves: 2, points: 20, replicates: 2, particles: 100, generations: 2, workers: 2)
        let found = try await MarketCalibration.fit(start, years: 4, options: options)
        #expect(!found.waves.isEmpty)
        #expect(try Calibration(text: found.text).text == found.text)
    }
}
