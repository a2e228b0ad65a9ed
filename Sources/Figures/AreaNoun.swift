public import Bilingual

/// What readers call the areas of a figure: neighbourhoods, districts, municipalities.
public struct AreaNoun: Sendable, Hashable {
    /// One area.
    public var one: BilingualText
    /// Several areas.
    public var many: BilingualText

    /// A noun from both its forms.
    public init(one: BilingualText, many: BilingualText) {
        self.one = one
        self.many = many
    }

    /// Neighbourhoods, the areas of most figures.
    public static let neighbourhood = AreaNoun(
        one: BilingualText(nl: "buurt", en: "neighbourhood"),
        many: BilingualText(nl: "buurten", en: "neighbourhoods"))
}
