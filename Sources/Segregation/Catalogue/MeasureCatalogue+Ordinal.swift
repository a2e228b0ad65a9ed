extension MeasureDefinition {
    /// Every measure of ordered groups, see ``ContingencyTable/ordinalMeasures(degrees:options:)``.
    public static let ordinal: [MeasureDefinition] = [
        ordered(
            "ordinal-H", "Λ_H", "ordinal information theory index", "ordinale informatie-index", .table,
            "Reardon 2009"),
        ordered(
            "ordinal-R", "Λ_R", "ordinal variance ratio", "ordinale variantieverhouding", .table,
            "Reardon 2009"),
        ordered(
            "ordinal-S", "Λ_S", "ordinal square root index", "ordinale wortelindex", .table, "Reardon 2009"),
        ordered(
            "ordinal-A", "Λ_A", "ordinal absolute index", "ordinale absolute index", .table, "Reardon 2009"),
        ordered(
            "rankorder-profile-H", "H(p)", "information theory index at each threshold",
            "informatie-index bij elke grens", .threshold, "Reardon & Bischoff 2011"),
        ordered(
            "rankorder-profile-R", "R(p)", "variance ratio at each threshold",
            "variantieverhouding bij elke grens", .threshold, "Reardon & Bischoff 2011"),
        ordered(
            "rankorder-profile-S", "S(p)", "square root index at each threshold",
            "wortelindex bij elke grens", .threshold, "Reardon & Bischoff 2011"),
        ordered(
            "rankorder-Hr", "H^R", "rank-order information theory index", "rangorde-informatie-index",
            .table, "Reardon 2011"),
        ordered(
            "rankorder-Rr", "R^R", "rank-order variance ratio", "rangorde-variantieverhouding", .table,
            "Reardon 2011"),
        ordered(
            "rankorder-Sr", "S^R", "rank-order square root index", "rangorde-wortelindex", .table,
            "Reardon 2011"),
    ]

    private static func ordered(
        _ identifier: String, _ symbol: String, _ english: String, _ dutch: String,
        _ subject: MeasureSubject, _ paper: String
    ) -> MeasureDefinition {
        // A fitted curve may leave the range a little.
        let range: ClosedRange<Double>? = identifier.hasSuffix("r") ? nil : 0...1
        return place(identifier, symbol, english, dutch, .ordinal, subject, range, paper)
    }
}
