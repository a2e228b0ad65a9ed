/// Two units that touch.
public struct UnitContact: Sendable, Equatable {
    /// The row of one unit, from 0.
    public let first: Int
    /// The row of the other unit, from 0.
    public let second: Int
    /// The length of the shared border in coordinate units; 0 where only corners touch.
    public let length: Double

    /// A contact by row numbers.
    public init(first: Int, second: Int, length: Double) {
        self.first = first
        self.second = second
        self.length = length
    }

    /// Contacts by identifier, as in a file with columns `id1,id2,length`.
    /// - Throws: ``SegregationError/contact(first:second:problem:)`` for an identifier that is not in the table.
    public static func list(
        _ named: [(first: String, second: String, length: Double)], among units: [String]
    ) throws(SegregationError) -> [UnitContact] {
        var rows: [String: Int] = [:]
        rows.reserveCapacity(units.count)
        for (row, unit) in units.enumerated() { rows[unit] = row }
        var contacts: [UnitContact] = []
        contacts.reserveCapacity(named.count)
        for contact in named {
            guard let first = rows[contact.first] else {
                throw .contact(
                    first: contact.first, second: contact.second,
                    problem: "unit '\(contact.first)' is not in the table; remove the line or add the unit")
            }
            guard let second = rows[contact.second] else {
                throw .contact(
                    first: contact.first, second: contact.second,
                    problem: "unit '\(contact.second)' is not in the table; remove the line or add the unit")
            }
            contacts.append(UnitContact(first: first, second: second, length: contact.length))
        }
        return contacts
    }
}
