import Foundation

/// Looks at a page that just came: whether it is what was asked for, and where the next one is. Reading the
/// figures in it is the importer's work.
enum PageInspection {
    /// The address of the page after the one in `file`, or nil for the last one.
    /// - Throws: ``FetchError/notTheShape(address:expected:found:)`` where the page is not what was asked for.
    static func next(after file: URL, from address: String, retrieval: Retrieval) throws(FetchError)
        -> String?
    {
        if retrieval.content == .file { return nil }
        let page = try object(file, address: address)
        switch retrieval.paging {
        case .single: return nil
        case .odataV3: return try odata(page, link: "odata.nextLink", address: address)
        case .odataV4: return try odata(page, link: "@odata.nextLink", address: address)
        case .features(let count): return try features(page, count: count, address: address)
        }
    }

    private static func object(_ file: URL, address: String) throws(FetchError) -> [String: Any] {
        let data: Data
        do { data = try Data(contentsOf: file) } catch {
            throw .storage(path: file.path, detail: CacheFolder.reason(error))
        }
        guard let page = try? JSONSerialization.jsonObject(with: data) as? [String: Any] else {
            throw .notTheShape(address: address, expected: "a JSON object", found: beginning(data))
        }
        return page
    }

    private static func odata(_ page: [String: Any], link: String, address: String) throws(FetchError)
        -> String?
    {
        guard let rows = page["value"] as? [Any] else {
            throw .notTheShape(
                address: address, expected: "rows under \"value\"",
                found: "keys \(page.keys.sorted().prefix(5).joined(separator: ", "))")
        }
        if let next = page[link] as? String { return try Address.follow(next, from: address) }
        // Rows asked for by number: a full page may have one after it.
        guard let top = Address.number("$top", in: address), rows.count >= top else { return nil }
        let skip = Address.number("$skip", in: address) ?? 0
        return rowAddress(address, skip: skip + top, top: top)
    }

    /// `address` asked for by row number.
    static func rowAddress(_ address: String, skip: Int, top: Int) -> String {
        let first = Address.setting("$top", to: String(top), in: address)
        return Address.setting("$skip", to: String(skip), in: first)
    }

    private static func features(_ page: [String: Any], count: Int, address: String) throws(FetchError)
        -> String?
    {
        guard let found = page["features"] as? [Any] else {
            throw .notTheShape(
                address: address, expected: "a list under \"features\"",
                found: "keys \(page.keys.sorted().prefix(5).joined(separator: ", "))")
        }
        if let returned = page["numberReturned"] as? Int, returned != found.count {
            throw .notTheShape(
                address: address, expected: "\(returned) features, as the page says",
                found: "\(found.count)")
        }
        let end = (Address.number("startIndex", in: address) ?? 0) + found.count
        let next = Address.setting("startIndex", to: String(end), in: address)
        guard let matched = page["numberMatched"] as? Int else { return found.count >= count ? next : nil }
        guard end < matched else { return nil }
        guard !found.isEmpty else {
            throw .notTheShape(
                address: address, expected: "\(matched) features in all, as the page says",
                found: "\(end)")
        }
        return next
    }

    private static func beginning(_ data: Data) -> String {
        guard !data.isEmpty else { return "an empty page" }
        let text = String(decoding: data.prefix(60), as: UTF8.self)
        let line = text.map { $0.isNewline || $0.isWhitespace ? " " : $0 }
        return "'\(String(line).trimmingCharacters(in: .whitespaces))…'"
    }
}
