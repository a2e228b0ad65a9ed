/// Keeps small cells out of sight, also where they could be found by subtraction.
///
/// Primary rule: a cell of 1 to 4 households or 1 to 9 persons is hidden. Secondary rule: where a total is shown
/// and just one part of it is hidden, the smallest other part that is not zero is hidden too, until the hidden
/// parts together are no small cell. The limits are this project's own choice (CBS publishes none for these tables).
public enum DisclosureControl {
    /// The smallest number that may be shown for `universe`; nil where no people are counted.
    public static func smallestShown(for universe: Universe) -> Double? {
        switch universe {
        case .persons: 10
        case .households: 5
        case .dwellings, .area: nil
        }
    }

    /// The parts of a published total with the cells that must stay hidden marked ``MissingReason/smallCell``.
    ///
    /// - Parameters:
    ///   - parts: counts that add up to a total that readers can see.
    ///   - universe: what is counted.
    public static func protect(_ parts: [Value], universe: Universe) -> [Value] {
        guard let limit = smallestShown(for: universe) else { return parts }
        var result = parts
        for (index, part) in parts.enumerated() {
            if let number = part.number, number > 0, number < limit { result[index] = .missing(.smallCell) }
        }
        while let index = nextToHide(result, parts, limit) { result[index] = .missing(.smallCell) }
        return result
    }

    /// A part that must be hidden as well, because the hidden parts could be found by subtraction.
    private static func nextToHide(_ shown: [Value], _ parts: [Value], _ limit: Double) -> Int? {
        let hidden = shown.indices.filter { shown[$0].number == nil }
        let hiddenByUs = hidden.filter { shown[$0].reason == .smallCell }
        guard !hiddenByUs.isEmpty else { return nil }
        let total = hidden.reduce(0.0) { $0 + (parts[$1].number ?? 0) }
        guard hidden.count == 1 || total < limit else { return nil }
        return shown.indices.filter { (shown[$0].number ?? 0) > 0 }
            .min { (shown[$0].number ?? 0, $0) < (shown[$1].number ?? 0, $1) }
    }
}
