import Bilingual

/// One study in a Baujat plot.
public struct BaujatStudy: Sendable, Hashable {
    /// Its name.
    public var label: String
    /// What it adds to Cochran's Q; 0 or more.
    public var contribution: Double
    /// How much the mean moves without it (standardised, squared); 0 or more.
    public var influence: Double

    /// A study from its parts.
    public init(label: String, contribution: Double, influence: Double) {
        self.label = label
        self.contribution = contribution
        self.influence = influence
    }

    var isDrawn: Bool { contribution.isFinite && influence.isFinite }
}

extension Figure {
    /// A Baujat plot (Baujat et al. 2002): what each study adds to Q against its influence on the mean. The
    /// studies farthest from the corner are named where there is room.
    public static func baujatPlot(_ frame: FigureFrame, studies: [BaujatStudy], named count: Int = 6)
        -> Figure
    {
        let words = EvidenceWords(language: frame.language)
        let frame = frame.noted(
            seen: words.pick(
                "Elke stip is een studie: meer naar rechts wijkt zij meer af, meer naar boven trekt "
                    + "zij harder aan het gemiddelde.",
                "Each dot is a study: further right it deviates more, further up it pulls harder at the mean."
            ),
            notSaid: words.pick(
                "Dat een studie rechtsboven fout is of weg moet: kijk eerst wat er anders aan is.",
                "That a study at the top right is wrong or must go: look first at what is different about it."
            ))
        let names = [
            words.pick("Bijdrage aan Q", "Contribution to Q"),
            words.pick("Invloed op het gemiddelde", "Influence on the mean"),
        ]
        let table = FigureTable(
            caption: frame.title, columns: [words.study] + names,
            rows: studies.map {
                [
                    .text($0.label), .known($0.contribution, .number(decimals: 2), else: words.noEstimate),
                    .known($0.influence, .number(decimals: 3), else: words.noEstimate),
                ]
            }, language: frame.language)
        let drawn = studies.filter(\.isDrawn)
        guard !drawn.isEmpty else { return PlotLayout.nothing(frame, words.noStudies, table) }
        let (most, strongest) = (
            max(drawn.map(\.contribution).max() ?? 0, 1e-12), max(drawn.map(\.influence).max() ?? 0, 1e-12)
        )
        // Distance from the corner with both axes as long; a tie keeps the order given.
        let far = drawn.indices.map { index -> (index: Int, away: Double) in
            let (x, y) = (drawn[index].contribution / most, drawn[index].influence / strongest)
            return (index, x * x + y * y)
        }.sorted { $0.away == $1.away ? $0.index < $1.index : $0.away > $1.away }
        let chosen = far.prefix(max(count, 0)).map(\.index)
        let first = drawn[far[0].index]
        let sentence =
            words.pick("\(words.studies(drawn.count)); ", "\(words.studies(drawn.count)); ")
            + words.pick("het verst van de hoek ", "farthest from the corner ")
            + "\(first.label) (Q \(words.number(first.contribution)), "
            + words.pick("invloed", "influence") + " \(words.number(first.influence, 3)))"
            + words.notDrawn(studies.count - drawn.count) + "."
        let picture = PlotLayout.picture(frame, sentence: sentence) { layout in
            let field = ScatterDrawing(
                layout,
                x: .init(
                    values: [0] + drawn.map(\.contribution), format: .number(decimals: 1), title: names[0]),
                y: .init(
                    values: [0] + drawn.map(\.influence), format: .number(decimals: 2), title: "↑ \(names[1])"
                ),
                frame.language)
            let spots = drawn.map { field.spot($0.contribution, $0.influence) }
            var placer = LabelPlacer(field, points: spots.map { ($0.x, $0.y, 4.5) })
            let dots = spots.map {
                Drawing.dot(x: $0.x, y: $0.y, radius: 4.5, fill: Palette.bar, stroke: .ink)
            }
            let labels = chosen.compactMap { index in
                placer.name(
                    Drawing.fitted(drawn[index].label, within: layout.width * 0.45), x: spots[index].x,
                    y: spots[index].y, radius: 4.5)
            }
            return (field.height, field.axes + dots + labels)
        }
        return Figure(frame: frame, picture: picture, sentence: sentence, table: table)
    }
}
