internal import ReferenceFiles

/// Walks expected values beside found ones; every list of numbers and every single value is one entry.
struct ReferenceComparison {
    let dataset: String
    private(set) var entries: [ReferenceVerification.Entry] = []

    init(dataset: String, expected: JSONValue, found: JSONValue) {
        self.dataset = dataset
        compare(expected, found, [])
    }

    private mutating func compare(_ expected: JSONValue, _ found: JSONValue?, _ path: [String]) {
        switch expected {
        case .record where found?.text != nil, .list where found?.text != nil:
            // An error stands where values were expected.
            add(expected, found, path)
        case .record(let record):
            for key in record.keys.sorted() where !isRemark(key, path) {
                compare(record[key] ?? .null, found?[key], path + [key])
            }
        case .list(let list) where list.contains(where: { $0.record != nil || $0.list != nil }):
            for (index, item) in list.enumerated() {
                let other = found?.list.flatMap { index < $0.count ? $0[index] : nil }
                compare(item, other, path + ["\(index)"])
            }
        default:
            add(expected, found, path)
        }
    }

    /// Inputs, and texts that describe.
    private func isRemark(_ key: String, _ path: [String]) -> Bool {
        if ["id", "inp", "tests"].contains(key) { return true }
        if dataset == "bayes", key == "yi" || key == "vi" { return true }
        return ["rule", "V_rule", "zero_rule", "order", "base", "alternative", "prior", "curve"].contains(key)
    }

    private mutating func add(_ expected: JSONValue, _ found: JSONValue?, _ path: [String]) {
        let outcome: ReferenceOutcome
        if let found {
            var numbers = 0
            let difference = difference(expected, found, path, &numbers)
            outcome = difference.map { .missed($0) } ?? .matched(numbers: numbers, remark: nil)
        } else {
            outcome = .notCovered
        }
        entries.append(ReferenceVerification.Entry(path: path.joined(separator: "/"), outcome: outcome))
    }

    private func difference(
        _ expected: JSONValue, _ found: JSONValue, _ path: [String], _ numbers: inout Int
    ) -> String? {
        switch (expected, found) {
        case (.number(let expected), .number(let found)):
            numbers += 1
            let tolerance = ReferenceTolerance(path: path, dataset: dataset)
            return tolerance.accepts(found, expected) ? nil : "found \(found), expected \(expected)"
        case (.null, .null):
            numbers += 1
            return nil
        case (.list(let expected), .list(let found)) where expected.count == found.count:
            for (index, pair) in zip(expected, found).enumerated() {
                if let text = difference(pair.0, pair.1, path, &numbers) { return "[\(index)] \(text)" }
            }
            return nil
        case (.list(let expected), .list(let found)):
            return "found \(found.count) values, expected \(expected.count)"
        // R keeps a list of one as a single value now and then.
        case (.number, .list(let list)) where list.count == 1:
            return difference(expected, list[0], path, &numbers)
        case (.list(let list), .number) where list.count == 1:
            return difference(list[0], found, path, &numbers)
        default:
            if expected == found { return nil }
            return "found \(found.summary), expected \(expected.summary)"
        }
    }
}
