/// Turns a long table (one row per area and figure) into a wide one.
struct Pivot {
    let rule: TableMapping.LongRule
    let file: String

    /// The wide table: the columns that are neither key nor value, then one column per figure, in the order in which
    /// they first occur.
    func wide(_ table: ForeignTable, identifiedBy columns: [String]) throws(ImportError) -> ForeignTable {
        let finder = ColumnFinder(fields: table.fields, file: file)
        var keys: [Int] = []
        for key in rule.keys { keys.append(try finder.require([key])) }
        let value = try finder.require([rule.value])
        // OData v4 says in a second column why a value is not there.
        let attribute = try finder.find(["ValueAttribute"])
        var identity: [Int] = []
        for column in columns {
            if let found = try finder.find([column]), !identity.contains(found) { identity.append(found) }
        }
        var figures: [String] = []
        var figureIndex: [String: Int] = [:]
        var rows: [[String?]] = []
        var rowIndex: [String: Int] = [:]
        for row in 0..<table.rowCount {
            let figure = keys.map { table.text(row, $0) ?? "" }.joined(separator: "|")
            let who = identity.map { table.text(row, $0) }
            let name = who.map { $0 ?? "" }.joined(separator: "\u{1F}")
            let column = figureIndex[figure] ?? figures.count
            if column == figures.count {
                figures.append(figure)
                figureIndex[figure] = column
            }
            let place = rowIndex[name] ?? rows.count
            if place == rows.count {
                rows.append(who)
                rowIndex[name] = place
            }
            let slot = identity.count + column
            while rows[place].count <= slot { rows[place].append(nil) }
            guard rows[place][slot] == nil else {
                throw ImportError(
                    .duplicateCode, file: file, row: ForeignTable.shownRow(row), column: figure,
                    found: who.compactMap { $0 }.joined(separator: " "))
            }
            rows[place][slot] =
                table.text(row, value)
                ?? attribute.flatMap { table.text(row, $0) }.flatMap { $0 == "." ? "." : nil }
        }
        return ForeignTable(name: table.name, fields: identity.map { table.fields[$0] } + figures, rows: rows)
    }
}
