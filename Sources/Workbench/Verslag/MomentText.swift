import Bilingual
import Foundation

/// Moments as people in the Netherlands read them, the same on every machine.
enum MomentText {
    private static let days = [
        ("januari", "January"), ("februari", "February"), ("maart", "March"), ("april", "April"),
        ("mei", "May"), ("juni", "June"), ("juli", "July"), ("augustus", "August"),
        ("september", "September"), ("oktober", "October"), ("november", "November"),
        ("december", "December"),
    ]

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
        let found = parts(milliseconds)
        let name = days[max(0, min(11, (found.month ?? 1) - 1))]
        return "\(found.day ?? 1) \(language == .dutch ? name.0 : name.1) \(found.year ?? 1970)"
    }

    /// `19:05`.
    static func clock(_ milliseconds: Int64) -> String {
        let found = parts(milliseconds)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(found.hour ?? 0) + ":" + two(found.minute ?? 0)
    }
}
