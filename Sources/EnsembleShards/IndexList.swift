/// Numbers of shards as engines take them.
public enum IndexList {
    /// As Slurm's `--array` takes them: single numbers and ranges, such as `0-3,7`; in rising order.
    public static func ranges(_ indexes: [Int]) -> String {
        var parts: [ClosedRange<Int>] = []
        for index in indexes.sorted() {
            if let last = parts.last, last.upperBound + 1 >= index {
                parts[parts.count - 1] = last.lowerBound...max(last.upperBound, index)
            } else {
                parts.append(index...index)
            }
        }
        return parts.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }
}
