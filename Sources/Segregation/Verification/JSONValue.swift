internal import Foundation

/// A piece of a JSON file.
enum JSONValue: Sendable, Equatable {
    case null
    case number(Double)
    case text(String)
    case list([JSONValue])
    case record([String: JSONValue])

    /// Reads a whole file.
    init(contentsOf data: Data) throws {
        self.init(try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed))
    }

    private init(_ value: Any) {
        switch value {
        case let number as NSNumber: self = .number(number.doubleValue)
        case let text as String: self = .text(text)
        case let list as [Any]: self = .list(list.map { JSONValue($0) })
        case let record as [String: Any]: self = .record(record.mapValues { JSONValue($0) })
        default: self = .null
        }
    }

    /// A number, or null where there is none.
    init(_ number: Double?) {
        self = number.map { .number($0) } ?? .null
    }

    subscript(_ key: String) -> JSONValue? {
        if case .record(let record) = self { record[key] } else { nil }
    }

    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    var list: [JSONValue]? {
        if case .list(let list) = self { list } else { nil }
    }

    /// Text as it is, and a number without a needless fraction.
    var label: String? {
        switch self {
        case .text(let text): text
        case .number(let number): number == number.rounded() ? String(Int(number)) : String(number)
        default: nil
        }
    }

    /// The names in a list, or a single name.
    var labels: [String]? {
        list.map { $0.compactMap(\.label) } ?? label.map { [$0] }
    }
}
