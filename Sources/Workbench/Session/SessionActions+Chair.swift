import HousingMarket
import Perspectives
import PolicyTheory
import WorkingGroup

/// What the forms of the chair's console come to. A field that is wrong gives one line that says which and what was
/// expected.
extension SessionActions {
    /// What the chair does.
    func chair() async throws {
        if request.fields["doe"] == "terug" {
            guard let last = await room.lastUndoable else { throw SessionError.cannotUndo(entry: 0) }
            // The page says what is taken back; news that came in between must not change that.
            return try await submit(.undone(entry: request.number("nummer") ?? last))
        }
        if request.fields["doe"] == "beeld-terug" {
            return try await submit(.screenShown(screen: await room.screenBeforeBlack))
        }
        let state = await room.state
        guard
            let event = try sessionEvent ?? stepEvent(state) ?? votingEvent(state) ?? registerEvent
                ?? planEvent
        else {
            throw SessionError.value(
                what: "doe", found: request.fields["doe"] ?? "", expected: "one of the buttons")
        }
        if case .screenShown(screen: .pollItem(number: _, answers: true)) = event, !state.hasExitPoll {
            throw ChairRefusal(text: SessionStrings.Chair.answersLater)
        }
        try await submit(event)
    }

    private func submit(_ event: SessionEvent) async throws {
        try await room.submit(id: id, author: .chair, event)
    }

    // MARK: Fields

    func text(_ name: String = "tekst") -> String { request.fields[name] ?? "" }

    /// A text, or nothing where the field is empty.
    func optional(_ name: String) -> String? {
        let text = text(name).trimmed
        return text.isEmpty ? nil : text
    }

    func whole(_ name: String, _ what: String) throws(SessionError) -> Int {
        guard let number = Int(text(name).trimmed) else {
            throw .value(what: what, found: text(name), expected: "a whole number")
        }
        return number
    }

    /// A number with a comma or a point; nothing where the field is empty.
    func decimal(_ name: String, _ what: String) throws(SessionError) -> Double? {
        guard let text = optional(name) else { return nil }
        guard let number = Double(text.replacing(",", with: ".")), number.isFinite else {
            throw .value(what: what, found: text, expected: "a number")
        }
        return number
    }

    /// Parts of a line with semicolons.
    private func parts(_ name: String) -> [String] {
        text(name).split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// The claims, arrows and questions that were ticked.
    var claims: [String] {
        (Claim.allCases.map(\.rawValue) + TheoryGraph.seed.edges.map(\.code)
            + PolicyTheory.Question.allCases.map(\.rawValue))
            .filter { request.fields[$0] != nil }
    }

    func vote() throws(SessionError) -> Vote {
        guard let vote = request.number("stem").flatMap({ Int8(exactly: $0) }).flatMap(Vote.init(rawValue:))
        else { throw .value(what: "vote", found: text("stem"), expected: "one of the list") }
        return vote
    }

    private func needConsent() throws(ChairRefusal) {
        guard request.fields["akkoord"] != nil else {
            throw ChairRefusal(text: SessionStrings.Chair.noConsent)
        }
    }

    // MARK: Events

    private var sessionEvent: SessionEvent? {
        get throws {
            switch request.fields["doe"] {
            case "voorzitter":
                try needConsent()
                return .chairNamed(
                    name: text("naam"), affiliations: parts("werk"), interests: text("belang").trimmed)
            case "inleiding":
                try needConsent()
                return .introductionPlanned(
                    number: try whole("nummer", "introduction"), speaker: text("naam"),
                    affiliations: parts("werk"), isPractitioner: request.fields["praktijk"] != nil,
                    title: text("titel").trimmed)
            case "afwezig": return .absenceNoted(party: text())
            case "plaats": return .seatOpened(seat: SessionCode.seat())
            case "scherm": return .screenShown(screen: try screen)
            case "bladzijde": return .screenPaged(page: try whole("nummer", "page"))
            case "sluiten":
                guard request.fields["zeker"] != nil else {
                    throw ChairRefusal(text: SessionStrings.Chair.notSure)
                }
                return .sessionClosed
            default: return nil
            }
        }
    }

    private func stepEvent(_ state: SessionState) throws -> SessionEvent? {
        switch request.fields["doe"] {
        case "stap": return .stepStarted(step: try whole("nummer", "step"))
        case "tijd": return .timeAdded(minutes: try whole("minuten", "minutes"))
        case "stap-nieuw":
            let number = (state.steps.map(\.number).max() ?? 0) + 1
            return .stepAdded(step: try step(number), at: state.steps.count)
        case "stap-anders": return .stepChanged(step: try step(whole("nummer", "step")))
        case "stap-naar":
            return .stepMoved(step: try whole("nummer", "step"), to: try whole("plaats", "step"))
        case "stap-weg": return .stepRemoved(step: try whole("nummer", "step"))
        default: return nil
        }
    }

    private func step(_ number: Int) throws(SessionError) -> RunStep {
        guard let kind = RunStep.Kind(rawValue: text("soort")) else {
            throw .value(what: "type", found: text("soort"), expected: "one of the list")
        }
        return RunStep(
            number: number, kind: kind, title: text("titel"), purpose: text("waarvoor").trimmed,
            minutes: try whole("minuten", "minutes"))
    }

    /// What a speaker brings in stays within five statements, in words that the speaker agrees with.
    private func checkIntroduction(_ number: Int, _ state: SessionState) throws(ChairRefusal) {
        guard number > 0 else { return }
        guard request.fields["bevestigd"] != nil else {
            throw ChairRefusal(text: SessionStrings.Chair.speakerFirst)
        }
        let brought = state.statements.count { $0.source == .introduction(number: number) && $0.isVotable }
        guard brought < SessionState.mostFromIntroduction else {
            throw ChairRefusal(
                text: SessionStrings.Chair.introductionIsFull(number, SessionState.mostFromIntroduction))
        }
    }

    private func votingEvent(_ state: SessionState) throws -> SessionEvent? {
        switch request.fields["doe"] {
        case "stelling":
            let introduction = request.number("bron") ?? 0
            try checkIntroduction(introduction, state)
            return .statementProposed(
                text: text(),
                source: introduction == 0 ? .prepared : .introduction(number: introduction),
                claims: claims)
        case "toelaten":
            return .statementModerated(
                statement: try whole("nummer", "statement"), moderation: .accepted, reason: "")
        case "afwijzen":
            return .statementModerated(
                statement: try whole("nummer", "statement"), moderation: .rejected, reason: text())
        case "verander":
            return .statementEdited(statement: try whole("nummer", "statement"), text: text())
        case "samen":
            return .mergeProposed(
                statement: try whole("nummer", "statement"), into: try whole("met", "statement"))
        case "stemmen": return .votingOpened(round: try whole("nummer", "round"))
        case "dicht": return .votingClosed
        case "toon": return .resultsShown(round: try whole("nummer", "round"))
        case "verberg": return .resultsHidden(round: try whole("nummer", "round"))
        case "tel": return .choicesCounted
        case "papier":
            return .paperVoteEntered(
                ballot: try whole("biljet", "ballot"), statement: try whole("nummer", "statement"),
                vote: try vote())
        default: return nil
        }
    }

    private var screen: RoomScreen {
        get throws(SessionError) {
            switch request.fields["beeld"] {
            case "wacht": .waiting
            case "code": .joining
            case "stap": .step
            case "uitslag": .results
            case "perspectief": .perspectives
            case "knelpunten": .bottlenecks(counts: false)
            case "knelpunten-telling": .bottlenecks(counts: true)
            case "alternatieven": .alternatives(counts: false)
            case "alternatieven-telling": .alternatives(counts: true)
            case "normen": .norms
            case "taken": .tasks
            case "zwart": .black
            case "stelling": .statement(number: try whole("nummer", "statement"))
            case "kennisvraag":
                .pollItem(
                    number: try whole("nummer", "poll item"), answers: request.fields["antwoorden"] == "1")
            default: throw .value(what: "beeld", found: text("beeld"), expected: "one of the buttons")
            }
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String {
        var slice = self[...]
        while slice.first?.isWhitespace == true { slice.removeFirst() }
        while slice.last?.isWhitespace == true { slice.removeLast() }
        return String(slice)
    }
}
