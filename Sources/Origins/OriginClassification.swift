public import Bilingual

/// A statistical classification of residents by origin, as an office used it in its time. There is no bridge between
/// two of them.
public enum OriginClassification: String, Sendable, Codable, CaseIterable, Hashable {
    /// The classification of Statistics Netherlands since 2022: the Netherlands, Europe without the Netherlands,
    /// outside Europe.
    case cbs2022
    /// The classes that Statistics Netherlands used until 2022. They are kept in the words of their time, as a dated
    /// quotation, because older tables have nothing else.
    case historical

    /// Its name, always shown with its classes.
    public var name: BilingualText {
        switch self {
        case .cbs2022: BilingualText(nl: "CBS-indeling vanaf 2022", en: "CBS classification since 2022")
        case .historical:
            BilingualText(
                nl: "historische CBS-indeling (tot 2022)", en: "historical CBS classification (until 2022)")
        }
    }

    /// What a reader must know before reading a figure in it.
    public var caution: BilingualText {
        switch self {
        case .cbs2022:
            BilingualText(
                nl:
                    "Telt waar iemand of een ouder is geboren. Niet te vergelijken met cijfers in de indeling tot 2022.",
                en:
                    "Counts where someone or a parent was born. Not comparable with figures in the classification "
                    + "until 2022.")
        case .historical:
            BilingualText(
                nl:
                    "De woorden zijn die van het CBS in die tijd; het CBS gebruikt ze niet meer. Er is geen brug naar "
                    + "de indeling vanaf 2022.",
                en:
                    "The words are those of Statistics Netherlands at the time, which no longer uses them. There is "
                    + "no bridge to the classification since 2022.")
        }
    }

    /// Its classes, which together are all residents.
    public var classes: [OriginClass] {
        OriginClass.allCases.filter { $0.classification == self && $0.whole == nil }
    }
}
