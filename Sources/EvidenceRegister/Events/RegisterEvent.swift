import Foundation

/// A change that was made: who, when, what. Events are added and never removed.
public struct RegisterEvent: Sendable, Hashable, Codable {
    /// The version of the form in which events are written.
    public static let formatVersion = 1

    /// Who made it, in their own words; may be empty.
    public let who: String
    /// When.
    public let when: ISODate
    /// What.
    public let change: RegisterChange
    /// The number of the event that this one takes back; nil for an event of its own.
    public let undoes: Int?

    /// Makes an event.
    public init(who: String = "", when: ISODate, change: RegisterChange, undoes: Int? = nil) {
        self.who = who
        self.when = when
        self.change = change
        self.undoes = undoes
    }

    /// The event as one line of JSON with its keys in order: the same event always gives the same text.
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Reads an event that ``json()`` wrote.
    ///
    /// - Throws: ``RegisterError`` of kind `entry` when the text is no event or its version is newer.
    public init(json: String, version: Int = formatVersion) throws(RegisterError) {
        guard version == Self.formatVersion else {
            throw RegisterError(
                .entry, at: "event", found: "version \(version)", expected: "version \(Self.formatVersion)",
                mend: "open the project with a newer Mengpaneel")
        }
        do {
            self = try JSONDecoder().decode(RegisterEvent.self, from: Data(json.utf8))
        } catch {
            throw RegisterError(
                .entry, at: "event", found: json, expected: "a change of the register as JSON",
                mend: "take the project file from a backup")
        }
    }
}
