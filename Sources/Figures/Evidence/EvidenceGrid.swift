import Bilingual

/// What is known of one lever and one outcome: independent trials by direction.
public struct EvidenceCell: Sendable, Hashable {
    /// Independent trials per direction; papers on one trial count once. Negative counts are read as 0.
    public var trials: [EvidenceDirection: Int]
    /// Papers on these trials; nil = not counted.
    public var papers: Int?
    /// The list of these studies; nil = no link.
    public var href: String?

    /// A cell from its parts.
    public init(trials: [EvidenceDirection: Int] = [:], papers: Int? = nil, href: String? = nil) {
        self.trials = trials
        self.papers = papers
        self.href = href
    }

    func count(_ direction: EvidenceDirection) -> Int { max(trials[direction] ?? 0, 0) }
    var total: Int { EvidenceDirection.allCases.reduce(0) { $0 + count($1) } }
    var directions: [EvidenceDirection] { EvidenceDirection.allCases.filter { count($0) > 0 } }

    /// `+3 =1 ±2`.
    var signs: String { directions.map { "\($0.sign)\(count($0))" }.joined(separator: " ") }

    func described(_ words: EvidenceWords) -> String {
        guard total > 0 else { return words.gap }
        let parts = directions.map { "\(count($0)) \($0.name[words.language])" }
        return "\(words.studies(total)): " + parts.joined(separator: ", ")
    }
}

/// One lever of an evidence grid.
public struct EvidenceGridRow: Sendable, Hashable {
    /// The lever: "Sloop en nieuwbouw".
    public var lever: String
    /// One cell per outcome, in their order; cells that are left out are gaps.
    public var cells: [EvidenceCell]

    /// A row from its parts.
    public init(lever: String, cells: [EvidenceCell]) {
        self.lever = lever
        self.cells = cells
    }

    func cell(_ place: Int) -> EvidenceCell { place < cells.count ? cells[place] : EvidenceCell() }
}

extension Figure {
    /// An evidence map: levers by outcomes, a circle with an area in proportion to the number of independent
    /// trials, parted by direction, and "leemte" where nothing was found. On a phone every lever is a card of
    /// its own.
    public static func evidenceGrid(_ frame: FigureFrame, domains: [String], rows: [EvidenceGridRow])
        -> Figure
    {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Een cirkel telt onafhankelijke studies; hoe groter, hoe meer. De vakken van de "
                    + "cirkel tonen hun richting. Leemte: niets gevonden.",
                "A circle counts independent trials; the larger, the more. Its parts show their "
                    + "direction. Gap: nothing was found."
            ),
            notSaid: words.pick(
                "Hoe groot effecten zijn of hoe goed de studies; meer studies is niet meer effect, en"
                    + " een leemte is geen bewijs dat iets niet werkt.",
                "How large effects are or how good the studies; more studies is not more effect, and "
                    + "a gap is no proof that something does not work."
            ))
        let cells = rows.flatMap { row in domains.indices.map { row.cell($0) } }
        let table = FigureTable(
            caption: frame.title,
            columns: [words.pick("Maatregel", "Lever"), words.pick("Uitkomst", "Outcome"), words.trials]
                + EvidenceDirection.allCases.map { "\($0.sign) \($0.name[frame.language])" }
                + [words.papers, words.pick("Leemte", "Gap")],
            rows: rows.flatMap { row in
                domains.indices.map { place in
                    let cell = row.cell(place)
                    let plain = ValueFormat.number()
                    return [
                        .text(row.lever),
                        cell.href.map { .link(domains[place], href: $0) } ?? .text(domains[place]),
                        .number(Double(cell.total), plain),
                    ] + EvidenceDirection.allCases.map { .number(Double(cell.count($0)), plain) } + [
                        cell.papers.map { .number(Double($0), plain) } ?? .blank,
                        cell.total == 0 ? .text(words.gap) : .blank,
                    ]
                }
            }, language: frame.language)
        guard !cells.isEmpty else {
            return PlotLayout.nothing(
                frame, words.pick("Geen maatregelen of uitkomsten.", "No levers or outcomes."), table)
        }
        let gaps = cells.count { $0.total == 0 }
        let sentence = words.pick(
            "Bewijskaart van \(rows.count) maatregelen bij \(domains.count) uitkomsten: \(gaps) van de "
                + "\(cells.count) vakken leemte; een studie kan in meer vakken tellen.",
            "Evidence map of \(rows.count) levers by \(domains.count) outcomes: \(gaps) of "
                + "\(cells.count) cells a gap; a study can count in several cells."
        )
        let drawing = EvidenceGridDrawing(frame: frame, domains: domains, rows: rows)
        let present = EvidenceDirection.allCases.filter { direction in
            cells.contains { $0.count(direction) > 0 }
        }
        return Figure(
            frame: frame,
            picture: PlotLayout.picture(
                frame, sentence: sentence, hasLinks: cells.contains { $0.href != nil }, drawing.draw),
            legend: DirectionPatterns(prefix: "\(frame.id)-key").legend(
                present,
                note: words.pick("Aantallen, geen groottes.", "Counts, not sizes."), frame.language),
            sentence: sentence, table: table)
    }
}
