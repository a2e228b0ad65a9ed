import Segregation

/// Permutation tests by the row that they belong to.
struct ChanceTests {
    private struct Key: Hashable {
        var identifier: String
        var groups: [Group]
        var parameters: [MeasureParameter]
    }

    private var tests: [Key: PermutationTest] = [:]

    init(_ tests: [PermutationTest] = []) {
        for test in tests {
            self.tests[Key(identifier: test.identifier, groups: test.groups, parameters: test.parameters)] =
                test
        }
    }

    var isEmpty: Bool { tests.isEmpty }

    /// The test of a row; nil where none was made. Tests of counts carry no parameters.
    subscript(row: MeasureRow) -> PermutationTest? {
        guard row.unit == nil else { return nil }
        return [row.parameters, []].lazy.compactMap {
            tests[Key(identifier: row.identifier, groups: row.groups, parameters: $0)]
        }.first
    }
}
