public import Bilingual
import Foundation
import WorkingGroup

/// The tasks of an actor as a calendar (RFC 5545): a whole day each, for every calendar program. A task without a day
/// cannot be put in one and is left out; the sheet names it.
public struct TaskCalendar: Sendable {
    private let source: VerslagSource
    private let sheet: ActorSheet
    private let language: Language

    /// The calendar of a sheet.
    public init(_ sheet: ActorSheet, of source: VerslagSource, language: Language = .dutch) {
        self.sheet = sheet
        self.source = source
        self.language = language
    }

    /// How many tasks have a day.
    public var count: Int { dated.count }

    private var dated: [(task: AgreedTask, day: CalendarDay, ambition: String?)] {
        let standing = sheet.tasks.items.map { ($0.task, $0.link?.ambition.text) }
        return (standing + sheet.tasks.dropped.map { ($0, nil) }).compactMap { task, ambition in
            task.day.map { (task, $0, ambition) }
        }
    }

    /// The whole file.
    public var text: String {
        let lines =
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mengpaneel//Afspraken//NL",
                "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "X-WR-CALNAME:\(Self.escaped(source.state.title + ": " + sheet.name))",
            ] + dated.flatMap(event) + ["END:VCALENDAR"]
        return lines.map { Self.folded($0) + "\r\n" }.joined()
    }

    private func event(_ one: (task: AgreedTask, day: CalendarDay, ambition: String?)) -> [String] {
        let words = ChainWords(language: language)
        let about = [
            one.ambition.map { words.say("Ambitie: ", "Ambition: ") + $0 },
            words.say("Stand: ", "Status: ") + words.status(one.task),
            one.task.plan.when.isEmpty ? nil : one.task.plan.when,
        ].compactMap(\.self).joined(separator: "\n")
        let place = one.task.place.isEmpty ? [] : ["LOCATION:\(Self.escaped(one.task.place))"]
        let head = [
            "BEGIN:VEVENT", "UID:\(source.code.lowercased())-\(one.task.number)-\(sheet.file)@mengpaneel",
            "DTSTAMP:\(stamp)", "SEQUENCE:\(source.changes)",
            "DTSTART;VALUE=DATE:\(Self.plain(one.day))", "DTEND;VALUE=DATE:\(Self.plain(one.day.next))",
            "SUMMARY:\(Self.escaped(one.task.text))",
        ]
        let end = [
            "DESCRIPTION:\(Self.escaped(about))", "TRANSP:TRANSPARENT",
            "STATUS:\(one.task.status == .dropped ? "CANCELLED" : "CONFIRMED")", "END:VEVENT",
        ]
        return head + place + end
    }

    /// The moment of the last change, so that the same agreements give the same bytes.
    private var stamp: String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents(
            [.year, .month, .day, .hour, .minute, .second],
            from: Date(timeIntervalSince1970: Double(source.moment)))
        func two(_ number: Int?) -> String { (number ?? 0) < 10 ? "0\(number ?? 0)" : "\(number ?? 0)" }
        return "\(parts.year ?? 1970)\(two(parts.month))\(two(parts.day))T"
            + "\(two(parts.hour))\(two(parts.minute))\(two(parts.second))Z"
    }

    private static func plain(_ day: CalendarDay) -> String { day.text.replacing("-", with: "") }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\\n").replacing("\n", with: "\\n").replacing("\r", with: "")
    }

    /// At most 75 bytes a line, never cut inside a character; the rest goes on after a space.
    private static func folded(_ line: String) -> String {
        var result = ""
        var width = 0
        for character in line {
            let size = String(character).utf8.count
            if width + size > 75 {
                result += "\r\n "
                width = 1
            }
            result.append(character)
            width += size
        }
        return result
    }
}
