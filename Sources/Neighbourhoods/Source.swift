/// Where figures come from: enough to find them again and to know whether they may be used.
public struct Source: Sendable, Hashable, Codable, Identifiable {
    /// A stable identifier, unique within a project, such as `cbs-85984NED-2024`.
    public struct ID: RawRepresentable, Sendable, Hashable, Comparable, Codable {
        /// The identifier as text.
        public let rawValue: String
        /// An identifier from text.
        public init(rawValue: String) { self.rawValue = rawValue }
        /// Identifiers are ordered as text.
        public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
    }

    /// The identifier.
    public var id: ID
    /// The title as the producer gives it.
    public var title: String
    /// Who made the figures.
    public var producer: String
    /// The licence, or "niet vastgesteld" (not established) where none was found.
    public var licence: String
    /// The producer's table number, where there is one.
    public var table: String?
    /// Where it was or can be had.
    public var address: String?
    /// The name of the file that was read.
    public var fileName: String?
    /// SHA-256 of the file that was read, in hexadecimal.
    public var sha256: String?
    /// What a reader must know before trusting it (rounding, survey, lineage).
    public var caveat: String?
    /// Whether the figures are made up by this program and describe no real place.
    public var isSynthetic: Bool

    /// Makes a source.
    public init(
        id: ID, title: String, producer: String, licence: String, table: String? = nil,
        address: String? = nil,
        fileName: String? = nil, sha256: String? = nil, caveat: String? = nil, isSynthetic: Bool = false
    ) {
        self.id = id
        self.title = title
        self.producer = producer
        self.licence = licence
        self.table = table
        self.address = address
        self.fileName = fileName
        self.sha256 = sha256
        self.caveat = caveat
        self.isSynthetic = isSynthetic
    }
}
