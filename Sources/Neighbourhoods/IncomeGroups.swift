public import Bilingual

/// Which households count as having a low income. The choice is the user's; every card, map and measure follows it.
public enum LowIncomeDefinition: String, Sendable, Codable, CaseIterable {
    /// Among the nation's 40% lowest equivalised household incomes (CBS Kerncijfers).
    case lowest40
    /// Below the low-income line of the source (CBS: one purchasing power through the years).
    case lowIncome = "low"
    /// At or near the social minimum of the year.
    case socialMinimum
    /// Up to 110% of the social minimum.
    case socialMinimum110
    /// Up to 120% of the social minimum.
    case socialMinimum120
    /// The lowest national income quintile.
    case lowestQuintile = "quintile1"
    /// Below the poverty line of CBS, SCP and Nibud of October 2024; persons, and no bridge to older lines.
    case poverty2024
    /// Persons in households below a low-income line, where a source counts persons only.
    case lowIncomePersons = "lowPersons"

    /// The variable that holds its share.
    public var variable: Variable.ID { Variable.ID(rawValue: "income.\(rawValue)") }

    /// The universe of its share: households, or persons where the definition counts those.
    public var universe: Universe { VariableCatalogue.variable(variable)?.universe ?? .households }

    /// Its name.
    public var name: BilingualText {
        VariableCatalogue.variable(variable)?.name ?? BilingualText(same: rawValue)
    }

    /// The national share that follows from the definition itself, or nil where it must be measured.
    public var nationalShareByDefinition: Double? {
        switch self {
        case .lowest40: 0.4
        case .lowestQuintile: 0.2
        default: nil
        }
    }
}

/// A division of all households into income groups, lowest first.
public enum IncomeGrouping: String, Sendable, Codable, CaseIterable {
    /// The national lowest 40%, middle 40% and highest 20%.
    case fortyFortyTwenty
    /// National fifths.
    case quintiles

    /// The variables of the groups, lowest first.
    public var variables: [Variable.ID] {
        switch self {
        case .fortyFortyTwenty: ["income.lowest40", "income.middle40", "income.highest20"]
        case .quintiles: (1...5).map { Variable.ID(rawValue: "income.quintile\($0)") }
        }
    }

    /// The share that each group has in the whole nation, by definition.
    public var nationalShares: [Double] {
        switch self {
        case .fortyFortyTwenty: [0.4, 0.4, 0.2]
        case .quintiles: [0.2, 0.2, 0.2, 0.2, 0.2]
        }
    }
}
