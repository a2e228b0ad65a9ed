/// Effects with the same label.
enum Clusters {
    /// The labels in the order they first occur, with the places of their effects.
    static func members(_ labels: [String]) -> (labels: [String], members: [[Int]]) {
        var place: [String: Int] = [:]
        var order: [String] = []
        var members: [[Int]] = []
        for (index, label) in labels.enumerated() {
            if let known = place[label] {
                members[known].append(index)
            } else {
                place[label] = order.count
                order.append(label)
                members.append([index])
            }
        }
        return (order, members)
    }
}
