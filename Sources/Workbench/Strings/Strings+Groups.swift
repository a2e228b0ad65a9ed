import Bilingual

extension Strings {
    /// The page on which the working groups of one conference come together.
    enum Groups {
        static let menu = BilingualText(nl: "Groepen", en: "Groups")
        static let title = BilingualText(nl: "Wat de werkgroepen zeggen", en: "What the working groups say")
        static let lead = BilingualText(
            nl:
                "Elke groep staat er met wat de voorzitter heeft laten zien. Er is geen gemiddelde over groepen: de mensen zijn geen steekproef.",
            en:
                "Each group stands here with what its chair has shown. There is no average over groups: the people are no sample."
        )
        static let none = BilingualText(
            nl:
                "Dit project heeft nog geen werkgroep die iets liet zien. Een bijeenkomst maakt u met: mengpaneel session new.",
            en:
                "No working group of this project has shown anything yet. Make a session with: mengpaneel session new."
        )
        static let together = BilingualText(
            nl: "Stellingen die in meer dan één groep voorlagen", en: "Statements put to more than one group")
        static let noneTogether = BilingualText(
            nl: "Geen stelling lag in meer dan één groep voor.",
            en: "No statement was put to more than one group.")
        static let group = BilingualText(nl: "Groep", en: "Group")
        static let shared = BilingualText(nl: "Meest gedeeld", en: "Most shared")
        static let disputed = BilingualText(nl: "Meest verdeeld", en: "Most disputed")
        static let noneShared = BilingualText(
            nl: "Bij geen stelling is één kant duidelijk groter.",
            en: "On no statement one side is clearly larger.")
        static let noneDisputed = BilingualText(
            nl: "Geen stelling verdeelt de groep in tweeën.", en: "No statement splits the group in two.")
        static let perspectives = BilingualText(nl: "Lijn of groepen", en: "Line or groups")
        static let alternatives = BilingualText(
            nl: "Alternatieven, en hoeveel mensen ze zouden kiezen",
            en: "Alternatives, and how many people would take them")
        static let tasks = BilingualText(nl: "Eerste taken", en: "First tasks")
        static let questions = BilingualText(nl: "Open vragen", en: "Open questions")
        static let dissent = BilingualText(nl: "Afwijkende meningen", en: "Dissent")
        static let nothing = BilingualText(nl: "Niets vastgelegd.", en: "Nothing recorded.")
        static let noConference = BilingualText(nl: "Losse bijeenkomsten", en: "Sessions by themselves")

        static func of(_ count: Int, _ all: Int) -> BilingualText {
            BilingualText(nl: "\(count) van \(all)", en: "\(count) of \(all)")
        }

        static func present(_ count: Int) -> BilingualText {
            count < 4
                ? BilingualText(nl: "minder dan 4 mensen", en: "fewer than 4 people")
                : BilingualText(nl: "\(count) mensen", en: "\(count) people")
        }
    }
}
