import Bilingual
import Neighbourhoods
import OpenData

/// Codes that stood for another place in another year, because boundaries changed in between. Figures of the two are never
/// linked: within one file the reader sees to it, here files are held beside each other and beside the project.
struct ReusedCodes {
    private struct Place: Hashable {
        var level: AreaLevel
        var code: AreaCode
    }

    private struct Name {
        var year: Int
        var text: String
        /// The number of the reading; nil for what the project holds already.
        var reading: Int?
    }

    /// The name that counts for each code: that of the project, else the newest.
    private var names: [Place: Name] = [:]

    init(_ readings: [ImportReading], beside existing: Dataset?) {
        for level in existing == nil ? [] : AreaLevel.allCases {
            let year = existing?.allSeries(at: level).map(\.year).max() ?? 0
            for area in existing?.areas(level) ?? [] {
                names[Place(level: level, code: area.code)] = Name(year: year, text: area.name)
            }
        }
        for (number, reading) in readings.enumerated() {
            for table in reading.result.tables {
                let year = Self.year(of: table)
                for area in table.areas where area.name != area.code.rawValue {
                    let place = Place(level: table.level, code: area.code)
                    if let known = names[place], known.reading == nil || known.year >= year { continue }
                    names[place] = Name(year: year, text: area.name, reading: number)
                }
            }
        }
    }

    private static func year(of table: AreaTable) -> Int { table.series.map(\.year).max() ?? 0 }

    /// Leaves out the figures of a code that stands for another place in another year, with a remark.
    func leaveOut(of readings: inout [ImportReading]) {
        for number in readings.indices {
            for table in readings[number].result.tables.indices {
                leaveOut(table, of: &readings[number], number)
            }
        }
    }

    private func leaveOut(_ table: Int, of reading: inout ImportReading, _ number: Int) {
        let found = reading.result.tables[table]
        let year = Self.year(of: found)
        for (row, area) in found.areas.enumerated() where area.name != area.code.rawValue {
            guard let other = names[Place(level: found.level, code: area.code)], other.reading != number,
                other.year != year, !AreaNames.agree(area.name, other.text)
            else { continue }
            for series in found.series.indices {
                reading.result.tables[table].series[series].values[row] = .missing(.notCollected)
                reading.result.tables[table].series[series].margins?[row] = .missing(.notCollected)
            }
            reading.result.tables[table].areas[row].name = other.text
            let remark = Self.remark(area, year, other)
            reading.result.report.note(reading.name, nl: remark.nl, en: remark.en)
        }
    }

    private static func remark(_ area: Area, _ year: Int, _ other: Name) -> BilingualText {
        BilingualText(
            nl:
                "\(area.code) is in \(year) '\(area.name)' en in \(other.year) '\(other.text)': de grenzen zijn veranderd, dus de cijfers van \(year) zijn hier weggelaten. Wilt u die liever houden, lees dit bestand dan als eerste in een nieuw project.",
            en:
                "\(area.code) is '\(area.name)' in \(year) and '\(other.text)' in \(other.year): boundaries changed, so the figures of \(year) were left out here. To keep those instead, import this file first into a new project."
        )
    }
}
