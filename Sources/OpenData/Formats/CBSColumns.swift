/// The columns that say which area a row of a CBS or PDOK table is about, under all their names.
struct CBSColumns {
    let table: ForeignTable
    let finder: ColumnFinder
    let file: String

    /// The finest code comes first: a table of neighbourhoods also names its districts and municipalities.
    private static let codes = [
        "Regiocode", "gwb_code_10", "Codering", "RegioS", "buurtcode", "bu_code", "WijkenEnBuurten",
        "wijkcode",
        "wk_code", "statcode", "gemeentecode", "gm_code", "gwb_code", "Wijken en buurten",
    ]
    /// Columns that repeat the code in another form or tell its level.
    static let keys =
        codes + [
            "ID", "FID", "gwb_code_8", "recs", "SoortRegio", "ind_wbi", "Gemeentenaam", "gm_naam", "Perioden",
            "jaar", "jrstatcode",
        ]
    private static let names = ["regio", "statnaam", "Wijken en buurten", "naam"]
    /// Names that belong to one code only: every row of a table of neighbourhoods has its municipality's name too.
    private static let namesByCode = [
        "buurtcode": ["buurtnaam"], "bucode": ["bu_naam"], "wijkcode": ["wijknaam"], "wkcode": ["wk_naam"],
        "gemeentecode": ["gemeentenaam"], "gmcode": ["gm_naam"],
    ]

    /// The column with codes.
    ///
    /// - Throws: ``ImportError``: `oldExport` for exports of before codes, `missingColumn` when only names are there.
    func code() throws(ImportError) -> Int {
        if let first = table.fields.first?.trimmingSpaces.lowercased(),
            first.hasPrefix("onderwerpen") || first.hasPrefix("kerncijfers wijken en buurten")
        {
            throw ImportError(.oldExport, file: file, row: 1, found: table.fields.first)
        }
        for candidate in Self.codes {
            guard let column = try finder.find([candidate]), holdsCodes(column) else { continue }
            return column
        }
        throw ImportError(
            .missingColumn, file: file, row: 1, found: table.fields.prefix(4).joined(separator: ", "),
            expected: "Regiocode (gemeente, wijk, buurt)")
    }

    /// The column with names, which stands beside the codes.
    func name(code: Int) throws(ImportError) -> Int? {
        let own = Self.namesByCode[FieldName(table.fields[code]).unnumbered] ?? []
        for candidate in own + Self.names {
            guard let column = try finder.find([candidate]), column != code, !holdsCodes(column) else {
                continue
            }
            return column
        }
        return nil
    }

    /// The column with the name of the municipality, which names the municipality's own row where nothing else does.
    func municipalityName() throws(ImportError) -> Int? { try finder.find(["gemeentenaam", "gm_naam"]) }

    /// Whether the first filled cells of a column look like codes: a prefix and at least two digits or letters.
    private func holdsCodes(_ column: Int) -> Bool {
        for row in 0..<min(table.rowCount, 50) {
            guard let text = table.text(row, column), !text.isEmpty else { continue }
            return ["NL", "GM", "WK", "BU"].contains { text.hasPrefix($0) }
                && text.count >= 4
                && text.dropFirst(2).allSatisfy { ("0"..."9").contains($0) || ("A"..."Z").contains($0) }
        }
        return true
    }
}
