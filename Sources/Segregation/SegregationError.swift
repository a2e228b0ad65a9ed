/// Why a table cannot be measured, in one line that says where and how to mend it.
public enum SegregationError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The table has no columns.
    case noGroups
    /// The table has no rows.
    case noUnits
    /// Two columns carry the same name.
    case duplicateGroup(name: String, firstColumn: Int, secondColumn: Int)
    /// A column has no name.
    case namelessGroup(column: Int)
    /// Two rows carry the same identifier.
    case duplicateUnit(identifier: String, firstRow: Int, secondRow: Int)
    /// A row has more or fewer counts than there are groups.
    case ragged(row: Int, found: Int, expected: Int)
    /// The number of identifiers differs from the number of rows.
    case identifierCount(found: Int, expected: Int)
    /// A count is below 0.
    case negativeCount(row: Int, column: Int, found: Double)
    /// A count is not a finite number.
    case notFinite(row: Int, column: Int)
    /// The counts add up to more than can be counted exactly.
    case totalTooLarge(found: Double)
    /// More groups than can be measured against each other at once.
    case tooManyGroups(found: Int, limit: Int)
    /// The group asked for is not in the table.
    case unknownGroup(name: String, known: [String])
    /// A group was compared with itself.
    case sameGroup(name: String)
    /// A label list for a decomposition has the wrong length.
    case labelCount(level: String, found: Int, expected: Int)
    /// The measure asked for is not known.
    case unknownMeasure(identifier: String)
    /// A parameter lies outside its range.
    case parameter(name: String, found: Double, expected: String)
    /// A list about places has another length than the table.
    case placeCount(what: String, found: Int, expected: Int)
    /// The places are in another order than the rows of the table.
    case placeOrder(row: Int, found: String, expected: String)
    /// A number about a place lies outside its range.
    case placeValue(what: String, row: Int, found: Double, expected: String)
    /// A line in a list of neighbours is wrong.
    case contact(first: String, second: String, problem: String)
    /// The measure asks for places, an order of groups or a second date.
    case needsMore(identifier: String, needs: String)
    /// Two dates do not have the same groups.
    case otherGroups(before: [String], after: [String])
    /// A unit is in one of two tables only where the same units are asked for.
    case otherUnits(identifier: String)
    /// Zero cells keep a table from taking the margins of the other date.
    case marginsOutOfReach(steps: Int)
    /// Ranges of counts that no table can keep to.
    case impossibleRange(where: String, problem: String)

    /// One line: what, where, what was found and how to mend it. Rows and columns count from 1.
    public var description: String {
        switch self {
        case .noGroups:
            "the table has no group columns; give at least one column of counts"
        case .noUnits:
            "the table has no rows; give one row per neighbourhood"
        case .duplicateGroup(let name, let first, let second):
            "columns \(first + 1) and \(second + 1) are both called '\(name)'; give every group its own name"
        case .namelessGroup(let column):
            "column \(column + 1) has no name; name the group"
        case .duplicateUnit(let identifier, let first, let second):
            "rows \(first + 1) and \(second + 1) are both called '\(identifier)'; give every unit its own identifier"
        case .ragged(let row, let found, let expected):
            "row \(row + 1) has \(found) counts where the table has \(expected) groups; fill or remove cells"
        case .identifierCount(let found, let expected):
            "there are \(found) unit identifiers for \(expected) rows; give one per row"
        case .negativeCount(let row, let column, let found):
            "row \(row + 1), column \(column + 1) holds \(found); counts are 0 or more"
        case .notFinite(let row, let column):
            "row \(row + 1), column \(column + 1) is not a finite number; leave the unit out or give a count"
        case .totalTooLarge(let found):
            "the counts add up to \(found), more than 9007199254740992; give numbers of persons, not codes or money"
        case .tooManyGroups(let found, let limit):
            "the table has \(found) groups and at most \(limit) can be measured at once; choose columns or add some up"
        case .unknownGroup(let name, let known):
            "there is no group '\(name)'; the table has \(known.joined(separator: ", "))"
        case .sameGroup(let name):
            "group '\(name)' is compared with itself; name two groups"
        case .labelCount(let level, let found, let expected):
            "level '\(level)' has \(found) labels for \(expected) rows; give one per row"
        case .unknownMeasure(let identifier):
            "there is no measure '\(identifier)'; see MeasureDefinition.all for the list"
        case .parameter(let name, let found, let expected):
            "parameter \(name) is \(found); it must be \(expected)"
        case .placeCount(let what, let found, let expected):
            "there are \(found) values of \(what) for \(expected) units; give one per unit, or leave it out"
        case .placeOrder(let row, let found, let expected):
            "row \(row + 1) of the places is '\(found)' where the table has '\(expected)'; use the same order"
        case .placeValue(let what, let row, let found, let expected):
            "row \(row + 1): \(what) is \(found); it must be \(expected)"
        case .contact(let first, let second, let problem):
            "neighbours '\(first)' and '\(second)': \(problem)"
        case .needsMore(let identifier, let needs):
            "measure '\(identifier)' also asks for \(needs)"
        case .otherGroups(let before, let after):
            "the groups are \(before.joined(separator: ", ")) before and \(after.joined(separator: ", ")) after; use the same"
        case .otherUnits(let identifier):
            "unit '\(identifier)' is in one of the two tables only; give both the same units or compare them as independent places"
        case .marginsOutOfReach(let steps):
            "empty cells keep one date from taking the margins of the other (\(steps) steps tried); add up small groups or units"
        case .impossibleRange(let place, let problem):
            "\(place): \(problem)"
        }
    }
}
