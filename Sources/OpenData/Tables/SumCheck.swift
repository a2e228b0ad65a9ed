import Neighbourhoods

/// Shares of one whole add up to it. Far more than 100% means columns of different tables or units.
struct SumCheck {
    let file: String

    /// Rounded parts may exceed the whole by a few percent: five classes rounded up by half a percent each.
    private static let most = 1.05

    private static let wholes: [[String]] =
        [
            ["tenure.socialRent", "tenure.privateRent", "tenure.ownerOccupied", "tenure.unknown"],
            ["tenure.rent", "tenure.ownerOccupied"],
            ["type.singleFamily", "type.multiFamily"],
            ["education.low", "education.middle", "education.high"],
            ["population.age0to14", "population.age15to64", "population.age65plus"],
        ] + IncomeGrouping.allCases.map { $0.variables.map(\.rawValue) }
        + StockDimension.allCases.flatMap(\.divisions).map { $0.map(\.rawValue) }

    func check(_ columns: [String: Column], rows: [RowKey], places: [Int]) throws(ImportError) {
        for whole in Self.wholes {
            let parts = whole.compactMap { name in columns[name].map { (name, $0) } }
            guard parts.count > 1 else { continue }
            for (row, place) in zip(rows, places) {
                let sum = parts.reduce(0.0) { $0 + ($1.1[place].number ?? 0) }
                if sum > Self.most {
                    throw ImportError(
                        .sumTooLarge, file: file, row: ForeignTable.shownRow(row.row),
                        column: parts.map(\.0).joined(separator: " + "),
                        found: "\((sum * 1000).rounded() / 10)%",
                        expected: "≤ 105%")
                }
            }
        }
    }
}
