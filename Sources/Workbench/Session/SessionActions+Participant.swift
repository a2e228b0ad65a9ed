import Bilingual
import Perspectives
import PolicyTheory
import WorkingGroup

/// What the forms of a phone come to.
extension SessionActions {
    /// Texts of a phone are short: it is an evening, not a letter.
    enum Longest {
        static let question = 300
        static let bottleneck = 300
        static let remover = 100
        static let note = 500
        static let reason = 500
        static let name = 200
    }

    /// Somebody joins.
    /// - Returns: the code of the seat, to be kept by the browser.
    func join() async throws -> String {
        let state = await room.state
        if let seat = request.seat, state.seats[seat]?.isTaken == true { return seat }
        let kind = Self.kind(request.fields["soort"] ?? "")
        // A seat that was made ready is taken by its code; otherwise one is opened.
        var seat = (request.fields["plaats"] ?? "").uppercased().filter { !$0.isWhitespace }
        if seat.isEmpty {
            seat = SessionCode.seat()
            try await room.submit(id: SessionCode.key(), author: .system, .seatOpened(seat: seat))
        } else if state.seats[seat]?.wasTaken == true {
            // Also one that was given up: whoever finds the slip of paper must not see the votes of who sat there.
            throw SessionError.seatIsTaken
        }
        try await room.submit(id: id, author: .seat(code: seat), .seatTaken(kind: kind))
        return seat
    }

    private static func kind(_ word: String) -> ParticipantKind? {
        switch word {
        case "uitvoerend": .practitioner
        case "beleid": .policyMaker
        case "wetenschap": .scientist
        case "bewoner": .other(name: "bewoner")
        default: nil
        }
    }

    /// What somebody in a seat does.
    func participate() async throws {
        guard let seat = request.seat else { throw SessionError.noSuchSeat }
        let events =
            request.fields["doe"] == "weg" ? leaving(seat, await room.state) : [try participantEvent]
        for (place, event) in events.enumerated() {
            try await room.submit(id: place == 0 ? id : "\(id)-\(place)", author: .seat(code: seat), event)
        }
    }

    private func leaving(_ seat: String, _ state: SessionState) -> [SessionEvent] {
        guard request.fields["stemmen"] != nil else { return [.seatLeft] }
        func voted(_ rounds: [Int]) -> [Int] {
            Set(rounds.flatMap { (state.votes[$0]?[.seat(seat)] ?? [:]).keys }).sorted()
        }
        // A vote in the round that is open hides the ones before it, so those go after it.
        let open = state.votingRound.map { [$0] } ?? []
        let statements = voted(open) + voted(state.votes.keys.filter { !open.contains($0) })
        return statements.map { .voteWithdrawn(statement: $0) } + [.seatLeft]
    }

    private var participantEvent: SessionEvent {
        get throws {
            switch request.fields["doe"] {
            case "stem": try ownVote
            case "schrijf":
                .statementProposed(
                    text: try text("tekst", most: SessionState.longestStatement), source: .participant,
                    claims: [])
            case "vraag":
                .questionRaised(
                    text: try text("tekst", most: Longest.question), theme: request.number("thema"))
            case "instemmen": .mergeAccepted(statement: try number("stelling"))
            case "knelpunt": try bottleneck
            case "knelpunten": .bottlenecksApproved(bottlenecks: request.numbers("nummer"))
            case "pakket":
                .portfolioChosen(
                    alternatives: request.numbers("nummer"),
                    reason: try text("reden", most: Longest.reason, mayBeEmpty: true))
            case "norm":
                .normPlaced(norm: try text("norm", most: Longest.name), value: try value("waarde"))
            case "peil":
                .pollAnswered(
                    item: try number("nummer"), atEnd: request.fields["moment"] == "eind",
                    value: try value("waarde"), confidence: try number("zeker"))
            case "noteer": try note
            default: throw unclear("doe")
            }
        }
    }

    private var ownVote: SessionEvent {
        get throws {
            let statement = try number("stelling")
            if request.fields["stem"] == "weg" { return .voteWithdrawn(statement: statement) }
            guard let vote = Int8(exactly: try number("stem")).flatMap(Vote.init(rawValue:)) else {
                throw unclear("stem")
            }
            return .voteCast(statement: statement, vote: vote)
        }
    }

    private var bottleneck: SessionEvent {
        get throws {
            guard let type = request.fields["soort"].flatMap(BottleneckType.init(rawValue:)) else {
                throw unclear("soort")
            }
            return .bottleneckNamed(
                text: try text("tekst", most: Longest.bottleneck), type: type,
                remover: try text("wie", most: Longest.remover, mayBeEmpty: true), lever: nil)
        }
    }

    private var note: SessionEvent {
        get throws {
            let text = try text("tekst", most: Longest.note)
            let register: Register
            switch request.fields["soort"] {
            case "motief": register = .motivation
            case "ontwikkeling": register = .development
            case "praktijk": register = .practiceCase
            case "afwijking": register = .dissent
            case "bezwaar": register = .objection
            case "ambitie": return .ambitionNamed(text: text)
            default: throw unclear("soort")
            }
            let about = PolicyTheory.Question(rawValue: request.fields["over"] ?? "")
            return .noted(register: register, text: text, claims: [about?.rawValue].compactMap(\.self))
        }
    }

    // MARK: Fields

    private func text(_ name: String, most: Int, mayBeEmpty: Bool = false) throws -> String {
        let text = request.fields[name] ?? ""
        let isEmpty = text.allSatisfy(\.isWhitespace)
        guard text.count <= most, mayBeEmpty || !isEmpty else {
            throw SessionError.text(found: isEmpty ? 0 : text.count, most: most)
        }
        return isEmpty ? "" : text
    }

    private func number(_ name: String) throws -> Int {
        guard let number = request.number(name) else { throw unclear(name) }
        return number
    }

    private func value(_ name: String) throws -> Double {
        guard let value = request.decimal(name) else { throw unclear(name) }
        return value
    }

    /// A field that a form of ours always has.
    private func unclear(_ name: String) -> SessionError {
        switch name {
        case "waarde": .incomplete(BilingualText(nl: "Vul een getal in.", en: "Give a number."))
        case "zeker":
            .incomplete(BilingualText(nl: "Kies hoe zeker u bent.", en: "Choose how sure you are."))
        default:
            .incomplete(
                BilingualText(
                    nl: "Kies een knop van het formulier.", en: "Choose a button of the form."))
        }
    }
}
