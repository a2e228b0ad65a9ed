/// Reads a table that translates keys to area codes.
struct CodebookReader {
    let rule: TableMapping.Codebook
    let table: ForeignTable
    let file: String

    /// Only the keys that stand for one code which stands for one key: an area that covers several others, or a
    /// part of one, is another area and keeps a code of its own.
    func oneToOne() throws(ImportError) -> [String: String] {
        let finder = ColumnFinder(fields: table.fields, file: file)
        let keyColumn = try finder.require([rule.key])
        let codeColumn = try finder.require([rule.code])
        var codes: [String: Set<String>] = [:]
        var keys: [String: Set<String>] = [:]
        for row in 0..<table.rowCount {
            guard let key = table.text(row, keyColumn), let code = table.text(row, codeColumn) else {
                continue
            }
            codes[key, default: []].insert(code)
            keys[code, default: []].insert(key)
        }
        return codes.compactMapValues { found in
            guard found.count == 1, let code = found.first, keys[code]?.count == 1 else { return nil }
            return code
        }
    }
}
