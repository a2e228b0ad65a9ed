internal import Bilingual

extension LeverCard {
    /// The cards in the order of the catalogue. Facts come from the domain notes with their sources; a lever without a
    /// sourced price has none.
    public static let all: [LeverCard] = stock + letting + wider

    /// A text in both languages: Dutch, then English.
    static func text(_ nl: String, _ en: String) -> BilingualText { BilingualText(nl: nl, en: en) }

    /// A case with its years and where it was seen.
    static func precedent(_ years: String, _ source: String, _ nl: String, _ en: String) -> LeverPrecedent {
        LeverPrecedent(text: text(nl, en), years: years, source: source)
    }

    /// The unit of nearly every price.
    static let home = text("per woning", "a home")
    /// Where the catalogue has no figure.
    static let ask = text("vraag: geen cijfer met bron gevonden", "ask: no sourced figure found")
    /// Levers that work on homes as they come free.
    static let turnover = text("zo snel als woningen vrijkomen", "as fast as homes come free")
    /// Levers that take years, without a closer figure.
    static let years = text("jaren", "years")
    /// Levers that need a by-law.
    static let bylaw = text("zolang als een verordening duurt", "as long as a by-law takes")
    /// Levers that are settled every year.
    static let yearly = text("elk jaar opnieuw", "every year anew")
    /// A decision of the council.
    static let council = text("de gemeenteraad", "the municipal council")
    /// A decision of three parties.
    static let together = text(
        "gemeente, corporaties en huurders samen", "municipality, housing associations and tenants together")
}
