import Bilingual

/// Where and when a study was done.
public struct PlacedStudy: Sendable, Hashable {
    /// Its name.
    public var label: String
    /// The country, as readers call it.
    public var country: String
    /// The year of publication; nil = unknown.
    public var year: Int?

    /// A study from its parts.
    public init(label: String, country: String, year: Int?) {
        self.label = label
        self.country = country
        self.year = year
    }
}

extension Figure {
    /// Studies as dots by country and period, with counts per row and column. `home` (the Netherlands) comes
    /// first, then the countries in the order in which they are first met.
    public static func studiesInPlaceAndTime(
        _ frame: FigureFrame, studies: [PlacedStudy], home: String, periodLength: Int = 5
    ) -> Figure {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Elke stip is een studie, per land en jaren van verschijnen.",
                "Each dot is a study, by country and years of publication."),
            notSaid: words.pick(
                "Hoe goed de studies zijn, of wat elders is gevonden hier geldt.",
                "How good the studies are, or whether findings from elsewhere hold here."))
        let table = FigureTable(
            caption: frame.title,
            columns: [words.study, words.pick("Land", "Country"), words.pick("Jaar", "Year")],
            rows: studies.map {
                [
                    .text($0.label), .text($0.country),
                    $0.year.map { .text(String($0)) } ?? .missing(words.pick("onbekend", "unknown")),
                ]
            }, language: frame.language)
        guard !studies.isEmpty else { return PlotLayout.nothing(frame, words.noStudies, table) }
        var countries = studies.contains { $0.country == home } ? [home] : []
        for study in studies where !countries.contains(study.country) { countries.append(study.country) }
        let counts = PlaceAndTimeCounts(
            studies, countries: countries, length: max(periodLength, 1), words: words)
        let atHome = studies.count { $0.country == home }
        let years = studies.compactMap(\.year)
        var sentence = words.studies(studies.count)
        if let first = years.min(), let last = years.max() {
            sentence +=
                first == last
                ? words.pick(" uit \(first)", " from \(first)")
                : words.pick(" van \(first) tot \(last)", " from \(first) to \(last)")
        }
        sentence += words.pick(
            ": \(atHome) uit \(home), \(studies.count - atHome) van elders.",
            ": \(atHome) from \(home), \(studies.count - atHome) from elsewhere.")
        return Figure(
            frame: frame,
            picture: PlotLayout.picture(frame, sentence: sentence) { counts.draw($0, home: home) },
            sentence: sentence, table: table)
    }
}

/// Studies counted by country and period, and their dots.
private struct PlaceAndTimeCounts {
    let countries: [String]
    /// Names of the periods, broken at their spaces; the last may be "year unknown".
    let periods: [String]
    /// Counts by country, then period.
    let counts: [[Int]]
    let words: EvidenceWords

    init(_ studies: [PlacedStudy], countries: [String], length: Int, words: EvidenceWords) {
        self.countries = countries
        self.words = words
        func start(_ year: Int) -> Int { Int((Double(year) / Double(length)).rounded(.down)) * length }
        // Seven periods and the unknown years fit a phone; older studies share the first.
        let starts = studies.compactMap { $0.year.map(start) }
        let last = starts.max() ?? 0
        let first = max(starts.min() ?? 0, last - 6 * length)
        let isCut = (starts.min() ?? first) < first
        let columns = starts.isEmpty ? 0 : (last - first) / length + 1
        let hasUnknown = studies.contains { $0.year == nil }
        var names = (0..<columns).map { place -> String in
            let from = first + place * length
            if place == 0, isCut { return words.pick("t/m \(from + length - 1)", "to \(from + length - 1)") }
            return length == 1 ? String(from) : "\(from) –\(String(from + length - 1).suffix(2))"
        }
        if hasUnknown { names.append(words.pick("jaar ?", "year ?")) }
        periods = names
        var table = Array(repeating: Array(repeating: 0, count: names.count), count: countries.count)
        for study in studies {
            guard let row = countries.firstIndex(of: study.country) else { continue }
            let column = study.year.map { max((start($0) - first) / length, 0) } ?? names.count - 1
            table[row][column] += 1
        }
        counts = table
    }

    func draw(_ layout: PlotLayout, home: String) -> (height: Double, parts: [Markup]) {
        let left = layout.isWide ? 130.0 : 4
        let totalRoom = 40.0
        let column = (layout.width - left - totalRoom) / Double(max(periods.count, 1))
        let pitch = layout.isWide ? 10.0 : 8
        let perLine = max(Int((column - 6) / pitch), 1)
        var parts: [Markup] = []
        let head = periods.map { $0.split(separator: " ").map(String.init) }
        let deepest = head.map(\.count).max() ?? 1
        for (place, lines) in head.enumerated() {
            parts += Drawing.paragraph(
                lines, x: left + (Double(place) + 0.5) * column, y: 16, anchor: .middle, colour: .muted,
                leading: 17)
        }
        var y = 12 + Double(deepest) * 17
        for (row, country) in countries.enumerated() {
            parts.append(Drawing.line(0, y, layout.width, y, colour: .line))
            let lines = counts[row].map { ($0 + perLine - 1) / perLine }.max() ?? 1
            let name = Drawing.fitted(country, within: layout.isWide ? left - 12 : layout.width - 60)
            let total = counts[row].reduce(0, +)
            var top = y + 6
            parts.append(Drawing.text(name, x: 4, y: y + 19, isBold: country == home))
            parts.append(
                Drawing.text(String(total), x: layout.width - 6, y: y + 19, anchor: .end, isBold: true))
            if !layout.isWide { top += 20 }
            for (place, count) in counts[row].enumerated() {
                for index in 0..<count {
                    let (shelf, spot) = index.quotientAndRemainder(dividingBy: perLine)
                    let fill: Colour = country == home ? .accentDark : Palette.others
                    let x = left + Double(place) * column + 5 + (Double(spot) + 0.5) * pitch
                    let at = top + (Double(shelf) + 0.5) * pitch + (layout.isWide ? 3 : 0)
                    parts.append(Drawing.dot(x: x, y: at, radius: pitch / 2 - 1, fill: fill, stroke: .ink))
                }
            }
            y = max(top + Double(lines) * pitch + 6, y + 28)
        }
        parts.append(Drawing.line(0, y, layout.width, y, colour: .border))
        let sums = periods.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
        // On a phone the word stands on a line of its own, so that it covers no count.
        let base = layout.isWide ? y + 19 : y + 38
        parts.append(Drawing.text(words.pick("Samen", "Total"), x: 4, y: y + 19, isBold: true))
        for (place, sum) in sums.enumerated() {
            parts.append(
                Drawing.text(
                    String(sum), x: left + (Double(place) + 0.5) * column, y: base, anchor: .middle,
                    isBold: true))
        }
        parts.append(
            Drawing.text(String(sums.reduce(0, +)), x: layout.width - 6, y: base, anchor: .end, isBold: true))
        return (base + 8, parts)
    }
}
