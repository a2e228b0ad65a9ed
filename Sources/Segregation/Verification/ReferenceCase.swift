internal import ReferenceFiles

/// One case of a reference file: a table with what other software finds in it.
struct ReferenceCase {
    let identifier: String
    private let input: JSONValue
    private let groups: [Group]
    private let whole: Result<ContingencyTable?, any Error>

    init(_ value: JSONValue, position: Int) {
        identifier = value["id"]?.label ?? "case \(position + 1)"
        input = value["input"] ?? .null
        groups = (input["groups"]?.labels ?? []).map(Group.init(rawValue:))
        whole = Result { [input, groups] in try Self.table(input["counts"], groups) }
    }

    /// The table, or the one before or after of a pair of dates.
    func table(_ date: String? = nil) throws -> ContingencyTable? {
        guard let date else { return try whole.get() }
        return try Self.table(input["counts_\(date)"], groups)
    }

    private static func table(_ rows: JSONValue?, _ groups: [Group]) throws -> ContingencyTable? {
        guard let rows = rows?.list else { return nil }
        let counts = rows.map { $0.list?.map { $0.number ?? .nan } ?? [] }
        return try ContingencyTable(groups: groups, rows: counts)
    }

    /// The table of one of two dates, with the file's identifiers.
    func datedTable(_ date: String) throws -> ContingencyTable? {
        guard let table = try table(date) else { return nil }
        let identifiers = input["unit_ids_\(date)"]?.labels ?? table.unitIdentifiers
        return try ContingencyTable(
            groups: table.groups, counts: table.counts, unitIdentifiers: identifiers)
    }

    /// Incomes person by person.
    func incomes() throws -> PersonalIncomes? {
        guard let units = input["incomes_by_unit"]?.list else { return nil }
        return try PersonalIncomes(incomesByUnit: units.map { $0.list?.map { $0.number ?? .nan } ?? [] })
    }

    /// Where the units of the table lie, as far as the file says.
    func geography(distanceUnit: Double) throws -> UnitGeography {
        let units = try whole.get()?.unitIdentifiers ?? []
        func numbers(_ name: String) -> [Double]? { input[name]?.list?.map { $0.number ?? .nan } }
        let contacts = input["adjacency"]?.list?.map { pair in
            let numbers = pair.list?.map { $0.number ?? .nan } ?? []
            return UnitContact(
                first: numbers.first.map { Int($0) } ?? -1,
                second: numbers.dropFirst().first.map { Int($0) } ?? -1, length: numbers.last ?? .nan)
        }
        return try UnitGeography(
            unitIdentifiers: units, x: numbers("x"), y: numbers("y"), areas: numbers("area"),
            perimeters: numbers("perimeter"), contacts: contacts, distanceUnit: distanceUnit)
    }

    /// The label of every unit at a level.
    func labels(_ level: String) -> [String]? { input[level]?.labels }
}
