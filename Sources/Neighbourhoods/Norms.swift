public import Bilingual

/// A dated number from law or regulation: an income limit, a rent ceiling, a margin. Never a constant in code.
public struct Norm: Sendable, Hashable {
    /// What it limits, such as `sgeiIncomeLimit.onePerson`.
    public var parameter: String
    /// The year it held.
    public var year: Int
    /// The number.
    public var value: Double
    /// Its unit.
    public var unit: MeasurementUnit
    /// Where it was seen.
    public var source: String
    /// What a reader must know, in both languages.
    public var note: BilingualText
}

/// The dated norms that ship with the program; a project may add rows.
public struct NormTable: Sendable {
    /// The rows, by parameter and year.
    public let rows: [Norm]

    /// A table of `rows`.
    public init(rows: [Norm]) {
        self.rows = rows.sorted { ($0.parameter, $0.year) < ($1.parameter, $1.year) }
    }

    /// The norm for `parameter` in `year`. Nil where it was not established: an older one is never carried over.
    public func norm(_ parameter: String, year: Int) -> Norm? {
        rows.first { $0.parameter == parameter && $0.year == year }
    }

    /// The years in which `parameter` is known.
    public func years(of parameter: String) -> [Int] { rows.filter { $0.parameter == parameter }.map(\.year) }
}

extension NormTable {
    /// The norms known to this program, with the page each was seen on.
    public static let shipped = NormTable(rows: sgei + rents + allocation + poverty)

    private static func row(
        _ parameter: String, _ year: Int, _ value: Double, _ unit: MeasurementUnit, _ source: String,
        nl: String = "", en: String = ""
    ) -> Norm {
        Norm(
            parameter: parameter, year: year, value: value, unit: unit, source: source,
            note: BilingualText(nl: nl, en: en))
    }

    private static let sgei: [Norm] =
        [(2017, 36_165.0), (2018, 36_798), (2019, 38_035), (2021, 40_024)].map {
            row(
                "sgeiIncomeLimit", $0.0, $0.1, .euro, "ilent.nl; rijksoverheid.nl",
                nl: "één grens voor alle huishoudens", en: "one limit for all households")
        }
        + [(2024, 47_699.0, 52_671.0), (2025, 49_669, 54_847), (2026, 51_537, 56_910)].flatMap {
            [
                row(
                    "sgeiIncomeLimit.onePerson", $0.0, $0.1, .euro,
                    "volkshuisvestingnederland.nl; rijksoverheid.nl"),
                row(
                    "sgeiIncomeLimit.morePersons", $0.0, $0.2, .euro,
                    "volkshuisvestingnederland.nl; rijksoverheid.nl"),
            ]
        }

    private static let rents: [Norm] =
        [
            (2015, 710.68), (2016, 710.68), (2017, 710.68), (2018, 710.68), (2019, 720.42), (2024, 879.66),
            (2025, 900.07), (2026, 932.93),
        ].map { row("sgeiRentCeiling", $0.0, $0.1, .euro, "rijksoverheid.nl; volkshuisvestingnederland.nl") }
        + [
            row("cappingLimit.twoPersons", 2025, 682.96, .euro, "openrijk.nl"),
            row("cappingLimit.threePersons", 2025, 731.93, .euro, "openrijk.nl"),
            row("midRentCeiling", 2024, 1_157.95, .euro, "blikopnieuws.nl (Wet betaalbare huur)"),
            row("midRentCeiling", 2025, 1_184.82, .euro, "openrijk.nl"),
            row("middleIncomeLimit.onePerson", 2025, 67_366, .euro, "openrijk.nl"),
            row("middleIncomeLimit.morePersons", 2025, 89_821, .euro, "openrijk.nl"),
        ]

    private static let allocation: [Norm] = [
        row("appropriateAllocation.onePerson", 2026, 29_400, .euro, "rijksoverheid.nl, 25-11-2025"),
        row("appropriateAllocation.morePersons", 2026, 39_925, .euro, "rijksoverheid.nl, 25-11-2025"),
        row("appropriateAllocation.one65Plus", 2026, 28_775, .euro, "rijksoverheid.nl, 25-11-2025"),
        row("appropriateAllocation.more65Plus", 2026, 38_650, .euro, "rijksoverheid.nl, 25-11-2025"),
        row("appropriateAllocation.share", 2026, 0.95, .share, "rijksoverheid.nl, 25-11-2025"),
        row(
            "freeAllocationShare", 2022, 0.075, .share, "ilent.nl", nl: "15% met lokale afspraak",
            en: "15% with a local agreement"),
        row("freeAllocationShare.agreed", 2022, 0.15, .share, "ilent.nl"),
        row("tenantConsent.renovation", 2024, 0.70, .share, "woonbond.nl (BW 7:220)"),
    ]

    private static let poverty: [Norm] = [
        row(
            "povertyLine.single", 2023, 1_510, .euro, "cbs.nl, 2024; kennisbundel.nl",
            nl: "per maand netto bij een huur van 590 euro", en: "a month net at a rent of 590 euro"),
        row("povertyShare.nation", 2023, 0.031, .share, "cbs.nl, 2024"),
    ]
}
