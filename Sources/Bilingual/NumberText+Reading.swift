extension NumberText {
    /// The number that a reader wrote, with the marks of the language: `90.000.000` or `30,5` in Dutch. A text that only
    /// the marks of the other language explain (`30.5` in Dutch) is read with those; nil for what is no number.
    ///
    /// Blanks are skipped. Groups must be whole, so that a slip such as `1.50.000` is never taken for a number.
    public func number(from text: String) -> Double? {
        var plain = text.filter { !$0.isWhitespace }
        guard plain.count <= 30 else { return nil }
        var sign = 1.0
        if let first = plain.first, first == "-" || first == "\u{2212}" {
            sign = -1
            plain.removeFirst()
        }
        let (own, other): (Character, Character) = language == .dutch ? (",", ".") : (".", ",")
        let value =
            Self.unsigned(plain, decimal: own, group: other)
            ?? Self.unsigned(plain, decimal: other, group: own)
        return value.map { $0 == 0 ? 0 : sign * $0 }
    }

    private static func unsigned(_ text: String, decimal: Character, group: Character) -> Double? {
        let parts = text.split(separator: decimal, maxSplits: 1, omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: group, omittingEmptySubsequences: false)
        guard groups.allSatisfy(isDigits) else { return nil }
        if groups.count > 1 {
            guard groups[0].count <= 3, groups.dropFirst().allSatisfy({ $0.count == 3 }) else { return nil }
        }
        guard parts.count < 2 || isDigits(parts[1]) else { return nil }
        let fraction = parts.count < 2 ? "" : "." + parts[1]
        return Double(groups.joined() + fraction)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) }
    }
}
