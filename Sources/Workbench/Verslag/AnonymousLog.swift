internal import Foundation
public import WorkingGroup

/// A session without anything by which somebody who kept a code could find a person or get in.
public enum AnonymousLog {
    /// The entries with numbers in place of seat codes, in an order drawn at random that is kept nowhere; without the key of
    /// the chair; with plain numbers for the names that browsers gave to what they sent; and with what came from a seat at
    /// the whole minute, so that nobody is known by who was last.
    ///
    /// The session that they come to is the same but for the codes.
    public static func entries(
        _ entries: [SessionEntry], using generator: inout some RandomNumberGenerator
    ) -> [SessionEntry] {
        var codes: [String] = []
        for entry in entries {
            if case .seatOpened(let code) = entry.event, !codes.contains(code) { codes.append(code) }
        }
        let width = String(codes.count).count
        let numbers = Array(1...max(1, codes.count)).shuffled(using: &generator)
        let names = Dictionary(
            uniqueKeysWithValues: zip(codes, numbers).map { code, number in
                let text = String(number)
                return (code, "P" + String(repeating: "0", count: width - text.count) + text)
            })
        return entries.enumerated().map { place, entry in
            var entry = entry
            entry.id = "e\(place + 1)"
            switch entry.author {
            case .seat(let code):
                entry.author = .seat(code: names[code] ?? code)
                entry.time = minute(entry.time)
            case .chair, .system: break
            }
            switch entry.event {
            case .seatOpened(let code):
                entry.event = .seatOpened(seat: names[code] ?? code)
                entry.time = minute(entry.time)
            // The hash of no key: nobody can be the chair of a copy.
            case .chairKeySet: entry.event = .chairKeySet(hash: "")
            default: break
            }
            return entry
        }
    }

    /// An entry as the checksum of a session sees it; nil for one that only concerns keys.
    static func bare(_ entry: SessionEntry) -> SessionEntry? {
        var entry = entry
        entry.id = ""
        switch entry.event {
        case .chairKeySet: return nil
        case .seatOpened:
            entry.event = .seatOpened(seat: "")
            entry.time = minute(entry.time)
        default: break
        }
        if case .seat = entry.author {
            entry.author = .seat(code: "")
            entry.time = minute(entry.time)
        }
        return entry
    }

    private static func minute(_ time: Int64) -> Int64 { time - time % 60_000 }
}
