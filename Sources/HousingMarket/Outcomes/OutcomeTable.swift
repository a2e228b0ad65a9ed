internal import Foundation
internal import Neighbourhoods

/// Outcomes of an ensemble as one long table, column by column: one row for each arm, run, year, area, measure and class.
///
/// Columns are kept apart, as a column store keeps them: a million rows take 17 MB, and a column can be read without the
/// others.
public struct OutcomeTable: Sendable, Hashable {
    /// The names of the arms.
    public var arms: [String]
    /// The codes of the areas; the municipality comes first.
    public var areas: [String]
    /// The identifiers of the measures.
    public var measures: [String]
    /// The names of the classes; the first is empty, for measures without classes.
    public var classes: [String]

    /// Positions in ``arms``.
    public private(set) var arm: [UInt8] = []
    /// The number of the run.
    public private(set) var run: [UInt16] = []
    /// The year.
    public private(set) var year: [UInt16] = []
    /// Positions in ``areas``.
    public private(set) var area: [UInt16] = []
    /// Positions in ``measures``.
    public private(set) var measure: [UInt8] = []
    /// Positions in ``classes``.
    public private(set) var classOf: [UInt8] = []
    /// The values.
    public private(set) var value: [Double] = []

    /// How many rows.
    public var count: Int { value.count }

    /// The measures that are told by area, beside those of ``OutcomeMeasure``.
    static let areaMeasures = ["householdsByIncome", "dwellingsByTenure", "initialResidentsByFate"]

    /// The table of a result: the measures of every year, and homes, households and initial residents by area at the
    /// end. Numbers that do not exist have no row.
    ///
    /// Counts are whole: rows of made-up households identify nobody, and the small-cell rule holds for pages, where
    /// they stand beside real figures.
    public init(_ result: EnsembleResult) {
        arms = result.arms.map(\.name)
        areas = [result.frame.municipality.code.rawValue] + result.frame.areas.map(\.code.rawValue)
        measures = OutcomeMeasure.allCases.map(\.rawValue) + Self.areaMeasures
        classes =
            [""] + ["lowest40", "middle40", "highest20"] + Tenure.allCases.map(\.word)
            + Fate.allCases.map { "\($0)" }
        for arm in result.arms.indices {
            for (run, summary) in result.runs[arm].enumerated() {
                for (year, values) in summary.measures.enumerated() {
                    for (measure, value) in values.enumerated() where !value.isNaN {
                        append(arm, run, result.years[year], 0, measure, 0, value)
                    }
                }
                appendAreas(arm, run, result.years[result.years.count - 1], summary)
            }
        }
    }

    private mutating func appendAreas(_ arm: Int, _ run: Int, _ year: Int, _ summary: RunSummary) {
        let first = OutcomeMeasure.allCases.count
        for (place, count) in summary.households.enumerated() {
            append(arm, run, year, 1 + place / 3, first, 1 + place % 3, Double(count))
        }
        for (place, count) in summary.dwellings.enumerated() {
            append(arm, run, year, 1 + place / 4, first + 1, 4 + place % 4, Double(count))
        }
        let fates = Fate.allCases.count
        let residents = summary.initialResidents.fates
        for area in 0..<residents.count / (3 * fates) {
            for fate in 0..<fates {
                let count = (0..<3).reduce(0) { $0 + Int(residents[(area * 3 + $1) * fates + fate]) }
                append(arm, run, year, 1 + area, first + 2, 8 + fate, Double(count))
            }
        }
    }

    private mutating func append(
        _ arm: Int, _ run: Int, _ year: Int, _ area: Int, _ measure: Int, _ classOf: Int, _ value: Double
    ) {
        self.arm.append(UInt8(arm))
        self.run.append(UInt16(run))
        self.year.append(UInt16(year))
        self.area.append(UInt16(area))
        self.measure.append(UInt8(measure))
        self.classOf.append(UInt8(classOf))
        self.value.append(value)
    }

    /// The table as text: a header row, then one line for each row; decimal points.
    public func csv() -> String {
        var text = "arm,run,year,area,measure,class,value\n"
        text.reserveCapacity(count * 48)
        for row in 0..<count {
            text += Self.quoted(arms[Int(arm[row])])
            text += ",\(run[row]),\(year[row]),\(areas[Int(area[row])]),\(measures[Int(measure[row])]),"
            text += "\(classes[Int(classOf[row])]),\(Self.number(value[row]))\n"
        }
        return text
    }

    static func quoted(_ text: String) -> String {
        guard text.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    }
}

extension OutcomeTable {
    /// The columns as bytes, little-endian, each with its name: what the project file keeps.
    public var columns: [(name: String, bytes: [UInt8])] {
        [
            ("arms", Array(arms.joined(separator: "\n").utf8)),
            ("areas", Array(areas.joined(separator: "\n").utf8)),
            ("measures", Array(measures.joined(separator: "\n").utf8)),
            ("classes", Array(classes.joined(separator: "\n").utf8)), ("arm", arm), ("run", Self.bytes(run)),
            ("year", Self.bytes(year)), ("area", Self.bytes(area)), ("measure", measure), ("class", classOf),
            ("value", Self.bytes(value.map(\.bitPattern))),
        ]
    }

    /// A table from the columns that ``columns`` gave; nil when they do not fit each other.
    public init?(columns: [String: [UInt8]]) {
        func names(_ name: String) -> [String]? {
            columns[name].map {
                String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
                    .map(String.init)
            }
        }
        guard let arms = names("arms"), let areas = names("areas"), let measures = names("measures"),
            let classes = names("classes"), let arm = columns["arm"], let measure = columns["measure"],
            let classOf = columns["class"], let run: [UInt16] = Self.numbers(columns["run"]),
            let year: [UInt16] = Self.numbers(columns["year"]),
            let area: [UInt16] = Self.numbers(columns["area"]),
            let value: [UInt64] = Self.numbers(columns["value"])
        else { return nil }
        let counts = [arm.count, run.count, year.count, area.count, measure.count, classOf.count]
        guard counts.allSatisfy({ $0 == value.count }), arm.allSatisfy({ Int($0) < arms.count }),
            area.allSatisfy({ Int($0) < areas.count }), measure.allSatisfy({ Int($0) < measures.count }),
            classOf.allSatisfy({ Int($0) < classes.count })
        else { return nil }
        self.arms = arms
        self.areas = areas
        self.measures = measures
        self.classes = classes
        self.arm = arm
        self.run = run
        self.year = year
        self.area = area
        self.measure = measure
        self.classOf = classOf
        self.value = value.map { Double(bitPattern: $0) }
    }

    private static func bytes<Number: FixedWidthInteger>(_ numbers: [Number]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(numbers.count * MemoryLayout<Number>.size)
        for number in numbers {
            for byte in 0..<MemoryLayout<Number>.size {
                result.append(UInt8(truncatingIfNeeded: number >> (8 * byte)))
            }
        }
        return result
    }

    private static func numbers<Number: FixedWidthInteger>(_ bytes: [UInt8]?) -> [Number]? {
        let size = MemoryLayout<Number>.size
        guard let bytes, bytes.count.isMultiple(of: size) else { return nil }
        return stride(from: 0, to: bytes.count, by: size).map { start in
            (0..<size).reduce(Number.zero) { $0 | Number(bytes[start + $1]) << Number(8 * $1) }
        }
    }
}
