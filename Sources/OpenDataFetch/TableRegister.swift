/// The numbers under which CBS and the police publish neighbourhood tables, by year. They change every year and
/// follow no rule, so they are data with the day on which they were looked up.
public struct TableRegister: Sendable, Hashable {
    /// What a table holds.
    public enum Subject: String, Sendable, Hashable, Codable, CaseIterable {
        /// Key figures of districts and neighbourhoods (Kerncijfers wijken en buurten).
        case keyFigures
        /// Distance to facilities (Nabijheid voorzieningen).
        case facilities
        /// Socio-economic status of households (SES-WOA).
        case socioEconomicStatus
        /// Registered crime (police).
        case crime
    }

    /// One table.
    public struct Entry: Sendable, Hashable {
        /// What it holds.
        public let subject: Subject
        /// The year it is about. A table with several years in it: the first year it is taken from.
        public let year: Int
        /// The table number.
        public let table: String
        /// Whether it was only remembered and never seen written down; such a table may not exist.
        public let isUncertain: Bool

        /// An entry.
        public init(_ subject: Subject, _ year: Int, _ table: String, isUncertain: Bool = false) {
            self.subject = subject
            self.year = year
            self.table = table
            self.isUncertain = isUncertain
        }
    }

    /// The day on which the entries were last looked up, as year-month-day.
    public let checkedOn: String
    /// The entries, by subject and year.
    public let entries: [Entry]
    /// The years of which PDOK serves the map of districts and neighbourhoods.
    public let mapYears: [Int]

    /// A register of your own, for newer years.
    public init(checkedOn: String, entries: [Entry], mapYears: [Int]) {
        self.checkedOn = checkedOn
        self.entries = entries.sorted { ($0.subject.rawValue, $0.year) < ($1.subject.rawValue, $1.year) }
        self.mapYears = mapYears.sorted()
    }

    /// The table of `subject` for exactly `year`.
    public func table(_ subject: Subject, year: Int) -> Entry? {
        entries.first { $0.subject == subject && $0.year == year }
    }

    /// The newest table of `subject` that is not about a later year: facilities are counted every few years.
    public func latest(_ subject: Subject, notAfter year: Int) -> Entry? {
        entries.last { $0.subject == subject && $0.year <= year }
    }

    /// The years with a table of `subject`.
    public func years(of subject: Subject) -> [Int] { entries.filter { $0.subject == subject }.map(\.year) }

    /// The tables known to this program. Key figures of 2013 to 2017 are left out: their numbers were not
    /// established.
    public static let shipped = TableRegister(
        checkedOn: "2026-11-19",
        entries: [
            Entry(.keyFigures, 2018, "84286NED"), Entry(.keyFigures, 2019, "84583NED"),
            Entry(.keyFigures, 2020, "84799NED", isUncertain: true), Entry(.keyFigures, 2021, "85039NED"),
            Entry(.keyFigures, 2022, "85318NED"), Entry(.keyFigures, 2023, "85618NED"),
            Entry(.keyFigures, 2024, "85984NED"), Entry(.keyFigures, 2025, "86165NED"),
            Entry(.facilities, 2018, "84463NED"), Entry(.facilities, 2021, "85231NED"),
            Entry(.facilities, 2024, "86134NED"),
            Entry(.socioEconomicStatus, 2019, "85163NED"), Entry(.socioEconomicStatus, 2020, "85900NED"),
            Entry(.crime, 2012, "47018NED"),
        ],
        mapYears: [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025])
}
