/// Labels of units, such as their district, as numbers in order of first appearance.
struct UnitLabels {
    let names: [String]
    let codes: [Int]

    init(_ labels: [String], level: String, units: Int) throws(SegregationError) {
        guard labels.count == units else {
            throw .labelCount(level: level, found: labels.count, expected: units)
        }
        var positions: [String: Int] = [:]
        var names: [String] = []
        codes = labels.map { label in
            if let code = positions[label] { return code }
            positions[label] = names.count
            names.append(label)
            return names.count - 1
        }
        self.names = names
    }
}
