internal import Bilingual

/// What is said in a rehearsal besides votes. Made up, and marked as such in the title of the session; the kinds of
/// bottlenecks, measures and tasks are those that the field knows.
struct RehearsalScript {
    /// A bottleneck; people who lean its way find it more pressing.
    struct Bottleneck {
        let text: BilingualText
        let type: BottleneckType
        let remover: BilingualText
        let lever: String?
        let lean: Double
    }

    /// An alternative; people who lean its way take it more often.
    struct Alternative {
        let name: BilingualText
        let package: String
        let price: Double?
        let lean: Double
        let reasons: [BilingualText]
    }

    static let bottlenecks: [Bottleneck] = [
        .init(
            text: BilingualText(
                nl: "Er komen te weinig sociale huurwoningen vrij om op te sturen.",
                en: "Too few social homes fall vacant to steer with."), type: .capacity,
            remover: BilingualText(nl: "corporatie", en: "housing association"), lever: "L9", lean: 0.2),
        .init(
            text: BilingualText(
                nl: "Sloop en nieuwbouw kosten meer dan ze opbrengen.",
                en: "Demolition and rebuilding cost more than they yield."), type: .money,
            remover: BilingualText(nl: "rijk", en: "national government"), lever: "L1", lean: 0.5),
        .init(
            text: BilingualText(
                nl: "Rijke buurten willen geen sociale huur erbij.",
                en: "Wealthy areas do not want social homes added."), type: .support,
            remover: BilingualText(nl: "gemeenteraad", en: "municipal council"), lever: "L6", lean: 0.1),
        .init(
            text: BilingualText(
                nl: "Bewoners weten te laat of zij terug kunnen en tegen welke huur.",
                en: "Residents learn too late whether they can return and at what rent."),
            type: .information,
            remover: BilingualText(nl: "corporatie", en: "housing association"), lever: "L1", lean: -0.7),
        .init(
            text: BilingualText(
                nl: "Passend toewijzen brengt lage inkomens in de goedkoopste buurten.",
                en: "Rules on suitable letting bring low incomes to the cheapest areas."), type: .law,
            remover: BilingualText(nl: "rijk", en: "national government"), lever: "L9", lean: 0.4),
        .init(
            text: BilingualText(
                nl: "Geld voor voorzieningen loopt af voordat er resultaat is.",
                en: "Money for facilities ends before there is a result."), type: .money,
            remover: BilingualText(nl: "gemeente", en: "municipality"), lever: "L17", lean: -0.5),
        .init(
            text: BilingualText(
                nl: "Plannen duren langer dan een raadsperiode.", en: "Plans take longer than a council term."
            ),
            type: .time, remover: BilingualText(nl: "gemeenteraad", en: "municipal council"), lever: nil,
            lean: 0),
        .init(
            text: BilingualText(
                nl: "Niemand weet waar mensen blijven die vertrekken.",
                en: "Nobody knows where people go who leave."), type: .information,
            remover: BilingualText(nl: "gemeente", en: "municipality"), lever: nil, lean: -0.4),
    ]

    static let alternatives: [Alternative] = [
        .init(
            name: BilingualText(nl: "A. Slopen en gemengd terugbouwen", en: "A. Demolish, rebuild mixed"),
            package: package(
                "Slopen en gemengd terugbouwen",
                """
                - lever: demolishRebuild
                    areas: {tenure: socialRent, least: 0.5}
                    from: FIRST
                    through: LAST
                    dwellings: 200
                    rebuilt: {socialRent: 80, midRent: 60, ownerOccupied: 80}
                """), price: 18, lean: 0.8,
            reasons: [
                BilingualText(
                    nl: "Alleen zo verandert de voorraad echt.", en: "Only this really changes the stock."),
                BilingualText(nl: "De woningen zijn toch al op.", en: "The homes are worn out anyway."),
            ]),
        .init(
            name: BilingualText(
                nl: "B. Sociale huur in duurdere buurten", en: "B. Social homes in dearer areas"),
            package: package(
                "Sociale huur in duurdere buurten",
                """
                - lever: addSocialRent
                    areas: {tenure: socialRent, most: 0.2}
                    from: FIRST
                    through: LAST
                    bought: 120
                """), price: 14, lean: 0.1,
            reasons: [
                BilingualText(nl: "Niemand hoeft weg.", en: "Nobody has to leave."),
                BilingualText(
                    nl: "De opgave hoort niet bij één kant van de stad.",
                    en: "The task does not belong to one side of town."),
            ]),
        .init(
            name: BilingualText(
                nl: "C. Voorzieningen en beheer, geen sloop", en: "C. Facilities and upkeep, no demolition"),
            package: package(
                "Voorzieningen en beheer",
                """
                - lever: facilities
                    areas: {lowIncome: true, least: 0.5}
                    from: FIRST
                    function: educational
                    strength: 0.5
                  - lever: socialManagement
                    areas: {lowIncome: true, least: 0.5}
                    from: FIRST
                    through: LAST
                    fewerMoves: 0.1
                """), price: 8, lean: -0.8,
            reasons: [
                BilingualText(
                    nl: "Dit merken bewoners volgend jaar al.", en: "Residents notice this within a year."),
                BilingualText(
                    nl: "Mensen blijven bij hun school en familie.",
                    en: "People stay with their school and family."),
            ]),
        .init(
            name: BilingualText(nl: "D. Vrije ruimte bij toewijzing", en: "D. Free space in letting"),
            package: package(
                "Vrije ruimte bij toewijzing",
                """
                - lever: freeAllocation
                    from: FIRST
                    through: LAST
                    share: 0.15
                """), price: 1, lean: 0.3,
            reasons: [
                BilingualText(nl: "Het kost weinig en kan morgen.", en: "It costs little and can start now.")
            ]
        ),
    ]

    static let questions: [(text: BilingualText, theme: Int, status: QuestionStatus, owner: BilingualText)] =
        [
            (
                BilingualText(
                    nl: "Waar gingen de bewoners heen na de vorige sloop?",
                    en: "Where did residents go after the last demolition?"), 4, .open,
                BilingualText(nl: "gemeente, afdeling onderzoek", en: "municipality, research")
            ),
            (
                BilingualText(
                    nl: "Hoeveel woningen komen hier per jaar vrij?",
                    en: "How many homes fall vacant here a year?"),
                5, .answeredByModel, BilingualText(nl: "corporatie", en: "housing association")
            ),
            (
                BilingualText(
                    nl: "Leert een kind meer in een gemengde buurt, of op een gemengde school?",
                    en: "Does a child learn more in a mixed area, or in a mixed school?"), 7, .open,
                BilingualText(nl: "universiteit", en: "university")
            ),
            (
                BilingualText(
                    nl: "Willen bewoners zelf dat hun buurt gemengder wordt?",
                    en: "Do residents themselves want a more mixed area?"), 3, .open,
                BilingualText(nl: "bewonerscommissie", en: "residents' committee")
            ),
        ]

    static let notes: [(Register, BilingualText, [String])] = [
        (
            .motivation,
            BilingualText(
                nl: "Voorkomen dat een buurt losraakt van de stad.", en: "Keep an area from being cut off."),
            ["C6"]
        ),
        (.motivation, BilingualText(nl: "Kansen voor kinderen.", en: "Chances for children."), ["C5"]),
        (
            .development,
            BilingualText(
                nl: "De wachttijd voor sociale huur loopt op.", en: "Waiting for social homes gets longer."),
            ["C1"]
        ),
        (
            .practiceCase,
            BilingualText(
                nl: "In een flat met een huismeester daalde het aantal meldingen van overlast.",
                en: "In a block with a caretaker reports of nuisance went down."), ["C2"]
        ),
    ]

    static let dissent = BilingualText(
        nl: "Menging als doel maakt van bewoners een middel. Dat staat niet in de stellingen.",
        en: "Mixing as a goal makes residents a means. The statements do not say so.")

    /// What the made-up group answers to each of the seven questions, and what somebody holds against it.
    static let answers: [(answer: BilingualText, dissent: BilingualText?)] = [
        (
            BilingualText(
                nl: "Om te voorkomen dat een buurt losraakt, en soms om het imago.",
                en: "To keep an area from being cut off, and sometimes for the image."), nil
        ),
        (
            BilingualText(
                nl: "Voor een eenzijdige voorraad wel, voor armoede niet.",
                en: "For a one-sided stock it is, for poverty it is not."),
            BilingualText(
                nl: "Ook overlast wordt minder als er minder kwetsbare mensen bij elkaar wonen.",
                en: "Nuisance lessens too when fewer vulnerable people live together.")
        ),
        (
            BilingualText(
                nl: "Vooral voor wie in de buurt carrière maakt en wil blijven.",
                en: "Mostly for those who do better and wish to stay."),
            BilingualText(
                nl: "Bewoners met lage inkomens merken er zelf weinig van.",
                en: "Residents with low incomes notice little of it.")
        ),
        (
            BilingualText(
                nl: "Herhuizen vraagt tijd en mensen die er nu niet zijn.",
                en: "Rehousing takes time and people that are not there now."), nil
        ),
        (
            BilingualText(
                nl: "Met toewijzing langzaam, met bouwen en verkopen sneller.",
                en: "Slowly by letting, faster by building and selling."), nil
        ),
        (
            BilingualText(
                nl: "Wonen naast elkaar is niet genoeg; school en werk tellen zwaarder.",
                en: "Living side by side is not enough; school and work weigh more."),
            BilingualText(
                nl: "Zonder gemengde buurt komt er ook geen gemengde school.",
                en: "Without a mixed area there is no mixed school either.")
        ),
        (
            BilingualText(
                nl: "Voor kinderen die jong verhuizen wel, voor volwassenen nauwelijks.",
                en: "For children who move young there is, for adults hardly."), nil
        ),
    ]

    /// A package as a whole file; years are filled in when it is played.
    private static func package(_ name: String, _ measures: String) -> String {
        "package: \(name)\nhorizon: LAST\nmeasures:\n  \(measures)\n"
    }
}
