internal import Foundation

/// Where the units of a table lie: centroids, areas, perimeters and neighbours, each if it is known.
///
/// All lengths are in one coordinate unit (metres, for Dutch data in EPSG:28992) and areas in its square. Distances in
/// measures are in ``distanceUnit`` of these, so that a decay of exp(-d) means the same whatever the coordinates are in.
public struct UnitGeography: Sendable, Equatable {
    /// The identifiers of the units, in the order of the rows of the table.
    public let unitIdentifiers: [String]
    /// The centroids' first coordinate.
    public let x: [Double]?
    /// The centroids' second coordinate.
    public let y: [Double]?
    /// The areas.
    public let areas: [Double]?
    /// The whole perimeters, borders with the outside included.
    public let perimeters: [Double]?
    /// The pairs of units that touch, every pair once, in ascending order.
    public let contacts: [UnitContact]?
    /// How many coordinate units make one unit of distance: 1000 for metres and kilometres.
    public let distanceUnit: Double

    /// Places for the units of a table; leave out what is not known.
    /// - Parameters:
    ///   - unitIdentifiers: one per unit, as in the table.
    ///   - x: first coordinates of the centroids, together with `y`.
    ///   - y: second coordinates of the centroids.
    ///   - areas: above 0.
    ///   - perimeters: above 0.
    ///   - contacts: pairs of touching units; a pair may be listed in both directions with the same length.
    ///   - distanceUnit: coordinate units in one unit of distance; 1000 if left out, for metres and kilometres.
    /// - Throws: the first thing found wrong, with its row.
    public init(
        unitIdentifiers: [String], x: [Double]? = nil, y: [Double]? = nil, areas: [Double]? = nil,
        perimeters: [Double]? = nil, contacts: [UnitContact]? = nil, distanceUnit: Double = 1000
    ) throws(SegregationError) {
        guard distanceUnit > 0, distanceUnit.isFinite else {
            throw .parameter(name: "distance unit", found: distanceUnit, expected: "a number above 0")
        }
        guard (x == nil) == (y == nil) else {
            throw .placeCount(
                what: x == nil ? "x" : "y", found: 0, expected: unitIdentifiers.count)
        }
        let units = unitIdentifiers.count
        try Self.check(x, "x", units: units, above: nil)
        try Self.check(y, "y", units: units, above: nil)
        try Self.check(areas, "area", units: units, above: 0)
        try Self.check(perimeters, "perimeter", units: units, above: 0)
        self.unitIdentifiers = unitIdentifiers
        self.x = x
        self.y = y
        self.areas = areas
        self.perimeters = perimeters
        self.contacts = try contacts.map { (list) throws(SegregationError) in
            try Self.merged(list, among: unitIdentifiers)
        }
        self.distanceUnit = distanceUnit
    }

    /// What is known of the places.
    public var known: Set<PlaceInformation> {
        var known: Set<PlaceInformation> = []
        if x != nil { known.insert(.coordinates) }
        if areas != nil { known.insert(.areas) }
        if perimeters != nil { known.insert(.perimeters) }
        if let contacts {
            known.insert(.contacts)
            if contacts.contains(where: { $0.length > 0 }) { known.insert(.boundaries) }
        }
        return known
    }

    private static func check(
        _ values: [Double]?, _ what: String, units: Int, above floor: Double?
    ) throws(SegregationError) {
        guard let values else { return }
        guard values.count == units else {
            throw .placeCount(what: what, found: values.count, expected: units)
        }
        for (row, value) in values.enumerated() {
            // Beyond 1e150 a square of a distance is no longer a number.
            guard value.isFinite, abs(value) <= 1e150 else {
                throw .placeValue(what: what, row: row, found: value, expected: "a finite number")
            }
            if let floor, value <= floor {
                throw .placeValue(what: what, row: row, found: value, expected: "above 0")
            }
        }
    }

    /// Every pair once, in ascending order; the same pair with two lengths is a mistake in the data.
    private static func merged(
        _ list: [UnitContact], among units: [String]
    ) throws(SegregationError) -> [UnitContact] {
        var ordered: [UnitContact] = []
        ordered.reserveCapacity(list.count)
        for contact in list {
            guard units.indices.contains(contact.first), units.indices.contains(contact.second) else {
                throw .contact(
                    first: "\(contact.first)", second: "\(contact.second)",
                    problem: "there is no such unit; units are numbered 0 to \(units.count - 1)")
            }
            guard contact.first != contact.second else {
                throw .contact(
                    first: units[contact.first], second: units[contact.second],
                    problem: "a unit does not border itself")
            }
            guard contact.length >= 0, contact.length.isFinite else {
                throw .contact(
                    first: units[contact.first], second: units[contact.second],
                    problem: "length \(contact.length) where 0 or more is expected (0 for a corner)")
            }
            ordered.append(
                UnitContact(
                    first: min(contact.first, contact.second), second: max(contact.first, contact.second),
                    length: contact.length))
        }
        ordered.sort { ($0.first, $0.second) < ($1.first, $1.second) }
        var merged: [UnitContact] = []
        merged.reserveCapacity(ordered.count)
        for contact in ordered {
            guard let last = merged.last, last.first == contact.first, last.second == contact.second else {
                merged.append(contact)
                continue
            }
            guard last.length == contact.length else {
                throw .contact(
                    first: units[contact.first], second: units[contact.second],
                    problem: "listed with lengths \(last.length) and \(contact.length); keep one")
            }
        }
        return merged
    }
}
