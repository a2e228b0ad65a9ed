import Bilingual
import Perspectives
import WorkingGroup

/// A whole evening, entry by entry: nine people of four kinds, one of them alone of its kind.
struct Evening {
    private(set) var log = SessionLog()
    private var now: Int64 = 1_795_719_600_000

    mutating func send(_ author: SessionEntry.Author, _ event: SessionEvent) throws {
        now += 1000
        try log.append(SessionEntry(id: "e\(log.entries.count)", time: now, author: author, event: event))
    }

    mutating func chair(_ event: SessionEvent) throws { try send(.chair, event) }

    mutating func seat(_ seat: Int, _ event: SessionEvent) throws {
        try send(.seat(code: Self.code(seat)), event)
    }

    /// Codes as the program draws them, in no order.
    static func code(_ seat: Int) -> String { "KQ\((seat * 7 + 3) % 10)SEATCODE\(seat)" }

    /// A session without anything in it.
    static func empty() throws -> SessionLog {
        var evening = Evening()
        try evening.chair(
            .sessionOpened(title: "Lege avond", conference: nil, groupNumber: nil, date: "", place: ""))
        return evening.log
    }

    /// A session with something in every part.
    /// - Parameter voters: how many people sit down.
    static func full(voters: Int = 9) throws -> SessionLog {
        var evening = Evening()
        try evening.open(voters)
        try evening.vote(voters)
        try evening.choose(voters)
        try evening.plan()
        try evening.chair(.sessionClosed)
        return evening.log
    }

    private mutating func open(_ voters: Int) throws {
        try chair(
            .sessionOpened(
                title: "Werkgroep Spreiding en integratie", conference: "Datgene wat ons bindt",
                groupNumber: 2,
                date: "26 november 2026", place: "Stadhuis, zaal 3"))
        try chair(.chairKeySet(hash: "abc"))
        try chair(
            .chairNamed(name: "S. Saharso", affiliations: ["Universiteit Twente", "VU"], interests: "geen"))
        try chair(
            .introductionPlanned(
                number: 1, speaker: "M. de Wit", affiliations: ["corporatie"], isPractitioner: true,
                title: "Wat een portiek vertelt"))
        try chair(.absenceNoted(party: "huurdersvereniging"))
        for step in RunSheetTemplate.ninetyMinutes.steps(.dutch) { try chair(.stepAdded(step: step, at: 99)) }
        try chair(.stepStarted(step: 1))
        for seat in 0..<voters {
            try chair(.seatOpened(seat: Self.code(seat)))
            let kind: ParticipantKind =
                seat == 0 ? .other(name: "bewoner") : seat % 2 == 0 ? .policyMaker : .practitioner
            try self.seat(seat, .seatTaken(kind: kind))
        }
    }

    private mutating func vote(_ voters: Int) throws {
        let texts = [
            ("Menging lukt alleen als wie nu in de buurt woont daar kan blijven.", ["C6"]),
            ("Corporaties moeten in elke wijk minstens een kwart sociale huur houden.", ["C6"]),
            ("Voorzieningen verbeteren levert meer op dan slopen.", ["C5"]),
            ("Bewoners van eenzijdige buurten willen vaker weg.", ["C4"]),
            ("=SOM(A1) is geen stelling maar een formule.", []),
        ]
        for (place, text) in texts.enumerated() {
            try chair(
                .statementProposed(
                    text: text.0, source: place == 0 ? .introduction(number: 1) : .prepared, claims: text.1))
        }
        try seat(0, .statementProposed(text: "Deze komt niet in stemming.", source: .participant, claims: []))
        try chair(.statementModerated(statement: 6, moderation: .rejected, reason: "noemt een persoon"))
        now += 1_500_000
        try chair(.stepStarted(step: 5))
        try chair(.votingOpened(round: 1))
        for seat in 0..<voters {
            try self.seat(seat, .voteCast(statement: 1, vote: .agree))
            try self.seat(seat, .voteCast(statement: 2, vote: seat % 2 == 0 ? .agree : .disagree))
            try self.seat(seat, .voteCast(statement: 3, vote: seat < 3 ? .agree : .pass))
            try self.seat(seat, .voteCast(statement: 4, vote: seat % 3 == 0 ? .disagree : .agree))
        }
        for seat in 0..<min(3, voters) { try self.seat(seat, .voteCast(statement: 5, vote: .agree)) }
        try chair(.votingClosed)
        try chair(.resultsShown(round: 1))
    }

    private mutating func choose(_ voters: Int) throws {
        for (text, remover) in [
            ("Terugkeerrecht is niet geregeld", "corporatie en gemeente"),
            ("Te weinig vrije toewijzing", "Rijk"),
            ("Geen cijfers over doorstroming", "gemeente"), ("Geen geld voor een huismeester", "corporatie"),
            ("Omwonenden willen geen nieuwbouw", "gemeente"),
        ] {
            try chair(.bottleneckNamed(text: text, type: .law, remover: remover, lever: "L1"))
        }
        try chair(.budgetSet(millions: 30))
        for (name, price) in [
            ("Gespreid bouwen", 24.0), ("Toewijzen en voorzieningen", 12.5), ("Huismeesters", 4),
        ] {
            try chair(.alternativeSketched(name: name, package: "", price: price))
        }
        for seat in 0..<voters {
            try self.seat(seat, .bottlenecksApproved(bottlenecks: seat < 6 ? [1, 2, 3, 4] : [5]))
            try self.seat(
                seat,
                .portfolioChosen(
                    alternatives: seat < 6 ? [1] : [2, 3],
                    reason: seat == 7 ? "Bewoners merken dit meteen" : ""))
            try self.seat(seat, .normPlaced(norm: "concentratie", value: Double(30 + seat)))
        }
        try chair(
            .pollItemAsked(text: "Hoeveel woningen komen per jaar vrij?", unit: "%", truth: 7, source: "CBS"))
        for seat in 0..<voters {
            try self.seat(seat, .pollAnswered(item: 1, atEnd: false, value: 15, confidence: 40))
            try self.seat(seat, .pollAnswered(item: 1, atEnd: true, value: 8, confidence: 80))
        }
    }

    private mutating func plan() throws {
        try chair(.noted(register: .dissent, text: "Mengen is geen doel op zich.", claims: []))
        try chair(.noted(register: .objection, text: "Er was te weinig tijd voor alternatieven.", claims: []))
        try chair(.noted(register: .motivation, text: "De gemeente wil overlast verdelen.", claims: []))
        try seat(1, .questionRaised(text: "Wie komt er terug na sloop", theme: 4))
        try chair(.questionRaised(text: "Wat kost een huismeester?", theme: nil))
        try chair(
            .questionSettled(
                question: 2, status: .answeredByData, owner: "corporatie", answer: "€ 60.000 per jaar"))
        try chair(.ambitionNamed(text: "Wie wil, kan blijven"))
        try chair(.targetSet(ambition: 1, text: "Ieder huishouden krijgt een aanbod in de buurt", year: 2030))
        try chair(.leverChosen(target: 1, lever: "L1", place: "Lindenbuurt"))
        try chair(
            .taskAgreed(
                text: "Sociaal plan met terugkeerrecht maken", actor: "corporatie", place: "Lindenbuurt",
                date: "maart 2027", target: 1))
        try chair(
            .taskAgreed(
                text: "Cijfers over doorstroming delen", actor: "gemeente", place: "", date: "", target: nil))
    }
}
