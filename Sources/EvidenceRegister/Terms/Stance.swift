public import Bilingual

/// How a study stands to what a claim or arrow states.
public enum Stance: String, CodedTerm {
    /// It points the way that is stated.
    case supports
    /// It points the other way.
    case contradicts
    /// It differs by outcome or group.
    case mixed
    /// It looked and showed no effect.
    case noEffectShown
    /// It bears on the matter but tests it not, or its result was not read.
    case context

    /// Its name.
    public var name: BilingualText {
        switch self {
        case .supports: BilingualText(nl: "steunt", en: "supports")
        case .contradicts: BilingualText(nl: "spreekt tegen", en: "contradicts")
        case .mixed: BilingualText(nl: "wisselend", en: "mixed")
        case .noEffectShown: BilingualText(nl: "geen effect aangetoond", en: "no effect shown")
        case .context: BilingualText(nl: "achtergrond", en: "context")
        }
    }
}
