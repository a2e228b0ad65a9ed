import Bilingual
import Figures
import Neighbourhoods

/// What is known of one area in the newest year of each variable, beside the municipality.
struct AreaFacts: Sendable {
    /// One variable of the area.
    struct Fact: Sendable {
        var variable: Variable
        var value: Value
        var margin: Double?
        var municipality: Double?
        var nation: Double?
        var series: Series
        var format: ValueFormat

        /// Whether the area is told apart from the municipality: beyond its margin, and not equal as written.
        func differs(_ language: Language) -> Bool {
            guard let number = value.number, let municipality else { return false }
            return abs(number - municipality) > (margin ?? 0)
                && format.text(number, language) != format.text(municipality, language)
        }

        /// Whether the difference goes the way that the policy wishes; nil where it states no wish.
        var isStrength: Bool? {
            guard let number = value.number, let municipality else { return nil }
            return switch variable.direction {
            case .higherIsWished: number > municipality
            case .lowerIsWished: number < municipality
            case .neutral: nil
            }
        }
    }

    let area: Area
    let facts: [Fact]

    init(_ scene: Scene, area: Area) {
        self.area = area
        let dataset = scene.dataset
        facts = dataset.variables(at: area.level).compactMap { variable in
            guard let series = dataset.series(variable.id, at: area.level),
                let index = dataset.index(of: area.code, at: area.level)
            else { return nil }
            return Fact(
                variable: variable,
                value: dataset.shown(variable.id, of: area.code, at: area.level, year: series.year),
                margin: series.margins?[index].number,
                municipality: dataset.municipalValue(variable.id, year: series.year).number,
                nation: dataset.nationalValue(variable.id, year: series.year).number, series: series,
                format: variable.format(over: series.values.numbers.filter(\.isFinite)))
        }
    }

    /// The fact about `id`; nil where the level has no such variable.
    func fact(_ id: Variable.ID) -> Fact? { facts.first { $0.variable.id == id } }

    /// Where the area is relatively strong (or weak) beside the municipality, in reading order of the themes.
    /// Liveability scores are left out: they are estimates from the other figures and have a picture of their own.
    func remarkable(isStrength: Bool, _ language: Language) -> [(theme: Theme, facts: [Fact])] {
        Theme.readingOrder.filter { $0 != .liveability }.compactMap { theme in
            let found = facts.filter {
                $0.variable.theme == theme && $0.isStrength == isStrength && $0.differs(language)
            }
            return found.isEmpty ? nil : (theme, found)
        }
    }
}
