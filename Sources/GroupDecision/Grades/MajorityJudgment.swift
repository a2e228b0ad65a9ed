/// Majority judgment (Balinski & Laraki 2007, PNAS 104:8720).
public struct MajorityJudgment: Sendable, Equatable {
    /// How the grades of an option lie around its median.
    public struct Gauge: Sendable, Equatable {
        /// The lower median grade.
        public let median: Int
        /// How many people grade above the median.
        public let above: Int
        /// How many people grade below it.
        public let below: Int
    }

    /// Options from best to worst; options in one tier have exactly the same grades and cannot be told apart.
    public let tiers: [[Int]]
    /// One gauge per option.
    public let gauges: [Gauge]
    /// Per option the medians obtained by removing one median grade after another; compared
    /// lexicographically, higher is better.
    public let majorityValues: [[Int]]

    /// The judgment of a group; always uses the lower of two middle grades.
    public init(_ profile: GradeProfile) {
        let options = Array(0..<profile.optionCount)
        let sorted = options.map { profile.sortedGrades(of: $0) }
        gauges = sorted.map { grades in
            let median = grades[(grades.count - 1) / 2]
            return Gauge(
                median: median, above: grades.filter { $0 > median }.count,
                below: grades.filter { $0 < median }.count)
        }
        let values = sorted.map(Self.majorityValue(of:))
        majorityValues = values
        var tiers: [[Int]] = []
        let order = options.sorted {
            values[$0] == values[$1] ? $0 < $1 : values[$1].lexicographicallyPrecedes(values[$0])
        }
        for option in order {
            if let last = tiers.last?.first, values[last] == values[option] {
                tiers[tiers.count - 1].append(option)
            } else {
                tiers.append([option])
            }
        }
        self.tiers = tiers
    }

    private static func majorityValue(of sorted: [Int]) -> [Int] {
        var rest = sorted
        return sorted.map { _ in rest.remove(at: (rest.count - 1) / 2) }
    }

    /// How close two options are: how many medians agree before the first differs. Range 0 to the number of
    /// people.
    public func agreementDepth(_ a: Int, _ b: Int) -> Int {
        zip(majorityValues[a], majorityValues[b]).prefix { $0 == $1 }.count
    }
}
