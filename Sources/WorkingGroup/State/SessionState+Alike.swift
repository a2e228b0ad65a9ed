extension SessionState {
    /// A statement that people vote on and that says nearly the same as another one: a hint, and never a reason to leave
    /// anything out by itself.
    ///
    /// Two texts are alike where the words that tell something (four letters and more, by their first five) are mostly the
    /// same: Dice's coefficient of at least 0.6.
    public func alike(_ statement: Statement) -> Statement? {
        let words = Self.tellingWords(statement.text)
        return statements.filter { $0.isVotable && $0.number != statement.number }
            .map { (statement: $0, likeness: Self.likeness(words, Self.tellingWords($0.text))) }
            .filter { $0.likeness >= 0.6 }
            .max { ($0.likeness, $1.statement.number) < ($1.likeness, $0.statement.number) }?.statement
    }

    private static func tellingWords(_ text: String) -> Set<Substring> {
        Set(text.lowercased().split { !$0.isLetter }.filter { $0.count >= 4 }.map { $0.prefix(5) })
    }

    private static func likeness(_ one: Set<Substring>, _ other: Set<Substring>) -> Double {
        let all = one.count + other.count
        return all == 0 ? 0 : 2 * Double(one.intersection(other).count) / Double(all)
    }
}
