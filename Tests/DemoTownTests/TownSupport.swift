import DemoTown
import Foundation
import Neighbourhoods

/// The shipped town, made once for all tests.
let shipped = DemoTown.make()
let shippedData = shipped.dataset

/// Towns of other seeds: what holds by construction must hold for them too.
let otherTowns = [1, 2, 3].map { DemoTown.make(seed: $0) }

extension DemoTown {
    func table(_ level: AreaLevel) -> AreaTable? { tables.first { $0.level == level } }

    func geometry(_ level: AreaLevel) -> AreaGeometry? { geometries.first { $0.level == level } }

    /// Every figure and coordinate as text, in one order.
    var transcript: String {
        var lines: [String] = []
        for table in tables {
            lines += table.areas.map { "\($0.code) \($0.name)" }
            for series in table.series {
                let margins = series.margins.map { "\($0.numbers)" } ?? ""
                lines.append(
                    "\(series.variable.rawValue) \(series.year) \(series.values.numbers) "
                        + "\(series.values.reasons) \(margins)")
            }
        }
        for geometry in geometries {
            for code in geometry.shapes.keys.sorted() {
                lines.append("\(code) \(geometry.shapes[code]?.polygons ?? [])")
            }
            lines.append("\(geometry.adjacency.pairs)")
        }
        lines += originColumns.map { "\($0.id) \($0.year) \($0.level) \($0.values.numbers)" }
        lines.append("\(water)")
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// FNV-1a of 64 bits: enough to see that one character changed.
    var digest: UInt64 {
        utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    }
}

/// Pearson's correlation over the areas where both are known.
func correlation(_ one: Variable.ID, _ other: Variable.ID, _ data: Dataset, year: Int) -> Double {
    guard let a = data.series(one, at: .neighbourhood, year: year)?.values,
        let b = data.series(other, at: .neighbourhood, year: year)?.values
    else { return .nan }
    let pairs = (0..<a.count).compactMap { index -> (Double, Double)? in
        guard let x = a[index].number, let y = b[index].number else { return nil }
        return (x, y)
    }
    let count = Double(pairs.count)
    let meanX = pairs.reduce(0) { $0 + $1.0 } / count
    let meanY = pairs.reduce(0) { $0 + $1.1 } / count
    let both = pairs.reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let first = pairs.reduce(0) { $0 + ($1.0 - meanX) * ($1.0 - meanX) }
    let second = pairs.reduce(0) { $0 + ($1.1 - meanY) * ($1.1 - meanY) }
    return both / (first * second).squareRoot()
}

/// The index of dissimilarity between one group and all others.
func dissimilarity(_ group: Variable.ID, _ data: Dataset, year: Int) -> Double {
    guard let counts = data.counts(of: [group], at: .neighbourhood, year: year, includeRest: true)?.counts
    else { return .nan }
    let group = counts.reduce(0) { $0 + $1[0] }
    let rest = counts.reduce(0) { $0 + $1[1] }
    return counts.reduce(0) { $0 + abs($1[0] / group - $1[1] / rest) } / 2
}
