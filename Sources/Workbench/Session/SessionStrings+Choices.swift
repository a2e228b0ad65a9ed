import Bilingual

extension SessionStrings {
    /// The words of bottlenecks.
    enum Bottlenecks {
        static let title = BilingualText(nl: "Knelpunten", en: "Bottlenecks")
        static let lead = BilingualText(
            nl: "Kruis aan wat het meest dringt.", en: "Tick what is most pressing.")
        static let none = BilingualText(
            nl: "Er zijn nog geen knelpunten genoemd.", en: "No bottlenecks were named yet.")
        static let name = BilingualText(nl: "Noem een knelpunt", en: "Name a bottleneck")
        static let text = BilingualText(
            nl: "Wat staat in de weg? Hooguit 300 tekens",
            en: "What stands in the way? At most 300 characters")
        static let type = BilingualText(nl: "Waar zit het in?", en: "What is it made of?")
        static let remover = BilingualText(
            nl: "Wie kan het weghalen? (mag leeg)", en: "Who can remove it? (may be empty)")
        static let save = BilingualText(nl: "Bewaar mijn keuze", en: "Save my choice")

        static func most(_ count: Int) -> BilingualText {
            BilingualText(nl: "Hooguit \(count).", en: "At most \(count).")
        }
        static func ticked(_ count: String, _ most: Int) -> BilingualText {
            BilingualText(nl: "\(count) van \(most) aangekruist", en: "\(count) of \(most) ticked")
        }
        static func remover(_ who: String) -> BilingualText {
            BilingualText(nl: "weg te halen door: \(who)", en: "can be removed by: \(who)")
        }
    }

    /// The words of alternatives within a budget.
    enum Alternatives {
        static let title = BilingualText(nl: "Alternatieven", en: "Alternatives")
        static let lead = BilingualText(
            nl: "Wat zou u doen? Niets aankruisen mag ook: dan kiest u voor niets doen.",
            en: "What would you do? You may tick nothing: then you choose to do nothing.")
        static let unknown = BilingualText(nl: "prijs onbekend", en: "price unknown")
        static let noBudget = BilingualText(nl: "Er is geen budget gesteld.", en: "No budget was set.")
        static let reason = BilingualText(
            nl: "Waarom kiest u dit? (mag leeg)", en: "Why do you choose this? (may be empty)")
        static let save = BilingualText(nl: "Bewaar mijn keuze", en: "Save my choice")
        static let saved = BilingualText(
            nl: "Uw keuze is bewaard. Veranderen kan nog.",
            en: "Your choice is saved. You can still change it.")
        static let bar = BilingualText(nl: "Deel van het budget", en: "Part of the budget")

        static func price(_ millions: String) -> BilingualText {
            BilingualText(nl: "€\u{A0}\(millions)\u{A0}mln", en: "€\u{A0}\(millions)\u{A0}m")
        }
        static func sum(_ sum: String, _ budget: String) -> BilingualText {
            BilingualText(
                nl: "Gekozen: €\u{A0}\(sum)\u{A0}mln van €\u{A0}\(budget)\u{A0}mln.",
                en: "Chosen: €\u{A0}\(sum)\u{A0}m of €\u{A0}\(budget)\u{A0}m.")
        }
        static func left(_ rest: String) -> BilingualText {
            BilingualText(nl: "Over: €\u{A0}\(rest)\u{A0}mln.", en: "Left: €\u{A0}\(rest)\u{A0}m.")
        }
        static func over(_ rest: String) -> BilingualText {
            BilingualText(
                nl: "Te veel: €\u{A0}\(rest)\u{A0}mln. Haal er iets af.",
                en: "Too much: €\u{A0}\(rest)\u{A0}m. Take something off.")
        }
        static let someUnknown = BilingualText(
            nl: "Wat geen prijs heeft, telt in de som niet mee.",
            en: "What has no price does not count in the sum.")
    }

    /// The words of norms.
    enum Norms {
        static let title = BilingualText(nl: "Waar legt u de grens?", en: "Where do you put the threshold?")
        static let lead = BilingualText(
            nl:
                "Vul een getal in of verschuif de schuif. De schuif begint in het midden; dat is geen voorstel.",
            en: "Give a number or move the slider. The slider starts in the middle; that is no proposal.")
        static let value = BilingualText(nl: "Getal", en: "Number")
        static let slider = BilingualText(nl: "Schuif", en: "Slider")

        static func range(_ low: String, _ high: String, _ unit: String) -> BilingualText {
            BilingualText(
                nl: "van \(low) tot \(high) \(unit)".trimmedEnd,
                en: "from \(low) to \(high) \(unit)".trimmedEnd)
        }
        static func own(_ value: String, _ unit: String) -> BilingualText {
            BilingualText(
                nl: "Uw grens nu: \(value) \(unit)".trimmedEnd,
                en: "Your threshold now: \(value) \(unit)".trimmedEnd)
        }
    }

    /// The words of knowledge items.
    enum Polls {
        static let before = BilingualText(nl: "Wat denkt u vooraf?", en: "What do you think beforehand?")
        static let after = BilingualText(nl: "Wat denkt u nu?", en: "What do you think now?")
        static let lead = BilingualText(
            nl: "Een schatting is goed. De groep ziet alleen het midden van alle antwoorden.",
            en: "A guess is fine. The group only sees the middle of all answers.")
        static let answer = BilingualText(nl: "Uw antwoord", en: "Your answer")
        static let sure = BilingualText(nl: "Hoe zeker bent u?", en: "How sure are you?")
        static let levels: [(Int, BilingualText)] = [
            (0, BilingualText(nl: "gok", en: "guess")), (25, BilingualText(nl: "onzeker", en: "unsure")),
            (50, BilingualText(nl: "half", en: "halfway")), (75, BilingualText(nl: "zeker", en: "sure")),
            (100, BilingualText(nl: "heel zeker", en: "very sure")),
        ]
        static func truth(_ value: String, _ unit: String, _ source: String) -> BilingualText {
            BilingualText(
                nl: "Het is: \(value) \(unit) (bron: \(source))",
                en: "It is: \(value) \(unit) (source: \(source))")
        }
        static func own(_ value: String, _ unit: String) -> BilingualText {
            BilingualText(
                nl: "U zei: \(value) \(unit)".trimmedEnd, en: "You said: \(value) \(unit)".trimmedEnd)
        }
    }

    /// The words of one's own votes and seat.
    enum Own {
        static let title = BilingualText(nl: "Mijn stemmen", en: "My votes")
        static let none = BilingualText(nl: "U hebt nog niet gestemd.", en: "You have not voted yet.")
        static let withdraw = BilingualText(nl: "Trek terug", en: "Withdraw")
        static let hint = BilingualText(
            nl:
                "U kunt een stem terugtrekken tot de bijeenkomst sluit. Een telling die al bekend is, verandert pas als vier mensen anders stemden. Anders ziet de zaal wat u stemde.",
            en:
                "You can withdraw a vote until the session closes. A count that is already known changes only when four people voted otherwise. If not, the room would see what you voted."
        )
        static let seat = BilingualText(nl: "Mijn plaats", en: "My seat")
        static let leaveHint = BilingualText(
            nl:
                "U kunt daarna niet terug op deze plaats. Wat u inbracht, blijft; uw stemmen alleen als u dat wilt.",
            en:
                "You cannot come back to this seat. What you brought in stays; your votes only if you want that."
        )
        static let takeVotes = BilingualText(
            nl: "Trek ook al mijn stemmen terug", en: "Also withdraw all my votes")
        static let leave = BilingualText(nl: "Verlaat mijn plaats", en: "Leave my seat")

        static func vote(_ round: Int, _ vote: BilingualText) -> BilingualText {
            BilingualText(nl: "ronde \(round): \(vote.nl)", en: "round \(round): \(vote.en)")
        }
    }
}

extension String {
    /// Without a space at the end, where a unit is empty.
    fileprivate var trimmedEnd: String { last == " " ? String(dropLast()) : self }
}
