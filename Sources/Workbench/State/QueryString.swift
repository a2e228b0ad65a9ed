import Foundation

/// The part of an address behind the question mark, as names and values in their order.
enum QueryString {
    /// One name with its value.
    struct Item: Sendable, Hashable {
        var name: String
        var value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The items of `text`. What is no valid percent encoding is kept as it stands; empty items are dropped.
    static func items(of text: some StringProtocol) -> [Item] {
        text.split(separator: "&").compactMap { part in
            let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = halves.first, !name.isEmpty else { return nil }
            return Item(decoded(name), halves.count > 1 ? decoded(halves[1]) : "")
        }
    }

    /// `items` as text; without items the empty string.
    static func text(of items: [Item]) -> String {
        items.map { encoded($0.name) + "=" + encoded($0.value) }.joined(separator: "&")
    }

    private static func decoded(_ text: some StringProtocol) -> String {
        let plain = text.replacingOccurrences(of: "+", with: " ")
        return plain.removingPercentEncoding ?? plain
    }

    /// `text` with everything escaped that is not a plain letter, digit or mark.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    /// The characters that RFC 3986 lets stand anywhere.
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
