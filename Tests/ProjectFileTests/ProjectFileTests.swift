import Foundation
import Neighbourhoods
import ProjectFile
import Testing

@Suite struct ProjectFileTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
        "mengpaneel-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("test.mengpaneel").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    func contribution(_ fingerprint: String = "one", town: String = "GM9001", rows: Int = 3) throws
        -> Contribution
    {
        let source = Source(
            id: .init(rawValue: "s-\(fingerprint)"), title: "Test", producer: "Test", licence: "CC0")
        // Areas are given out of order on purpose: the file keeps them in code order.
        let areas = (0..<rows).reversed().map {
            Area(code: AreaCode("BU\(town.dropFirst(2))0\($0)00"), name: "Buurt \($0)", level: .neighbourhood)
        }
        let values = Column((0..<rows).map { $0 == 1 ? .missing(.suppressed) : .known(Double($0) / 8) })
        let series = Series(
            variable: "tenure.socialRent", year: 2020, source: source.id, version: "v", values: values,
            margins: values)
        let table = try #require(AreaTable(level: .neighbourhood, areas: areas, series: [series]))
        let ring = [Point(x: 0, y: 0), Point(x: 10, y: 0), Point(x: 10, y: 10.5)]
        let geometry = AreaGeometry(
            level: .neighbourhood, year: 2020, source: source.id,
            shapes: Dictionary(
                uniqueKeysWithValues: areas.map { ($0.code, MultiPolygon(polygons: [[ring]])) }),
            adjacency: Adjacency(pairs: [.init(areas[0].code, areas[1].code, sharedBoundary: 12.5)]))
        let observed = try #require(
            ObservedColumn(
                id: "origin.test", level: .neighbourhood, year: 2020, source: source.id, isShare: false,
                areas: areas.map(\.code), values: values))
        return Contribution(
            name: "test", fingerprint: fingerprint, sources: [source], tables: [table],
            geometries: [geometry],
            observed: [observed])
    }

    @Test func whatIsStoredComesBackExactly() throws {
        #expect(try ProjectFile.openOrCreate(path).store(contribution()) == .added)
        let dataset = try ProjectFile.open(path).dataset()
        #expect(
            dataset.areas(.neighbourhood).map(\.code.rawValue) == ["BU90010000", "BU90010100", "BU90010200"])
        let series = try #require(dataset.series("tenure.socialRent", at: .neighbourhood))
        #expect(series.values[0] == .known(2.0 / 8))
        #expect(series.values[1] == .missing(.suppressed))
        #expect(series.values[2] == .known(0))
        #expect(series.margins?[0] == .known(2.0 / 8))
        #expect(series.version == "v")
        let geometry = try #require(dataset.geometry(at: .neighbourhood))
        #expect(geometry.shapes[AreaCode("BU90010000")]?.area == 52.5)
        #expect(geometry.adjacency.pairs.map(\.sharedBoundary) == [12.5])
        let observed = try ProjectFile.open(path).observedColumns(of: AreaCode("GM9001"))
        #expect(observed.map(\.id) == ["origin.test"])
    }

    @Test func aSecondImportOfTheSameChangesNoByte() throws {
        _ = try ProjectFile.openOrCreate(path).store(contribution())
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(try ProjectFile.openOrCreate(path).store(contribution()) == .alreadyThere)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func theSameImportsGiveTheSameBytesInAnotherFile() throws {
        let other = folder.appendingPathComponent("other.mengpaneel").path
        for path in [path, other] {
            _ = try ProjectFile.openOrCreate(path).store(contribution("one"))
            _ = try ProjectFile.openOrCreate(path).store(contribution("two", town: "GM9002"))
        }
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: path)) == Data(contentsOf: URL(fileURLWithPath: other)))
    }

    @Test func oneMunicipalityIsReadOutOfMany() throws {
        let file = try ProjectFile.openOrCreate(path)
        _ = try file.store(contribution("one", town: "GM9001"))
        _ = try file.store(contribution("two", town: "GM9002", rows: 5))
        #expect(try file.municipalities().map(\.code.rawValue) == ["GM9001", "GM9002"])
        #expect(try file.dataset(of: AreaCode("GM9002")).areas(.neighbourhood).count == 5)
        #expect(throws: ProjectFileError.self) { try file.dataset() }
        #expect(throws: ProjectFileError.self) { try file.dataset(of: AreaCode("GM9999")) }
    }

    @Test func foreignAndMissingFilesAreNamedInOneLine() throws {
        #expect(throws: ProjectFileError.noSuchFile(path: path)) { try ProjectFile.open(path) }
        try Data("geen databestand, al lijkt het er misschien op in de naam".utf8).write(
            to: URL(fileURLWithPath: path))
        do {
            _ = try ProjectFile.open(path)
            Issue.record("a text file was opened as a project")
        } catch let error as ProjectFileError {
            #expect(!error.description.contains("\n"))
            guard case .notAProject = error else { throw error }
        }
    }

    @Test func openingToReadDoesNotTouchTheFile() throws {
        _ = try ProjectFile.openOrCreate(path).store(contribution())
        let before = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
        _ = try ProjectFile.open(path).dataset()
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["test.mengpaneel"])
    }
}
