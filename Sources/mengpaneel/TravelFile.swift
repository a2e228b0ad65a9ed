import Segregation

extension TravelDistances {
    /// Travel distances from a file with two ids and a distance; units that were left out go with their lines.
    init(path: String, _ counts: CountsFile) throws {
        let plain = try PlainTable(path: path)
        guard plain.header.count >= 3 else {
            throw UserError("\(plain.fileName): two columns with ids and one with the distance are expected.")
        }
        let leftOut = Set(counts.leftOut)
        var list: [Listed] = []
        for row in plain.rows.indices {
            let pair = (plain.text(row, 0), plain.text(row, 1))
            guard !leftOut.contains(pair.0), !leftOut.contains(pair.1) else { continue }
            guard let distance = try plain.number(row: row, column: 2), distance >= 0 else {
                throw UserError(
                    "\(plain.fileName), row \(row + 2), column '\(plain.header[2])': a distance of 0 or more is expected."
                )
            }
            list.append(Listed(from: pair.0, to: pair.1, distance: distance))
        }
        try self.init(unitIdentifiers: counts.table.unitIdentifiers, list: list)
    }
}
