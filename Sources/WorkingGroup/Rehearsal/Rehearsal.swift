public import Bilingual
internal import Foundation
internal import Perspectives
internal import Stochastics

/// A whole evening with voters who are not there, entry by entry: what the room would see, and what would be kept of it.
public struct Rehearsal: Sendable {
    /// A question whose true answer the local data give, or one that asks for an opinion.
    public struct Fact: Sendable, Hashable {
        /// The question.
        public let text: String
        /// The unit of the answer.
        public let unit: String
        /// The true answer; `nil` where an opinion is asked, from 0 to 10.
        public let truth: Double?
        /// Where it comes from.
        public let source: String

        /// A fact.
        public init(text: String, unit: String, truth: Double?, source: String) {
            self.text = text
            self.unit = unit
            self.truth = truth
            self.source = source
        }
    }

    /// What the local data give for the plans of the evening: where, what it is measured by and how it stands now.
    public struct LocalPlan: Sendable, Hashable {
        /// Homes that are named.
        public let estate: NamedEstate
        /// What the target on homes is measured by.
        public let homes: TargetMeasure?
        /// What the target on daily life is measured by.
        public let life: TargetMeasure?

        /// What the data give.
        public init(estate: NamedEstate, homes: TargetMeasure?, life: TargetMeasure?) {
            self.estate = estate
            self.homes = homes
            self.life = life
        }
    }

    /// All entries so far.
    public private(set) var log = SessionLog()
    private let cast: RehearsalCast
    private let language: Language
    private let facts: [Fact]
    private let plan: LocalPlan?
    private let firstYear: Int
    private var now: Int64
    private var seats: [String] { (0..<cast.voters).map { "PROEF\($0 + 1)" } }

    /// A rehearsal that has not begun.
    /// - Parameters:
    ///   - cast: who votes what.
    ///   - facts: questions with a true answer, for the polls.
    ///   - plan: where the plans are and what they are measured by; nil without local data.
    ///   - firstYear: the first year that measures can change.
    ///   - now: milliseconds since 1970.
    public init(
        _ cast: RehearsalCast, facts: [Fact], plan: LocalPlan? = nil, firstYear: Int, language: Language,
        now: Int64
    ) {
        self.cast = cast
        self.facts = facts
        self.plan = plan
        self.firstYear = firstYear
        self.language = language
        self.now = now
    }

    /// Plays the run sheet of ninety minutes from joining to closing.
    /// - Throws: ``SessionError`` when a statement of the cast is too long or empty.
    public mutating func play() throws(SessionError) {
        let title = BilingualText(nl: "Proef van een werkgroep", en: "Rehearsal of a working group")
        try chair(
            .sessionOpened(
                title: title[language], conference: nil, groupNumber: nil, date: "", place: origin))
        let steps = RunSheetTemplate.ninetyMinutes.steps(language)
        for (place, step) in steps.enumerated() { try chair(.stepAdded(step: step, at: place)) }
        try prepare()
        var introduction = 0
        for step in steps {
            try chair(.stepStarted(step: step.number))
            let end = now + Int64(step.minutes) * 60_000
            switch step.kind {
            case .welcome: try welcome()
            case .introduction:
                introduction += 1
                try introduce(introduction)
            case .writing: try write()
            case .voting: try vote()
            case .discussion: try discuss()
            case .bottlenecks: try findBottlenecks()
            case .alternatives: try choose()
            case .tasks: try agree()
            case .closing: try close()
            case .other: break
            }
            now = max(now, end)
        }
        try chair(.sessionClosed)
    }

    /// What is real in it: nothing, or the votes of others on other statements.
    private var origin: String {
        cast.isReplay
            ? words(
                "proef; de stemmen komen uit een ander gesprek",
                "rehearsal; the votes come from another conversation")
            : words("proef met verzonnen deelnemers", "rehearsal with made-up participants")
    }

    private mutating func chair(_ event: SessionEvent) throws(SessionError) { try add(event, .chair) }

    private mutating func voter(_ voter: Int, _ event: SessionEvent) throws(SessionError) {
        try add(event, .seat(code: seats[voter]))
    }

    private mutating func add(_ event: SessionEvent, _ author: SessionEntry.Author) throws(SessionError) {
        now += 40
        try log.append(
            SessionEntry(id: "proef-\(log.entries.count + 1)", time: now, author: author, event: event))
    }

    private func stream(_ voter: Int, _ matter: UInt16) -> RandomStream {
        RandomStream(
            seed: cast.seed, run: 1, entity: UInt32(voter), time: matter, purpose: .rehearsalAnswer)
    }
}

// MARK: Step by step
extension Rehearsal {
    /// Half of the statements stand ready, of the rest each introduction brings its share.
    private mutating func prepare() throws(SessionError) {
        for fact in facts {
            try chair(
                .pollItemAsked(text: fact.text, unit: fact.unit, truth: fact.truth, source: fact.source))
        }
        try chair(.absenceNoted(party: words("bewoners die al verhuisd zijn", "residents who moved already")))
        for number in 1...2 {
            try chair(
                .introductionPlanned(
                    number: number, speaker: words("proefspreker \(number)", "rehearsal speaker \(number)"),
                    affiliations: [], isPractitioner: true,
                    title: number == 1
                        ? words("Wat bewoners merken", "What residents notice")
                        : words("Wat een corporatie kan", "What a housing association can do")))
        }
        for (place, line) in cast.lines.enumerated() {
            // Of every four statements one comes from each introduction, as long as the chair would take it down.
            let isBrought = place % 4 > 1 && place / 4 < SessionState.mostFromIntroduction
            let source: StatementSource = isBrought ? .introduction(number: place % 4 - 1) : .prepared
            try chair(.statementProposed(text: line.text, source: source, claims: line.claims))
        }
    }

    private func words(_ nl: String, _ en: String) -> String { BilingualText(nl: nl, en: en)[language] }

    private mutating func welcome() throws(SessionError) {
        for seat in seats.indices {
            try add(.seatOpened(seat: seats[seat]), .system)
            try voter(seat, .seatTaken(kind: ParticipantKind.standard[seat % 3]))
        }
        try answer(atEnd: false)
    }

    /// Guesses around the true answer, nearer at the end; opinions by how somebody leans.
    private mutating func answer(atEnd: Bool) throws(SessionError) {
        for (place, fact) in facts.enumerated() {
            for seat in seats.indices {
                var stream = stream(seat, UInt16(100 + place))
                let miss = StandardNormal.quantile(stream.openUnit())
                let value: Double
                if let truth = fact.truth {
                    let spread = (atEnd ? 0.1 : 0.35) * max(abs(truth), 1)
                    value = max(0, ((truth + spread * miss) * 10).rounded() / 10)
                } else {
                    value = min(
                        10, max(0, (5 + 3 * cast.leanings[seat] + (atEnd ? 0.5 : 1) * miss).rounded()))
                }
                try voter(
                    seat,
                    .pollAnswered(
                        item: place + 1, atEnd: atEnd, value: value, confidence: atEnd ? 70 : 40))
            }
        }
    }

    private mutating func introduce(_ number: Int) throws(SessionError) {
        let note = RehearsalScript.notes[(number - 1) % RehearsalScript.notes.count]
        try chair(.noted(register: note.0, text: note.1[language], claims: note.2))
        let question = RehearsalScript.questions[number - 1]
        try voter(0, .questionRaised(text: question.text[language], theme: question.theme))
    }

    private mutating func write() throws(SessionError) {
        for note in RehearsalScript.notes.dropFirst(2) {
            try voter(seats.count - 1, .noted(register: note.0, text: note.1[language], claims: note.2))
        }
        let norm = "concentratie"
        try chair(.normAsked(norm: norm, unit: "%", low: 0, high: 100))
        for seat in seats.indices {
            var stream = stream(seat, 1)
            let value = 60 - 8 * cast.leanings[seat] + 6 * StandardNormal.quantile(stream.openUnit())
            try voter(seat, .normPlaced(norm: norm, value: min(100, max(0, value.rounded()))))
        }
    }

    private mutating func vote() throws(SessionError) {
        try chair(.votingOpened(round: 1))
        for vote in cast.votes {
            try voter(vote.participant, .voteCast(statement: vote.statement, vote: vote.vote))
        }
        try chair(.votingClosed)
        if log.state.votes[1] != nil { try chair(.resultsShown(round: 1)) }
    }

    /// The three most shared and three most disputed are voted on again; some move a step towards the larger side.
    private mutating func discuss() throws(SessionError) {
        guard let round = try? SessionFindings(log.state).last else { return }
        let discussed = round.mostShared() + round.mostDisputed()
        for one in discussed { try chair(.screenShown(screen: .statement(number: one.statement))) }
        try chair(.votingOpened(round: 2))
        for seat in seats.indices {
            let own = log.state.votes[1]?[.seat(seats[seat])] ?? [:]
            var stream = stream(seat, 2)
            for one in discussed {
                guard let vote = own[one.statement] else { continue }
                let larger: Int8 = one.agree.count >= one.disagree.count ? 1 : -1
                let moves = stream.unit() < 0.15 && vote.rawValue != larger
                let next = moves ? Vote(rawValue: vote.rawValue + larger) ?? vote : vote
                try voter(seat, .voteCast(statement: one.statement, vote: next))
            }
        }
        try chair(.votingClosed)
        if log.state.votes[2] != nil { try chair(.resultsShown(round: 2)) }
    }

    private mutating func findBottlenecks() throws(SessionError) {
        let all = RehearsalScript.bottlenecks
        for one in all {
            try chair(
                .bottleneckNamed(
                    text: one.text[language], type: one.type, remover: one.remover[language],
                    lever: one.lever))
        }
        for seat in seats.indices {
            var stream = stream(seat, 3)
            let wanted = all.indices.filter { place in
                stream.unit() < 0.35 + 0.4 * all[place].lean * cast.leanings[seat]
            }
            try voter(seat, .bottlenecksApproved(bottlenecks: wanted.prefix(5).map { $0 + 1 }))
        }
        try chair(.screenShown(screen: .bottlenecks(counts: true)))
    }

    private mutating func choose() throws(SessionError) {
        let all = RehearsalScript.alternatives
        try chair(.budgetSet(millions: 25))
        for one in all {
            let package = one.package.replacingOccurrences(of: "FIRST", with: "\(firstYear + 1)")
                .replacingOccurrences(of: "LAST", with: "\(firstYear + 10)")
            try chair(
                .alternativeSketched(name: one.name[language], package: package, price: one.price))
        }
        for seat in seats.indices {
            var stream = stream(seat, 4)
            let wish = all.map { $0.lean * cast.leanings[seat] + 0.6 * stream.unit() }
            var left = 25.0
            var taken: [Int] = []
            for place in all.indices.sorted(by: { wish[$0] > wish[$1] })
            where wish[place] > 0.2 && (all[place].price ?? 0) <= left {
                taken.append(place + 1)
                left -= all[place].price ?? 0
            }
            let reasons = taken.first.map { all[$0 - 1].reasons } ?? []
            let reason = reasons.isEmpty ? "" : reasons[seat % reasons.count][language]
            try voter(seat, .portfolioChosen(alternatives: taken, reason: reason))
        }
        try chair(.screenShown(screen: .alternatives(counts: true)))
    }

    private mutating func agree() throws(SessionError) {
        for (place, question) in RehearsalScript.questions.enumerated() {
            if place > 1 {
                try voter(
                    1 % seats.count, .questionRaised(text: question.text[language], theme: question.theme))
            }
            try chair(
                .questionSettled(
                    question: place + 1, status: question.status, owner: question.owner[language], answer: "")
            )
        }
        for (place, one) in RehearsalScript.answers.enumerated() {
            let question = "Q\(place + 1)"
            try chair(.noted(register: .answer, text: one.answer[language], claims: [question]))
            if let dissent = one.dissent {
                try voter(
                    place % seats.count,
                    .noted(register: .dissent, text: dissent[language], claims: [question]))
            }
        }
        for event in RehearsalPlans(plan: plan, firstYear: firstYear, language: language).events {
            try chair(event)
        }
    }

    private mutating func close() throws(SessionError) {
        try voter(
            seats.count - 1,
            .noted(register: .dissent, text: RehearsalScript.dissent[language], claims: ["C6"]))
        try answer(atEnd: true)
    }
}
