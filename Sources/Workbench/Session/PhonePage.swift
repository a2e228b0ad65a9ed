import Bilingual
import Figures
import WorkingGroup

/// What a participant sees: joining, then what the step that runs asks for, with the rest one tap away; and afterwards what
/// came of it.
struct PhonePage {
    let state: SessionState
    let request: SessionRequest
    let language: Language

    init(state: SessionState, request: SessionRequest, language: Language = .dutch) {
        self.state = state
        self.request = request
        self.language = language
    }

    var path: String { "/s/\(request.code)" }

    var document: String {
        SessionPage.document(
            title: state.title, code: request.code, role: "telefoon", language: language, part: content,
            seen: state.phoneView.hashValue)
    }

    var part: String { content.render() }

    private var seat: String? { request.seat.flatMap { state.seats[$0]?.isTaken == true ? $0 : nil } }

    private var content: Markup {
        .fragment([
            .element("h1", ["class": "mp-zaal-titel"]) { state.title },
            notice,
            state.isClosed ? closed : seat.map(inside) ?? joining, otherLanguage,
        ])
    }

    private var otherLanguage: Markup {
        let other = language.other
        return .element("p") {
            Markup.element(
                "a",
                [
                    "href": .text("\(path)?taal=\(other.rawValue)"), "lang": .text(other.rawValue),
                    "hreflang": .text(other.rawValue),
                ]
            ) { BilingualText(nl: "Nederlands", en: "English")[other] }
        }
    }

    private var notice: Markup {
        request.fields["fout"].map { text in
            .element("p", ["class": "mp-notice", "role": "alert"]) { text }
        } ?? .empty
    }

    private var joining: Markup {
        .element("form", ["method": "post", "action": .text(path), "class": "mp-card"]) {
            Markup.element("input", ["type": "hidden", "name": "doe", "value": "meedoen"])
            Markup.element("p") { SessionStrings.Phone.privacy[language] }
            Markup.element("p", ["class": "mp-note"]) {
                SessionStrings.Phone.retention(state.keepDays ?? Retention.standardDays)[language]
            }
            PhoneField.choice(
                "soort", id: "soort", label: SessionStrings.Phone.kind[language],
                SessionStrings.Phone.kinds.map { ($0.0, $0.1[language]) })
            PhoneField.line(
                "plaats", id: "plaats", label: SessionStrings.Phone.seatCode[language], most: 24,
                isRequired: false)
            Markup.element("button", ["type": "submit", "class": "mp-button"]) {
                SessionStrings.Phone.join[language]
            }
        }
    }

    // MARK: Inside

    /// The parts that the page can be made of.
    enum Part: String, CaseIterable {
        case pollBefore, cards, writing, bottlenecks, alternatives, norms, question, pollAfter, dissent
        case objection, results, notes, own
    }

    /// What the step that runs asks for; voting that is open and results that may be seen always come first.
    var asked: [Part] {
        let kind = state.running.flatMap { running in
            state.steps.first { $0.number == running.step }?.kind
        }
        let ofStep: [Part] =
            switch kind {
            case nil, .welcome: [.pollBefore]
            case .introduction: [.question]
            case .writing: [.writing]
            case .voting: [.cards, .writing]
            case .discussion: [.results, .norms, .question]
            case .bottlenecks: [.bottlenecks]
            case .alternatives: [.alternatives]
            case .tasks: [.notes]
            case .closing: [.pollAfter, .dissent, .objection]
            case .other: []
            }
        let isVoting = state.votingRound != nil
        return (isVoting && !ofStep.contains(.cards) ? [.cards] : []) + ofStep
            + (ofStep.contains(.results) ? [] : [.results])
    }

    /// What is one tap away: all that can be done at any moment.
    private var others: [Part] {
        let always: [Part] = [.writing, .question, .bottlenecks, .alternatives, .norms, .notes, .own]
        let shown = asked
        return always.filter { !shown.contains($0) }
    }

    private func inside(_ seat: String) -> Markup {
        .fragment([
            step, mergers(seat), waiting(seat),
            .fragment(asked.map { markup($0, seat) }),
            .element("details", ["id": "meer", "class": "mp-card mp-meer"]) {
                Markup.element("summary") { SessionStrings.Phone.more[language] }
                shortcuts
                for part in others where isThere(part) {
                    Markup.element("div", ["id": .text("meer-\(part.rawValue)")]) { markup(part, seat) }
                }
            },
        ])
    }

    /// Links to what stands under the one word, which is long on a phone.
    private var shortcuts: Markup {
        .element("ul", ["class": "mp-jump"]) {
            for part in others where isThere(part) {
                Markup.element("li") {
                    Markup.element("a", ["href": .text("#meer-\(part.rawValue)")]) { title(part)[language] }
                }
            }
        }
    }

    private func isThere(_ part: Part) -> Bool {
        switch part {
        case .alternatives: !state.alternatives.isEmpty
        case .norms: !state.askedNorms.isEmpty || !state.norms.isEmpty
        default: true
        }
    }

    private func title(_ part: Part) -> BilingualText {
        switch part {
        case .pollBefore: SessionStrings.Polls.before
        case .cards, .results: SessionStrings.Cards.title
        case .writing: SessionStrings.Writing.title
        case .bottlenecks: SessionStrings.Bottlenecks.title
        case .alternatives: SessionStrings.Alternatives.title
        case .norms: SessionStrings.Norms.title
        case .question: SessionStrings.Writing.questionTitle
        case .pollAfter: SessionStrings.Polls.after
        case .dissent: SessionStrings.Writing.dissent
        case .objection: SessionStrings.Writing.objection
        case .notes: SessionStrings.Writing.noteTitle
        case .own: SessionStrings.Own.title
        }
    }

    private func markup(_ part: Part, _ seat: String) -> Markup {
        switch part {
        case .pollBefore: polls(seat, atEnd: false)
        case .cards: cards(seat)
        case .writing: writing
        case .bottlenecks: bottlenecks(seat)
        case .alternatives: alternatives(seat)
        case .norms: norms(seat)
        case .question: question
        case .pollAfter: polls(seat, atEnd: true)
        case .dissent: note("afwijking", SessionStrings.Writing.dissent)
        case .objection: note("bezwaar", SessionStrings.Writing.objection)
        case .results: results
        case .notes: notes
        case .own: own(seat)
        }
    }

    private var step: Markup {
        let session = SessionStrings.Phone.session(request.code)[language]
        guard let running = state.running, let step = state.steps.first(where: { $0.number == running.step })
        else {
            return .element("p", ["class": "mp-note"]) {
                "\(session). \(SessionStrings.Phone.joined[language])"
            }
        }
        return .element("p", ["class": "mp-note"]) {
            "\(session). \(SessionStrings.Phone.now(step.title)[language]) \(step.purpose)"
        }
    }

    private var closed: Markup {
        .fragment([
            .element("p") { SessionStrings.Phone.thanks[language] }, results, truths,
        ])
    }

    /// A number as people write it, with as many decimals as it needs.
    func number(_ value: Double) -> String {
        let decimals = value == value.rounded() ? 0 : (value * 10) == (value * 10).rounded() ? 1 : 2
        return NumberText(language).decimal(value, decimals: decimals)
    }
}
