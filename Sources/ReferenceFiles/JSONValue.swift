public import Foundation

/// A piece of a JSON file, such as reference values are kept in.
public enum JSONValue: Sendable, Equatable {
    /// Nothing.
    case null
    /// A number.
    case number(Double)
    /// True or false.
    case flag(Bool)
    /// Text.
    case text(String)
    /// A list.
    case list([JSONValue])
    /// Values by name.
    case record([String: JSONValue])

    /// Reads a whole file.
    public init(contentsOf data: Data) throws {
        self.init(try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed))
    }

    private init(_ value: Any) {
        switch value {
        case let number as NSNumber:
            self =
                CFBooleanLike.isBoolean(number) ? .flag(number.boolValue) : .number(number.doubleValue)
        case let text as String: self = .text(text)
        case let list as [Any]: self = .list(list.map { JSONValue($0) })
        case let record as [String: Any]: self = .record(record.mapValues { JSONValue($0) })
        default: self = .null
        }
    }

    /// What it is, in a few words for a message.
    public var summary: String {
        switch self {
        case .null: "no value"
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .text(let text): "'\(text)'"
        case .list(let list): "\(list.count) values"
        case .record(let record): record.keys.sorted().joined(separator: ", ")
        }
    }

    /// A number, or null where there is none or it is not finite.
    public init(_ number: Double?) {
        self = number.flatMap { $0.isFinite ? .number($0) : nil } ?? .null
    }

    /// A list of numbers with nulls where there is none.
    public init(_ numbers: [Double?]) { self = .list(numbers.map { JSONValue($0) }) }

    /// The value of a name; `nil` where there is none.
    public subscript(_ key: String) -> JSONValue? {
        if case .record(let record) = self { record[key] } else { nil }
    }

    /// The value at a path of keys.
    public func at(_ path: String...) -> JSONValue? {
        path.reduce(Optional(self)) { $0?[$1] }
    }

    /// The number, where it is one.
    public var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The text, where it is one.
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The list, where it is one.
    public var list: [JSONValue]? {
        if case .list(let list) = self { list } else { nil }
    }

    /// The values by name, where it is a record.
    public var record: [String: JSONValue]? {
        if case .record(let record) = self { record } else { nil }
    }

    /// The numbers of a list; `nil` where one is no number.
    public var numbers: [Double]? {
        guard let list else { return nil }
        let numbers = list.compactMap(\.number)
        return numbers.count == list.count ? numbers : nil
    }

    /// The numbers of a list with gaps for nulls.
    public var optionalNumbers: [Double?]? { list.map { $0.map(\.number) } }

    /// Text as it is, and a whole number without a fraction.
    public var label: String? {
        switch self {
        case .text(let text): text
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        default: nil
        }
    }

    /// The names in a list, or a single name.
    public var labels: [String]? { list.map { $0.compactMap(\.label) } ?? label.map { [$0] } }

    /// A record with more keys; the later value wins.
    public func adding(_ more: [String: JSONValue]) -> JSONValue {
        .record((record ?? [:]).merging(more) { _, new in new })
    }
}

/// Foundation hands booleans over as numbers; the type code tells them apart.
private enum CFBooleanLike {
    static func isBoolean(_ number: NSNumber) -> Bool {
        String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
    }
}
