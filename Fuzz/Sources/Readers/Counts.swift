internal import ArgumentParser
internal import Harness
internal import Segregation

@testable import CommandLineReaders

extension FuzzTarget {
    /// Tables of counts as `measure`, `profile` and `decompose` read them, and the files beside them.
    static let counts = FuzzTarget("counts") { input in
        var input = input
        let form = input.choice(7)
        let (file, beside) = (Scratch("counts.csv"), Scratch("beside.csv"))
        let parts = input.parts
        file.write(form < 5 ? input.bytes : parts.first ?? [])
        beside.write(parts.count > 1 ? parts[1] : [])
        let words: [String] =
            switch form {
            case 3: ["--group-column", "group", "--weight", "n"]
            case 5: ["--adjacency", beside.path]
            default: []
            }
        let range: [String] =
            switch form {
            case 1: ["--rounded", "5", "--suppressed", "0-4"]
            case 2: ["--percentages", "total", "--decimals", "1", "--rounded", "5"]
            default: []
            }
        let counts = refusable {
            try CountsFile(
                path: file.path, options: try CountsOptions.parse(words),
                imperfect: try RangeOptions.parse(range), levels: form == 4 ? "district" : "")
        }
        guard let counts else { return }
        let table = counts.table
        promise(table.unitCount > 0 && table.groupCount > 0, "a table that was read has units and groups")
        promise(table.counts.allSatisfy { $0.isFinite && $0 >= 0 }, "counts are numbers of 0 or more")
        promise(
            counts.levels.allSatisfy { $0.labels.count == table.unitCount }, "every unit has its larger area")
        if form == 6 { _ = refusable { try TravelDistances(path: beside.path, counts) } }
        guard table.unitCount * table.groupCount <= 60 else { return }
        for row in table.allAspatialMeasures() {
            promise(
                row.estimate.value.number.map(\.isFinite) ?? true, "\(row.identifier) is a number or nothing")
        }
    }
}
