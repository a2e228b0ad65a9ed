public import Bilingual

/// A day of the Gregorian calendar, written as `2027-03-01`.
public struct CalendarDay: Sendable, Hashable, Comparable {
    /// The year.
    public let year: Int
    /// The month, 1 ... 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// A day; `nil` where there is no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard 1...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(in: month, of: year) else {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day that a text such as `2027-03-01` names.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2027-03-01`.
    public var text: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    /// `1 maart 2027`.
    public func name(_ language: Language) -> String { "\(day) \(Self.months[month - 1][language]) \(year)" }

    /// The day after.
    public var next: CalendarDay {
        CalendarDay(year: year, month: month, day: day + 1)
            ?? CalendarDay(year: year, month: month + 1, day: 1)
            ?? CalendarDay(year: year + 1, month: 1, day: 1) ?? self
    }

    /// Earlier days come first.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static let months: [BilingualText] = [
        BilingualText(nl: "januari", en: "January"), BilingualText(nl: "februari", en: "February"),
        BilingualText(nl: "maart", en: "March"), BilingualText(nl: "april", en: "April"),
        BilingualText(nl: "mei", en: "May"), BilingualText(nl: "juni", en: "June"),
        BilingualText(nl: "juli", en: "July"), BilingualText(nl: "augustus", en: "August"),
        BilingualText(nl: "september", en: "September"), BilingualText(nl: "oktober", en: "October"),
        BilingualText(nl: "november", en: "November"), BilingualText(nl: "december", en: "December"),
    ]
}
