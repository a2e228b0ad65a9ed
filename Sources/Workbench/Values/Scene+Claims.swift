import Bilingual
import Neighbourhoods
import PolicyTheory

extension Scene {
    /// The definitions of a low income that can be chosen here.
    var lowIncomeDefinitions: [LowIncomeDefinition] {
        ClaimSettings.definitions(in: dataset, at: level)
    }

    /// The definition that is used: the chosen one where there are figures for it, else the first that has them.
    var lowIncome: LowIncomeDefinition {
        let known = lowIncomeDefinitions
        if let chosen = state.lowIncome, known.contains(chosen) { return chosen }
        return known.first ?? .lowest40
    }

    /// The choices behind the claim cards, with the numbers that the group gave to norms.
    var claimSettings: ClaimSettings {
        var settings = ClaimSettings(lowIncome: lowIncome, level: level)
        for norm in state.groupNorms {
            // An author is there by construction of the state; a threshold that is refused is not used.
            guard let threshold = try? GroupThreshold(norm.value, author: norm.author) else { continue }
            switch norm.norm {
            case .concentration:
                settings.concentrationNorm = try? ConcentrationNorm(measure: lowIncome, threshold: threshold)
            case .oneSidedStock: settings.stockThreshold = threshold
            case .limitedFacilities: settings.facilityThreshold = threshold
            case .sufficiency: break
            }
        }
        return settings
    }

    /// What the data say of the six claims.
    var findings: [ClaimFinding] {
        let settings = claimSettings
        return studio.memory.findings(.init(town: town.code, settings: settings)) {
            ClaimBoard.evaluate(dataset: dataset, observedGroups: town.observedGroups, settings: settings)
        }
    }

    /// How evenly incomes and homes are spread.
    var evenness: SegregationSummary {
        let settings = claimSettings
        return studio.memory.evenness(.init(town: town.code, settings: settings)) {
            SegregationSummary.of(dataset, settings: settings)
        }
    }
}
