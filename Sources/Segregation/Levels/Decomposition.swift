internal import Foundation
internal import Stochastics

/// The part of segregation inside one larger area.
public struct WithinPart: Sendable, Equatable {
    /// The label of the area.
    public let label: String
    /// M inside the area, in the base asked for.
    public let mutualInformation: Double
    /// The area's share of all persons, its weight.
    public let share: Double
    /// H inside the area: M over the area's own entropy. An area where one group lives has M and entropy 0 and counts
    /// as 0, so that M = Σ p H E over all areas.
    public let entropyIndex: Double
    /// The area's entropy over the entropy of the whole table; 0 where one group is all there is.
    public let entropyRatio: Double
}

/// The part of segregation that arises at one level of nested areas.
public struct NestedPart: Sendable, Equatable {
    /// The level whose units are compared.
    public let between: String
    /// The levels inside which they are compared; empty for the highest.
    public let within: [String]
    /// The part of M.
    public let mutualInformation: Double
    /// The part of H: the part of M over the entropy of the whole table.
    public let entropyIndex: Double?
}

extension ContingencyTable {
    /// The segregation inside each area, after M(g;u) = M(g;d) + Σ p_d M_d (Mora and Ruiz-Castillo 2011).
    /// - Parameters:
    ///   - labels: the area of every unit.
    ///   - level: the name of the level, for error messages.
    ///   - base: the base of the logarithm; e if left out.
    /// - Returns: one part per area with persons, in ascending order of the label.
    public func segregationWithin(
        _ labels: [String], level: String = "area", base: LogarithmBase = .natural
    ) throws(SegregationError) -> [WithinPart] {
        let sorting = try UnitLabels(labels, level: level, units: unitCount)
        let whole = AspatialResult(of: self, atkinsonShapes: [], parts: .information)
        var rows = [[Int]](repeating: [], count: sorting.names.count)
        for unit in 0..<unitCount { rows[sorting.codes[unit]].append(unit) }
        let total = self.total
        let entropy = whole[.groupEntropy]
        let parts = sorting.names.indices.compactMap { code -> WithinPart? in
            let part = selecting(rows: rows[code])
            let result = AspatialResult(of: part, atkinsonShapes: [], parts: .information)
            let persons = part.total
            guard persons > 0 else { return nil }
            return WithinPart(
                label: sorting.names[code], mutualInformation: result[.mutualInformation] * base.factor,
                share: persons / total, entropyIndex: result.number(.entropyIndex) ?? 0,
                entropyRatio: entropy > 0 ? result[.groupEntropy] / entropy : 0)
        }
        return parts.sorted { $0.label < $1.label }
    }

    /// The parts of M and H that arise between units inside areas: Σ p_d M_d, and the same over the entropy of the
    /// whole table.
    public func segregationWithinTotal(
        _ labels: [String], level: String = "area", base: LogarithmBase = .natural
    ) throws(SegregationError) -> NestedPart {
        let parts = try segregationWithin(labels, level: level, base: base)
        let sum = parts.map { $0.share * $0.mutualInformation }.compensatedSum()
        let entropy =
            AspatialResult(of: self, atkinsonShapes: [], parts: .information)[.groupEntropy] * base.factor
        return NestedPart(
            between: "unit", within: [level], mutualInformation: sum,
            entropyIndex: entropy > 0 ? sum / entropy : nil)
    }

    /// The parts of M and H by level of nested areas, from the largest areas down to the units. They add up to M and
    /// H of the table.
    /// - Parameters:
    ///   - levels: name and labels of each level, largest areas first; the units themselves come last by themselves.
    ///   - base: the base of the logarithm; e if left out.
    /// - Returns: a part per level; none where nobody lives.
    public func nestedSegregation(
        _ levels: [(name: String, labels: [String])], base: LogarithmBase = .natural
    ) throws(SegregationError) -> [NestedPart] {
        var parts: [NestedPart] = []
        guard total > 0 else { return [] }
        let entropy =
            AspatialResult(of: self, atkinsonShapes: [], parts: .information)[.groupEntropy] * base.factor
        // A label counts together with those above it, so that two districts may use the same quarter names.
        var path = [String](repeating: "", count: unitCount)
        var above = 0.0
        var within: [String] = []
        func add(_ name: String, _ information: Double) {
            let part = information - above
            parts.append(
                NestedPart(
                    between: name, within: within, mutualInformation: part,
                    entropyIndex: entropy > 0 ? part / entropy : nil))
            above = information
            within.append(name)
        }
        for level in levels {
            guard level.labels.count == unitCount else {
                throw .labelCount(level: level.name, found: level.labels.count, expected: unitCount)
            }
            for unit in 0..<unitCount { path[unit] += "\u{1F}" + level.labels[unit] }
            let table = try grouped(by: path, level: level.name)
            add(
                level.name,
                AspatialResult(of: table, atkinsonShapes: [], parts: .information)[.mutualInformation]
                    * base.factor)
        }
        add(
            "unit",
            AspatialResult(of: self, atkinsonShapes: [], parts: .information)[.mutualInformation]
                * base.factor)
        return parts
    }
}

/// The base of the logarithm in measures of information.
public struct LogarithmBase: Sendable, Equatable {
    /// The base itself.
    public let base: Double

    /// What natural logarithms are multiplied with.
    let factor: Double

    /// Natural logarithms; the unit is the nat.
    public static let natural = LogarithmBase(base: M_E, factor: 1)

    /// Logarithms to the base 2; the unit is the bit.
    public static let two = LogarithmBase(base: 2, factor: 1 / log(2))

    /// Logarithms to another base.
    /// - Throws: ``SegregationError/parameter(name:found:expected:)`` unless the base is above 1.
    public init(_ base: Double) throws(SegregationError) {
        guard base > 1, base.isFinite else {
            throw .parameter(name: "base", found: base, expected: "a number above 1")
        }
        self.init(base: base, factor: 1 / log(base))
    }

    private init(base: Double, factor: Double) {
        self.base = base
        self.factor = factor
    }
}
