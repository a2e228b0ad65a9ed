import Foundation

/// Addresses as text: built with every reserved character encoded, compared by host.
enum Address {
    /// `path` below `host`, which may itself have a path.
    static func base(_ host: URL, _ path: String) -> String {
        var text = host.absoluteString
        while text.hasSuffix("/") { text.removeLast() }
        return text + "/" + path
    }

    /// `address` with `items` as its query. `$` stays: OData servers read it literally.
    static func query(_ address: String, _ items: [(String, String)]) -> String {
        address + "?" + items.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
    }

    /// `address` with the query item `name` set to `value`, the other items untouched and in their order.
    static func setting(_ name: String, to value: String, in address: String) -> String {
        var (path, items) = parts(of: address)
        items.removeAll { key(of: $0).caseInsensitiveCompare(name) == .orderedSame }
        items.append("\(name)=\(encoded(value))")
        return "\(path)?\(items.joined(separator: "&"))"
    }

    /// The number in the query item `name`.
    static func number(_ name: String, in address: String) -> Int? {
        let item = parts(of: address).items.first {
            key(of: $0).caseInsensitiveCompare(name) == .orderedSame
        }
        return item.flatMap { $0.split(separator: "=", maxSplits: 1).dropFirst().first }.flatMap { Int($0) }
    }

    /// What `link` means on a page that came from `page`, on the same host and over the same kind of connection.
    ///
    /// Behind a proxy CBS has been seen to write `http:` in links of pages that were asked over `https:`; such a
    /// link is asked over `https:`, never the other way round.
    /// - Throws: ``FetchError/strangeLink(page:link:)`` for another host.
    static func follow(_ link: String, from page: String) throws(FetchError) -> String {
        guard let base = URL(string: page), let target = URL(string: link, relativeTo: base)?.absoluteURL,
            var parts = URLComponents(url: target, resolvingAgainstBaseURL: true),
            parts.user == nil, parts.password == nil
        else { throw .strangeLink(page: page, link: link) }
        if base.scheme == "https", parts.scheme == "http", parts.port == nil || parts.port == 80 {
            parts.scheme = "https"
            parts.port = base.port
        }
        parts.fragment = nil
        guard let result = parts.url, origin(result) == origin(base) else {
            throw .strangeLink(page: page, link: link)
        }
        return result.absoluteString
    }

    /// The host of `address`, for messages.
    static func host(_ address: String) -> String { URL(string: address)?.host() ?? address }

    private static func origin(_ url: URL) -> String {
        let scheme = url.scheme?.lowercased() ?? ""
        let port = url.port ?? (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(url.host()?.lowercased() ?? ""):\(port)"
    }

    /// What stands before the query, which may be nothing, and the items of the query. Cut by code points: a letter
    /// that clings to the mark after it does not hide that mark.
    private static func parts(of address: String) -> (path: String, items: [String]) {
        let halves = address.unicodeScalars.split(
            separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let query = halves.dropFirst().first ?? Substring.UnicodeScalarView()
        return (String(halves.first ?? query), query.split(separator: "&").map { String($0) })
    }

    private static func key(of item: String) -> String {
        let key = String(item.prefix { $0 != "=" })
        return key.removingPercentEncoding ?? key
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let stays =
                character.isASCII
                && (character.isLetter || character.isNumber || "-._~".contains(character))
            let hex = String(byte, radix: 16, uppercase: true)
            return stays ? String(character) : "%" + (byte < 16 ? "0" : "") + hex
        }.joined()
    }
}
