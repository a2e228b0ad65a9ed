import Bilingual
import Neighbourhoods
import PolicyTheory

/// The choices that more than one page offers.
extension ChoiceForm.Field {
    /// Which municipality, where a project holds more than one.
    static func town(_ scene: Scene) -> ChoiceForm.Field? {
        guard scene.studio.towns.count > 1 else { return nil }
        return ChoiceForm.Field(
            key: PageState.Key.municipality, label: Strings.municipality[scene.language].capitalisedFirst,
            options: scene.studio.towns.map {
                .init(
                    value: $0.code.rawValue, label: $0.dataset.municipality.name,
                    isChosen: $0.code == scene.town.code)
            })
    }

    /// Which scale, where there is more than one.
    static func level(_ scene: Scene) -> ChoiceForm.Field? {
        let levels = scene.town.levels
        guard levels.count > 1 else { return nil }
        return ChoiceForm.Field(
            key: PageState.Key.level, label: Strings.Map.level[scene.language],
            options: PageState.levels.filter { levels.contains($0.level) }.map { level, word in
                .init(
                    value: word, label: level.many[scene.language].capitalisedFirst,
                    isChosen: level == scene.level)
            })
    }

    /// What counts as a low income, where the data know a definition.
    static func lowIncome(_ scene: Scene, hint: BilingualText? = nil) -> ChoiceForm.Field? {
        let definitions = scene.lowIncomeDefinitions
        guard !definitions.isEmpty else { return nil }
        return ChoiceForm.Field(
            key: PageState.Key.lowIncome, label: Strings.lowIncome[scene.language],
            options: definitions.map {
                .init(value: $0.rawValue, label: $0.name[scene.language], isChosen: $0 == scene.lowIncome)
            }, hint: hint?[scene.language])
    }
}
