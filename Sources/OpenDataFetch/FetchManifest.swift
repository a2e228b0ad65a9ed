import Foundation

/// What is known about the files of one retrieval: written beside them, so that a later run can ask for changes
/// only and an interrupted one can go on.
struct FetchManifest: Codable, Equatable {
    /// One page that is whole and on disk.
    struct Page: Codable, Equatable {
        /// Where it came from.
        var address: String
        /// Its file name in the cache.
        var file: String
        var bytes: Int
        var sha256: String
        /// The server's mark of this version (`ETag`).
        var entityTag: String?
        /// The server's date of this version, as sent.
        var lastModified: String?
        /// The address of the page after this one.
        var next: String?

        /// Whether the server can be asked for changes only.
        var canBeRevalidated: Bool { entityTag != nil || lastModified != nil }
    }

    /// A file of which the first part is on disk.
    struct Part: Codable, Equatable {
        var address: String
        var entityTag: String?
        var lastModified: String?

        /// What `If-Range` needs. A weak mark does not promise the same bytes.
        var validator: String? {
            if let entityTag { return entityTag.hasPrefix("W/") ? nil : entityTag }
            return lastModified
        }
    }

    /// The form of this file; another number is not read.
    static let currentFormat = 1

    var format = FetchManifest.currentFormat
    /// The address of the retrieval. Another address is another retrieval.
    var address: String
    var pages: [Page] = []
    var part: Part?
}
