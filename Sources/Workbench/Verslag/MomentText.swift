import Bilingual
import Foundation
import WorkingGroup

/// Moments as people in the Netherlands read them, the same on every machine.
enum MomentText {
    private static var calendar: Calendar {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
        return calendar
    }

    private static func parts(_ milliseconds: Int64) -> DateComponents {
        calendar.dateComponents(
            [.year, .month, .day, .hour, .minute],
            from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
    }

    /// `26 november 2026`.
    static func day(_ milliseconds: Int64, _ language: Language) -> String {
        calendarDay(milliseconds)?.name(language) ?? ""
    }

    /// The day in the Netherlands.
    static func calendarDay(_ milliseconds: Int64) -> CalendarDay? {
        let found = parts(milliseconds)
        return CalendarDay(year: found.year ?? 1970, month: found.month ?? 1, day: found.day ?? 1)
    }

    /// `19:05`.
    static func clock(_ milliseconds: Int64) -> String {
        let found = parts(milliseconds)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(found.hour ?? 0) + ":" + two(found.minute ?? 0)
    }
}
