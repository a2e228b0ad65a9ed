internal import ReferenceFiles

/// A part of a reference file; what is not there is an empty part.
struct ReferenceEntry: Sendable, Equatable {
    let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    subscript(key: String) -> ReferenceEntry { ReferenceEntry(value[key] ?? .null) }

    static let null = ReferenceEntry(.null)
    static func number(_ number: Double) -> ReferenceEntry { ReferenceEntry(.number(number)) }

    /// True or false, where it is one.
    var flag: Bool? { if case .flag(let flag) = value { flag } else { nil } }
    var isList: Bool { value.list != nil }
    var isRecord: Bool { value.record != nil }

    /// Members by name in alphabetical order.
    var members: [(key: String, value: ReferenceEntry)] {
        (value.record ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, ReferenceEntry($0.value)) }
    }

    var list: [ReferenceEntry] { (value.list ?? []).map { ReferenceEntry($0) } }
    var number: Double? { value.number }
    var whole: Int? { number.flatMap { Int(exactly: $0) } }
    var text: String? { value.text }
    var numbers: [Double] { list.compactMap(\.number) }
    var wholes: [Int] { list.compactMap(\.whole) }
    var texts: [String] { list.compactMap(\.text) }
    var table: [[Double]] { list.map(\.numbers) }
    var wholeTable: [[Int]] { list.map(\.wholes) }

    /// Numbers of a record whose names are "0", "1", ....
    var numberedMembers: [Double] {
        members.compactMap { member in
            Int(member.key).flatMap { key in member.value.number.map { (key, $0) } }
        }
        .sorted { $0.0 < $1.0 }.map(\.1)
    }
}
