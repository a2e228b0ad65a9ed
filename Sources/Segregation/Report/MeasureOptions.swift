/// How a table is to be measured.
public struct MeasureOptions: Sendable, Equatable {
    /// The number of bootstrap draws behind intervals; 0 for none.
    public var draws = 500
    /// What the bootstrap draws again.
    public var resampling = Resampling.persons
    /// How the ends of an interval follow from the draws.
    public var method = IntervalMethod.basic
    /// The share of such intervals that cover the truth.
    public var level = 0.95
    /// The seed of all random draws; the same seed gives the same bytes on any machine with any number of threads.
    public var seed: UInt64 = 1
    /// The number of threads for the bootstrap.
    public var threads = 1
    /// The shape parameters b of the Atkinson index, each between 0 and 1.
    public var atkinsonShapes = [0.5]
    /// Whether to give the measures of single units.
    public var includesLocalMeasures = true
    /// Whether to work out what chance alone gives, and the values corrected for it.
    public var includesChance = true
    /// The scale of the units, such as `buurt`, to carry along in every row.
    public var scale: String?
    /// The year of the counts, to carry along in every row.
    public var year: Int?

    /// The defaults: 500 draws of persons, basic intervals of 95 %, Atkinson with b = 0.5, one thread.
    public init() {}

    /// Every pair of groups is measured in every draw, so memory grows with the square of the groups.
    static let mostGroups = 100
    static let mostDraws = 100_000

    /// Finds a parameter out of range, or a table too wide.
    func check(for table: ContingencyTable) throws(SegregationError) {
        guard table.groupCount <= Self.mostGroups else {
            throw .tooManyGroups(found: table.groupCount, limit: Self.mostGroups)
        }
        guard level > 0, level < 1 else {
            throw .parameter(name: "level", found: level, expected: "between 0 and 1")
        }
        guard (0...Self.mostDraws).contains(draws) else {
            throw .parameter(name: "draws", found: Double(draws), expected: "between 0 and \(Self.mostDraws)")
        }
        guard threads > 0 else {
            throw .parameter(name: "threads", found: Double(threads), expected: "1 or more")
        }
        for shape in atkinsonShapes where !(shape > 0 && shape < 1) {
            throw .parameter(name: "b", found: shape, expected: "between 0 and 1")
        }
    }
}
