public import Bilingual

/// Statements to start an evening with: for each claim of the policy theory two that lean towards it and two that lean
/// against it, in this project's own words. They are opinions to vote on, not facts.
public struct SeedStatement: Sendable, Hashable {
    /// Its text, at most 140 characters.
    public let text: BilingualText
    /// The claim it bears on, `C1` ... `C6`.
    public let claim: String
    /// Whether who agrees leans towards the claim.
    public let isForClaim: Bool
    /// The arrow of the policy theory that it bears on as well, `E1` ...; nil for a claim as a whole.
    public let arrow: String?
    /// Whether who agrees leans towards the arrow.
    public let isForArrow: Bool

    /// What a session keeps beside the statement: the claim and the arrow.
    public var bearsOn: [String] { [claim, arrow].compactMap(\.self) }

    /// Whether who agrees leans towards a claim or arrow; nil where the statement does not bear on it.
    public func isFor(_ target: String) -> Bool? {
        target == claim ? isForClaim : target == arrow ? isForArrow : nil
    }

    /// All statements, claim by claim: for, against, for, against.
    public static let all: [SeedStatement] = rows.map { claim, isForClaim, arrow, nl, en in
        SeedStatement(
            text: BilingualText(nl: nl, en: en), claim: claim, isForClaim: isForClaim,
            arrow: arrow.isEmpty ? nil : String(arrow.dropFirst()), isForArrow: arrow.hasPrefix("+"))
    }

    /// The statement of the program with this text, in either language; `nil` for one that somebody wrote.
    public static func of(_ text: String) -> SeedStatement? { byText[text] }

    private static let byText = Dictionary(
        all.flatMap { [($0.text.nl, $0), ($0.text.en, $0)] }, uniquingKeysWith: { first, _ in first })

    /// Claim, whether for it, arrow with a plus for it and a minus against it, Dutch, English.
    private static let rows: [(String, Bool, String, String, String)] = [
        (
            "C1", true, "", "In onze gemeente wonen lage inkomens te veel bij elkaar in dezelfde buurten.",
            "In our municipality low incomes live too much together in the same areas."
        ),
        (
            "C1", false, "+E3",
            "Mensen met een laag inkomen wonen bij elkaar omdat ze alleen daar de huur kunnen betalen.",
            "People with a low income live together because only there they can pay the rent."
        ),
        (
            "C1", true, "+E4", "Buurten met vooral sociale huur hebben te weinig winkels, scholen en sport.",
            "Areas with mostly social rent have too few shops, schools and sports."
        ),
        (
            "C1", false, "-E4", "Voorzieningen zijn in deze buurten juist dichterbij dan elders in de stad.",
            "Facilities are nearer in these areas than elsewhere in town."
        ),
        (
            "C2", true, "", "Overlast hangt samen met hoe eenzijdig de woningen in een buurt zijn.",
            "Nuisance goes with how one-sided the housing of an area is."
        ),
        (
            "C2", false, "", "Overlast hangt meer af van beheer en toezicht dan van wie er woont.",
            "Nuisance depends more on management and supervision than on who lives there."
        ),
        (
            "C2", true, "+E15", "Waar inkomens gemengd zijn, voelen bewoners zich veiliger.",
            "Where incomes are mixed, residents feel safer."
        ),
        (
            "C2", false, "-E15",
            "Menging verplaatst overlast naar een andere buurt; het wordt er niet minder van.",
            "Mixing moves nuisance to another area; it does not lessen it."
        ),
        (
            "C3", true, "", "Bewoners van deze buurten zijn minder tevreden dan bewoners van andere buurten.",
            "Residents of these areas are less satisfied than residents of other areas."
        ),
        (
            "C3", false, "", "De meeste bewoners zijn gehecht aan hun buurt, ook als de cijfers laag zijn.",
            "Most residents are attached to their area, also where the figures are low."
        ),
        (
            "C3", true, "+E15", "Waar inkomens gemengd zijn, waarderen bewoners hun buurt hoger.",
            "Where incomes are mixed, residents think better of their area."
        ),
        (
            "C3", false, "-E15",
            "Onderhoud van de woning maakt meer uit voor tevredenheid dan wie de buren zijn.",
            "Upkeep of the home matters more for satisfaction than who the neighbours are."
        ),
        (
            "C4", true, "", "Wie het zich kan veroorloven, verhuist weg uit deze buurten.",
            "Whoever can afford it moves away from these areas."
        ),
        (
            "C4", false, "",
            "Mensen verhuizen vooral voor werk, gezin of een grotere woning, niet om de buurt.",
            "People mostly move for work, family or a larger home, not because of the area."
        ),
        (
            "C4", true, "",
            "Zonder woningen voor stijgers in de buurt zelf houden we doorstromers niet vast.",
            "Without homes for those who do better, in the area itself, we do not keep them."
        ),
        (
            "C4", false, "", "Wie hier wegtrekt, blijft liefst dicht bij school, familie en vrienden.",
            "Whoever leaves here prefers to stay close to school, family and friends."
        ),
        (
            "C5", true, "",
            "Een goede school en een plek om elkaar te treffen doen meer dan nieuwe woningen.",
            "A good school and a place to meet do more than new homes."
        ),
        (
            "C5", false, "", "Voorzieningen helpen pas als er genoeg mensen wonen die ze kunnen betalen.",
            "Facilities help only where enough people live who can pay for them."
        ),
        (
            "C5", true, "", "Geld voor voorzieningen moet eerst naar buurten met de laagste inkomens.",
            "Money for facilities should first go to areas with the lowest incomes."
        ),
        (
            "C5", false, "", "Van voorzieningen in de wijk profiteren vooral mensen die al mee kunnen komen.",
            "Facilities in an area mostly benefit people who can keep up already."
        ),
        (
            "C6", true, "", "Gemengd bouwen in rijke buurten helpt meer dan slopen in arme buurten.",
            "Mixed building in wealthy areas helps more than demolishing in poor ones."
        ),
        (
            "C6", false, "-E17", "Gemengde buren leven langs elkaar heen; contact ontstaat er niet vanzelf.",
            "Mixed neighbours live past each other; contact does not come by itself."
        ),
        (
            "C6", true, "",
            "Corporaties moeten bij toewijzing op menging mogen sturen, ook als wachten langer duurt.",
            "Housing associations should be allowed to steer on mixing, even if waiting gets longer."
        ),
        (
            "C6", false, "", "Menging is een doel van bestuurders; bewoners vragen om een betaalbaar huis.",
            "Mixing is a goal of administrators; residents ask for a home they can pay."
        ),
    ]
}
