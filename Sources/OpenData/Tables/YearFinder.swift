/// Finds the year of each row: in a column, by the table's number, in the file's name, or as the caller gives it.
struct YearFinder {
    let rule: YearRule?
    let table: ForeignTable
    let file: String
    let finder: ColumnFinder
    let options: ImportOptions
    let tableYears: [String: Int]

    /// One year for each row; nil for rows of a year that the caller did not ask for.
    func years() throws(ImportError) -> [Int?] {
        switch rule {
        case .fixed(let year): return try constant(year)
        case .column(let name): return try column(finder.require([name]))
        case nil:
            if let found = try finder.find(["Perioden", "jaar", "year", "jrstatcode", "statjaar"]) {
                return try column(found)
            }
            if let year = yearOfName { return try constant(year) }
            guard let year = options.year else { throw ImportError(.unknownYear, file: file) }
            return try constant(year)
        }
    }

    private func constant(_ year: Int) throws(ImportError) -> [Int?] {
        if let wanted = options.year, wanted != year {
            throw ImportError(.mixedYears, file: file, found: "\(year)", expected: "\(wanted)")
        }
        return Array(repeating: year, count: table.rowCount)
    }

    private func column(_ index: Int) throws(ImportError) -> [Int?] {
        var result: [Int?] = []
        result.reserveCapacity(table.rowCount)
        for row in 0..<table.rowCount {
            let text = table.text(row, index) ?? ""
            guard let year = Self.year(text) else {
                throw ImportError(
                    .unknownYear, file: file, row: ForeignTable.shownRow(row), column: table.fields[index],
                    found: text, expected: "2024")
            }
            result.append(options.year.map { $0 == year } ?? true ? year : nil)
        }
        return result
    }

    /// `2019`, `2019JJ00`, `2023WK001400`, `2019.0`; months and quarters are no years.
    static func year(_ text: String) -> Int? {
        let head = text.prefix(4)
        guard head.count == 4, head.allSatisfy({ ("0"..."9").contains($0) }), let year = Int(head),
            (1990...2100).contains(year)
        else { return nil }
        let rest = text.dropFirst(4)
        return rest.isEmpty || rest == ".0"
            || ["JJ", "WK", "BU", "GM"].contains(where: { rest.hasPrefix($0) }) ? year : nil
    }

    /// The year that the table's number or the only year in the file's name tells.
    private var yearOfName: Int? {
        for (number, year) in tableYears.sorted(by: { $0.key < $1.key }) where file.contains(number) {
            return year
        }
        var years: Set<Int> = []
        for word in file.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where !Self.isNoYear(word) {
            for digits in word.split(whereSeparator: { !("0"..."9").contains($0) }) where digits.count == 4 {
                if let year = Int(digits), (1990...2100).contains(year) { years.insert(year) }
            }
        }
        return years.count == 1 ? years.first : nil
    }

    /// Whether a word of a file's name cannot tell the year, whatever digits it has: the code of an area (GM1991), or
    /// the mark of twelve hexadecimal digits that `mengpaneel fetch` ends a name with.
    private static func isNoYear(_ word: Substring) -> Bool {
        let isCode =
            ["GM", "WK", "BU"].contains(word.prefix(2).uppercased())
            && word.dropFirst(2).allSatisfy { ("0"..."9").contains($0) }
        return isCode || (word.count == 12 && word.allSatisfy(\.isHexDigit))
    }
}
