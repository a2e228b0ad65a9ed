public import Bilingual
public import Neighbourhoods

/// How addresses moved from code to code when boundaries changed: the matrices of VNG for 2016 to 2024.
///
/// The weight of a move is the number of addresses that went along, divided by all addresses of the old code. Codes
/// that are not listed did not change.
public struct BoundaryChanges: Sendable, Hashable {
    /// What a user must know before using the matrices of VNG.
    public static let licence = BilingualText(
        nl:
            "Grenswijzigingen van H. Weda (VNG), uit CBS-bestanden; CC BY-NC-SA 4.0: niet voor commercieel gebruik.",
        en: "Boundary changes by H. Weda (VNG), from CBS files; CC BY-NC-SA 4.0: not for commercial use.")

    /// A part of an area that became part of another.
    public struct Move: Sendable, Hashable {
        /// The new code.
        public var code: AreaCode
        /// The share of the old area's addresses, 0...1.
        public var weight: Double
    }

    private struct Key: Hashable {
        var level: AreaLevel
        var from: Int
        var to: Int
        var code: AreaCode
    }

    private let moves: [Key: [Move]]

    /// Reads the table with columns niveau, van_jaar, naar_jaar, van, naar and adressen.
    ///
    /// - Throws: ``ImportError``, one line.
    public static func read(_ path: String, reader: TableReader) async throws(ImportError) -> BoundaryChanges
    {
        try BoundaryChanges(table: try await reader.table(path), file: FileLocation.name(path))
    }

    /// The changes in a table.
    ///
    /// - Throws: ``ImportError`` for a missing column or a cell that is no number.
    public init(table: ForeignTable, file: String) throws(ImportError) {
        let finder = ColumnFinder(fields: table.fields, file: file)
        let level = try finder.require(["niveau"])
        let from = try finder.require(["van_jaar"])
        let to = try finder.require(["naar_jaar"])
        let old = try finder.require(["van"])
        let new = try finder.require(["naar"])
        let addresses = try finder.require(["adressen"])
        let numbers = NumberReader()
        var counts: [Key: [AreaCode: Double]] = [:]
        for row in 0..<table.rowCount {
            guard let name = table.text(row, level), let scale = Self.levels[name] else { continue }
            guard case .number(let count) = table.withCell(row, addresses, { numbers.read($0) }), count >= 0
            else {
                throw ImportError(
                    .notANumber, file: file, row: ForeignTable.shownRow(row), column: "adressen",
                    found: table.text(row, addresses))
            }
            guard let first = YearFinder.year(table.text(row, from) ?? ""),
                let last = YearFinder.year(table.text(row, to) ?? "")
            else {
                throw ImportError(.unknownYear, file: file, row: ForeignTable.shownRow(row))
            }
            let key = Key(level: scale, from: first, to: last, code: AreaCode(table.text(row, old) ?? ""))
            counts[key, default: [:]][AreaCode(table.text(row, new) ?? ""), default: 0] += count
        }
        moves = counts.mapValues { targets in
            let total = targets.values.reduce(0, +)
            return targets.sorted { $0.key < $1.key }.map {
                Move(code: $0.key, weight: total > 0 ? $0.value / total : 0)
            }
        }
    }

    private static let levels: [String: AreaLevel] = [
        "gemeente": .municipality, "wijk": .district, "buurt": .neighbourhood,
    ]

    /// Where the addresses of `code` went between two years; the code itself when nothing changed. Weights add to 1.
    public func moves(of code: AreaCode, level: AreaLevel, from: Int, to: Int) -> [Move] {
        moves[Key(level: level, from: from, to: to, code: code)] ?? [Move(code: code, weight: 1)]
    }

    /// Whether there are matrices between two years at a level.
    public func covers(level: AreaLevel, from: Int, to: Int) -> Bool {
        moves.keys.contains { $0.level == level && $0.from == from && $0.to == to }
    }

    /// Counts of one year on the areas of another. Only counts of persons, households or dwellings can be moved:
    /// shares and means have to be taken apart into counts first.
    ///
    /// - Returns: the new codes in order, with their counts. A new area of which a part is unknown is missing, for
    ///   the reason of that part.
    public func bridged(
        _ counts: Column, of areas: [AreaCode], level: AreaLevel, from: Int, to: Int
    ) -> (areas: [AreaCode], counts: Column) {
        var sums: [AreaCode: Value] = [:]
        for (index, code) in areas.enumerated() {
            for move in moves(of: code, level: level, from: from, to: to) where move.weight > 0 {
                switch (counts[index], sums[move.code] ?? .known(0)) {
                case (.known(let count), .known(let sum)): sums[move.code] = .known(sum + count * move.weight)
                case (_, .missing(let reason)), (.missing(let reason), _): sums[move.code] = .missing(reason)
                }
            }
        }
        let codes = sums.keys.sorted()
        return (codes, Column(codes.map { sums[$0] ?? .missing(.notCollected) }))
    }
}
