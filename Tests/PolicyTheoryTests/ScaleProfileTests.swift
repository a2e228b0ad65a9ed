import Bilingual
import Neighbourhoods
import Segregation
import Testing

@testable import PolicyTheory

/// The surroundings from near to far, on a town of squares.
@Suite struct ScaleProfileTests {
    private static let groups: [Variable.ID] = ["income.lowest40", "income.middle40", "income.highest20"]

    private func profile(_ data: Dataset) throws -> ScaleProfile {
        let report = try #require(SpreadReport.of(data, subject: .income, settings: settings))
        return try #require(report.profile.content)
    }

    private var data: Dataset { Town.withIncomes.dataset(geometries: [Town.squares]) }

    @Test func theAreasThemselvesGiveTheDissimilarityOfTheReport() throws {
        let report = try #require(SpreadReport.of(data, subject: .income, settings: settings))
        for step in try profile(data).steps where step.surroundings == .area {
            let row = try #require(
                report.rows.first { $0.measure == .dissimilarity && $0.group == step.group })
            #expect(abs(step.dissimilarity - row.value) < 1e-12)
        }
    }

    @Test func fewerThanLiveInAnyAreaIsTheAreaItself() throws {
        // Every area has 500 households or more.
        let steps = try profile(data).steps
        for group in Self.groups {
            let own = try #require(steps.first { $0.group == group && $0.surroundings == .area })
            let near = try #require(steps.first { $0.group == group && $0.surroundings == .nearest(200) })
            #expect(abs(own.dissimilarity - near.dissimilarity) < 1e-12)
            #expect(near.counted == 200)
            let first = steps.firstIndex(of: near) ?? 0
            #expect(steps[first + 1].dissimilarity < near.dissimilarity)
        }
    }

    @Test(arguments: ScaleProfile.distances)
    func aDistanceIsTheMeasureOfReardonAndOSullivanWithAFlatKernel(metres: Int) throws {
        let counts = try #require(data.counts(of: Self.groups, at: .neighbourhood))
        let centres = counts.areas.map { Town.squares.shapes[$0]?.centroid }
        let geography = try UnitGeography(
            unitIdentifiers: counts.areas.map(\.rawValue), x: centres.map { $0?.x ?? .nan },
            y: centres.map { $0?.y ?? .nan })
        var options = SpatialOptions()
        options.environments = [EnvironmentKernel(decay: 0, reach: Double(metres) / 1000)]
        let steps = try profile(data).steps
        for (column, group) in Self.groups.enumerated() {
            let table = try ContingencyTable(
                groups: ["own", "others"].map { Group(rawValue: $0) },
                rows: counts.counts.map { row in
                    let whole = row.map { $0.rounded() }
                    return [whole[column], whole.reduce(0, +) - whole[column]]
                }, unitIdentifiers: counts.areas.map(\.rawValue))
            let expected = try table.spatialMeasures(["RO-spatial-D"], geography: geography, options: options)
            let value = try #require(expected.first?.estimate.value.number)
            let step = try #require(
                steps.first { $0.group == group && $0.surroundings == .within(metres: metres) })
            #expect(abs(step.dissimilarity - value) < 1e-12)
        }
    }

    @Test func everyStepHasAnIntervalAroundIt() throws {
        for step in try profile(data).steps {
            let lower = try #require(step.uncertainty.lower)
            let upper = try #require(step.uncertainty.upper)
            #expect(lower <= step.dissimilarity + 1e-9 && upper >= lower && lower >= 0)
        }
    }

    @Test func theOrderOfTheAreasInTheSourceChangesNothing() throws {
        let turned = Town.withIncomes.dataset(
            order: Array((0..<Town.size).reversed()), geometries: [Town.squares])
        #expect(try profile(turned) == profile(data))
    }

    @Test func withoutBoundariesItSaysWhyThereIsNone() throws {
        let report = try #require(
            SpreadReport.of(Town.withIncomes.dataset(), subject: .income, settings: settings))
        #expect(report.profile.reason?.nl.contains("geen grenzen") == true)
        var few = Town.squares
        few.shapes = few.shapes.filter { $0.key < Town.code(5) }
        let other = try #require(
            SpreadReport.of(
                Town.withIncomes.dataset(geometries: [few]), subject: .income, settings: settings))
        #expect(other.profile.reason?.nl.contains("maar 5 gebieden") == true)
    }

    @Test func aSizeThatTheTownDoesNotHoldIsLeftOutAndTold() throws {
        let profile = try profile(data)
        // 40 areas of 600 households on average.
        #expect(profile.sizesLeftOut.isEmpty)
        var small = Town.withIncomes
        small.scale = 0.2
        let found = try #require(
            SpreadReport.of(small.dataset(geometries: [Town.squares]), subject: .income, settings: settings)?
                .profile.content)
        #expect(found.sizesLeftOut == [12_800])
        #expect(!found.steps.contains { $0.surroundings == .nearest(12_800) })
    }
}
