public import Foundation

/// Where the open data is asked for. The defaults are the public services; a mirror inside the town hall's
/// network, or a server of a test, takes their place here.
public struct OpenDataHosts: Sendable, Hashable, Codable {
    /// CBS open data, protocol version 3. Holds `ODataFeed/odata/TABLE`.
    public var odataV3: URL
    /// CBS open data, protocol version 4. Holds `odata/v1/CBS/TABLE`.
    public var odataV4: URL
    /// Tables that CBS publishes for others (police), protocol version 3.
    public var thirdParty: URL
    /// PDOK's map services. Holds `cbs/wijkenbuurten/YEAR/wfs/v1_0`.
    public var maps: URL

    /// Hosts of your own choice; the rest of each address is appended to them.
    public init(odataV3: URL, odataV4: URL, thirdParty: URL, maps: URL) {
        self.odataV3 = odataV3
        self.odataV4 = odataV4
        self.thirdParty = thirdParty
        self.maps = maps
    }

    /// One server that answers for all four, such as a mirror.
    public init(mirror: URL) {
        self.init(odataV3: mirror, odataV4: mirror, thirdParty: mirror, maps: mirror)
    }

    /// The public services of CBS and PDOK.
    public static let `public` = OpenDataHosts(
        odataV3: service("opendata.cbs.nl"), odataV4: service("datasets.cbs.nl"),
        thirdParty: service("dataderden.cbs.nl"), maps: service("service.pdok.nl"))

    private static func service(_ name: String) -> URL {
        var parts = URLComponents()
        parts.scheme = "https"
        parts.host = name
        return parts.url ?? URL(fileURLWithPath: "/")
    }
}
