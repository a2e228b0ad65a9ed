import Foundation

/// Where others find this server: the scheme and the host, with its port where that is not the usual one.
public struct ServerAddress: Sendable, Hashable {
    /// Whether the way there is encrypted.
    public let isSecure: Bool
    /// The host as people type it, such as `mengpaneel.mengstede.example` or `192.168.1.20:8080`.
    public let host: String

    /// An address over plain HTTP, or encrypted.
    public init(host: String, isSecure: Bool = false) {
        self.host = host
        self.isSecure = isSecure
    }

    /// The address that a text names: a scheme and a host, with or without a port and with nothing behind it.
    ///
    /// - Parameter text: such as `https://mengpaneel.mengstede.example`.
    /// - Throws: ``WorkbenchError/address(found:)``.
    public init(_ text: String) throws(WorkbenchError) {
        let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
        guard let parts = URLComponents(string: trimmed), let scheme = parts.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let name = parts.host, !name.isEmpty, parts.path.isEmpty,
            parts.query == nil, parts.fragment == nil, parts.user == nil, parts.password == nil,
            trimmed.allSatisfy({ $0.isASCII && !$0.isWhitespace }), 1...65_535 ~= parts.port ?? 1
        else { throw .address(found: text) }
        self.init(
            host: name.lowercased() + (parts.port.map { ":\($0)" } ?? ""), isSecure: scheme == "https")
    }

    /// As a browser opens it.
    public var link: String { (isSecure ? "https://" : "http://") + host }
}
