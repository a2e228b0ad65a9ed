import Foundation
import Segregation
import Stochastics
import Testing

/// Surroundings by street.
@Suite struct TravelTests {
    /// All pairs as the crow flies, as a list.
    private func list(_ town: Town) throws -> [TravelDistances.Listed] {
        let (x, y) = try (#require(town.places.x), #require(town.places.y))
        let units = town.table.unitIdentifiers
        return units.indices.flatMap { from in
            units.indices.filter { $0 > from }.map { to in
                .init(
                    from: units[from], to: units[to],
                    distance: hypot(x[from] - x[to], y[from] - y[to]) / town.places.distanceUnit)
            }
        }
    }

    @Test func distancesAsTheCrowFliesGiveTheMeasuresOfPlaces() throws {
        let town = try randomTown(units: 30, seed: 3, empty: [7])
        let travel = try TravelDistances(
            unitIdentifiers: town.table.unitIdentifiers, list: list(town), reach: 2.5)
        var options = SpatialOptions()
        options.environments = [EnvironmentKernel(decay: 1.5, reach: 2.5)]
        let found = try town.table.environmentMeasures(over: travel, decay: 1.5)
        for (identifier, other) in [
            ("RO-travel-H", "RO-spatial-H"), ("RO-travel-R", "RO-spatial-R"), ("RO-travel-D", "RO-spatial-D"),
            ("RO-travel-P-matrix", "RO-spatial-P-matrix"),
        ] {
            let plain = try town.table.spatialMeasures([other], geography: town.places, options: options)
            let rows = found.filter { $0.identifier == identifier }
            #expect(rows.count == plain.count)
            for (row, expected) in zip(rows, plain) {
                #expect(agree(row.estimate.value.number, expected.estimate.value.number, within: 1e-10))
            }
        }
    }

    @Test func egohoodsAsTheCrowFliesAreThoseOfPlaces() throws {
        let town = try randomTown(units: 30, seed: 4, empty: [7])
        let travel = try TravelDistances(unitIdentifiers: town.table.unitIdentifiers, list: list(town))
        let sizes = [50.0, 200, 600]
        let found = try town.table.egohoodProfile(of: .low, sizes: sizes, over: travel)
        let plain = try town.table.egohoodProfile(of: .low, sizes: sizes, geography: town.places).dropFirst()
        for (scale, expected) in zip(found, plain) {
            #expect(agree(scale.dissimilarity, expected.dissimilarity, within: 1e-9))
            #expect(agree(scale.gini, expected.gini, within: 1e-9))
            for (egohood, other) in zip(scale.egohoods, expected.egohoods) {
                #expect(
                    agree(egohood.members, other.members, within: 1e-9) && egohood.persons == other.persons)
            }
        }
        #expect(found.count == 3)
    }

    /// Shortest ways by relaxing all edges again and again, as Bellman and Ford do.
    @Test func shortestWaysAreShortest() throws {
        var stream = RandomStream(seed: 5, purpose: .selfTest)
        let edges = (0..<160).map { edge in
            StreetEdge(
                from: Int(stream.integer(below: 60)), to: Int(stream.integer(below: 60)),
                length: Double(stream.integer(below: 40)), isOneWay: edge % 5 == 0)
        }
        let network = try StreetNetwork(junctions: 60, edges: edges)
        let units = (0..<40).map { "u\($0)" }
        let junctions = (0..<40).map { _ in Int(stream.integer(below: 60)) }
        let reach = 60.0
        let travel = try TravelDistances(unitIdentifiers: units, at: junctions, in: network, reach: reach)
        #expect(
            try TravelDistances(unitIdentifiers: units, at: junctions, in: network, reach: reach, threads: 3)
                == travel)
        var found = 0
        for origin in units.indices {
            var distances = [Double](repeating: .infinity, count: 60)
            distances[junctions[origin]] = 0
            for _ in 0..<60 {
                for edge in edges {
                    distances[edge.to] = min(distances[edge.to], distances[edge.from] + edge.length)
                    if !edge.isOneWay {
                        distances[edge.from] = min(distances[edge.from], distances[edge.to] + edge.length)
                    }
                }
            }
            for other in units.indices {
                let shortest = distances[junctions[other]]
                let expected = shortest <= reach ? shortest : nil
                #expect(travel.distance(from: origin, to: other) == expected)
                if expected != nil { found += 1 }
            }
        }
        #expect(found == travel.pairs && found > 40)
    }

    /// A river with one bridge: near as the crow flies, far by street.
    @Test func aRiverKeepsNeighboursApart() throws {
        let table = try twoGroups([[90, 10], [90, 10], [10, 90], [10, 90]])
        let streets = try StreetNetwork(
            junctions: 4,
            edges: [
                StreetEdge(from: 0, to: 1, length: 1), StreetEdge(from: 2, to: 3, length: 1),
                StreetEdge(from: 1, to: 3, length: 9),
            ])
        let travel = try TravelDistances(
            unitIdentifiers: table.unitIdentifiers, at: [0, 1, 2, 3], in: streets, reach: 20)
        let places = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: [0, 1000, 0, 1000], y: [0, 0, 1000, 1000])
        var options = SpatialOptions()
        options.environments = [EnvironmentKernel(decay: 1)]
        let street = try table.environmentMeasures(over: travel, decay: 1)[0].estimate.value.number ?? .nan
        let crow =
            try table.spatialMeasures(["RO-spatial-H"], geography: places, options: options)[0]
            .estimate.value.number ?? .nan
        #expect(street > 2 * crow)
    }

    @Test func wrongWaysAreRefusedInOneLine() throws {
        let units = ["a", "b"]
        #expect(throws: SegregationError.self) {
            try TravelDistances(unitIdentifiers: units, list: [.init(from: "a", to: "z", distance: 1)])
        }
        for distance in [-1, Double.nan] {
            #expect(throws: SegregationError.self) {
                try TravelDistances(
                    unitIdentifiers: units, list: [.init(from: "a", to: "b", distance: distance)])
            }
        }
        #expect(throws: SegregationError.self) {
            try TravelDistances(unitIdentifiers: units, list: [], reach: -1)
        }
        #expect(throws: SegregationError.self) {
            try StreetNetwork(junctions: 2, edges: [StreetEdge(from: 0, to: 2, length: 1)])
        }
        #expect(throws: SegregationError.self) {
            try StreetNetwork(junctions: 2, edges: [StreetEdge(from: 0, to: 1, length: -1)])
        }
        let network = try StreetNetwork(junctions: 2, edges: [])
        for junctions in [[0], [0, 5]] {
            #expect(throws: SegregationError.self) {
                try TravelDistances(unitIdentifiers: units, at: junctions, in: network, reach: 1)
            }
        }
        let travel = try TravelDistances(unitIdentifiers: units, list: [])
        let other = try ContingencyTable(
            groups: [.low, .high], rows: [[1, 2], [2, 1]], unitIdentifiers: ["b", "a"])
        #expect(throws: SegregationError.placeOrder(row: 0, found: "a", expected: "b")) {
            try other.environmentMeasures(over: travel, decay: 1)
        }
        #expect(throws: SegregationError.self) {
            try twoGroups([[1, 2]]).egohoodProfile(of: .low, sizes: [1], over: travel)
        }
        // Nobody is within reach of anyone: environments are the units themselves.
        let alone = try ContingencyTable(
            groups: [.low, .high], rows: [[1, 2], [2, 1]], unitIdentifiers: units)
        #expect(
            agree(
                try alone.environmentMeasures(over: travel, decay: 1)[0].estimate.value.number,
                alone.informationTheoryIndex().number))
    }

    @Test func theShorterOfTwoListedWaysCounts() throws {
        let travel = try TravelDistances(
            unitIdentifiers: ["a", "b"],
            list: [.init(from: "a", to: "b", distance: 3), .init(from: "b", to: "a", distance: 2)])
        #expect(travel.distance(from: 0, to: 1) == 2 && travel.distance(from: 1, to: 0) == 2)
        #expect(travel.distance(from: 0, to: 0) == 0)
        let oneWay = try TravelDistances(
            unitIdentifiers: ["a", "b"],
            list: [.init(from: "a", to: "b", distance: 3), .init(from: "b", to: "a", distance: 2)],
            isSymmetric: false)
        #expect(oneWay.distance(from: 0, to: 1) == 3 && oneWay.distance(from: 1, to: 0) == 2)
    }

    /// The extreme, summed person by person: three groups apart, the smallest first.
    @Test func theMostIsolatedMemberOfTheSmallestGroupHasTheWholeDistortion() throws {
        let sizes = [60, 300, 640]
        let groups: [Group] = [.low, .middle, .high]
        let persons = sizes.enumerated().flatMap { [Int](repeating: $0.offset, count: $0.element) }
        let table = try ContingencyTable(
            groups: groups, rows: persons.map { person in (0..<3).map { $0 == person ? 1 : 0 } })
        let places = try UnitGeography(
            unitIdentifiers: table.unitIdentifiers, x: persons.indices.map { 10 * Double($0) },
            y: persons.map { _ in 0 })
        let rows = try table.normalisedDistortion(geography: places, threads: 2)
        #expect(rows == (try table.normalisedDistortion(geography: places)))
        let local = rows.dropFirst().compactMap(\.estimate.value.number)
        #expect(local.count == 1000)
        #expect(abs(local[0] - 1) < 5e-3)
        #expect((local.max() ?? 2) <= local[0] + 1e-12 && (local.min() ?? -1) > 0)
        #expect(rows[0].estimate.value.number.map { $0 > 0.3 && $0 < 1 } == true)
    }

    /// Cutting every unit into four alike leaves the profile as it is, where the plain distortion grows fourfold.
    @Test func normalisedDistortionDoesNotCountUnits() throws {
        let town = try randomTown(units: 25, seed: 6)
        let (x, y) = try (#require(town.places.x), #require(town.places.y))
        let cut = try ContingencyTable(
            groups: town.table.groups, counts: (0..<4).flatMap { _ in town.table.counts.map { $0 / 4 } },
            unitIdentifiers: (0..<100).map { "c\($0)" })
        let places = try UnitGeography(
            unitIdentifiers: cut.unitIdentifiers, x: (0..<4).flatMap { _ in x }, y: (0..<4).flatMap { _ in y }
        )
        let whole = try town.table.normalisedDistortion(geography: town.places)[0].estimate.value.number
        #expect(
            agree(
                whole, try cut.normalisedDistortion(geography: places)[0].estimate.value.number, within: 1e-9)
        )
    }
}
