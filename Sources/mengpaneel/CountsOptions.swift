import ArgumentParser
import Segregation

/// How a plain table of counts is to be read; shared by `measure`, `profile` and `decompose`.
struct CountsOptions: ParsableArguments {
    @Option(help: "The column with the unit's id [default: id, unit, code, buurt, or the row number].")
    var id: String?

    @Option(
        help:
            "The columns with counts, with commas between [default: every other column]; in a long table the groups, in order."
    )
    var groups: String?

    @Option(
        help:
            "The column with the group, for a long table: one row per person, or per unit and group with --weight."
    )
    var groupColumn: String?

    @Option(help: "The column with the weight or count of a row, for a long table [default: 1 per row].")
    var weight: String?

    @Option(
        help: "A file with touching units: two ids and the length of their border in metres, 0 for a corner.")
    var adjacency: String?

    @Option(
        help: "How many units of the coordinates make one unit of distance: 1000 for metres and kilometres.")
    var distanceUnit = 1000.0

    func validate() throws {
        if weight != nil, groupColumn == nil {
            throw ValidationError("--weight goes with --group-column, for a long table.")
        }
        guard distanceUnit > 0, distanceUnit.isFinite else {
            throw ValidationError("--distance-unit: \(distanceUnit) is no length; give a number above 0.")
        }
    }
}

/// What is known of counts that are not exact.
struct RangeOptions: ParsableArguments {
    @Option(help: "What counts were rounded to, such as 5; bounds are then given with every value.")
    var rounded: Double?

    @Option(
        help: ArgumentHelp(
            "What a withheld count (empty or '.') lies in, such as 0-4, or total where only the unit's total limits it; without it such units are left out.",
            valueName: "low-high"))
    var suppressed: String?

    @Option(
        help: ArgumentHelp(
            "The column with the published totals of the units, rounded like the counts.", valueName: "column"
        ))
    var unitTotal: String?

    @Option(
        help: ArgumentHelp(
            "The groups are shares in per cent of the totals in this column; --rounded is then of the totals.",
            valueName: "column"))
    var percentages: String?

    @Option(help: "The decimals of these shares.")
    var decimals = 0

    @Option(help: "The name of the group that is left when the shares do not name it.")
    var rest: String?

    /// Whether counts are ranges.
    var isGiven: Bool { rounded != nil || suppressed != nil || percentages != nil }

    /// The column with totals, of which it is known what they are for.
    var totals: String? { percentages ?? unitTotal }

    func validate() throws {
        if let rounded, !(rounded >= 1 && rounded.isFinite) {
            throw ValidationError(
                "--rounded: \(rounded) is too small; give what counts were rounded to, such as 5.")
        }
        guard (0...9).contains(decimals) else {
            throw ValidationError("--decimals: \(decimals) is out of range; give 0 to 9.")
        }
        if percentages != nil, suppressed != nil || unitTotal != nil {
            throw ValidationError(
                "--percentages takes its totals from its own column and a withheld share lies in 0 to 100; leave out --suppressed and --unit-total."
            )
        }
        if rest != nil, percentages == nil {
            throw ValidationError("--rest goes with --percentages: it names the group that is left.")
        }
        if unitTotal != nil, !isGiven {
            throw ValidationError(
                "--unit-total goes with --rounded or --suppressed; exact counts have their totals.")
        }
        _ = try hidden
    }

    /// What a withheld count lies in.
    var hidden: ClosedRange<Double>? {
        get throws {
            guard let suppressed, suppressed != "total" else { return nil }
            let ends = suppressed.split(separator: "-", omittingEmptySubsequences: false).map { Double($0) }
            guard ends.count == 2, let low = ends[0], let high = ends[1], low >= 0, low <= high, high.isFinite
            else {
                throw ValidationError(
                    "--suppressed: '\(suppressed)' is no range; give the lowest and the highest count, such as 0-4."
                )
            }
            return low...high
        }
    }
}
