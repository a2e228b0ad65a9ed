import Bilingual
import Figures
import Perspectives
import WorkingGroup

/// One's own votes, to see and to withdraw, and giving up the seat.
extension PhonePage {
    func own(_ seat: String) -> Markup {
        .fragment([ownVotes(seat), leaving])
    }

    private func ownVotes(_ seat: String) -> Markup {
        let rounds = state.votes.keys.sorted()
        let voted = Set(rounds.flatMap { (state.votes[$0]?[.seat(seat)] ?? [:]).keys }).sorted()
        return .element("section", ["class": "mp-eigen"]) {
            Markup.element("h2") { SessionStrings.Own.title[language] }
            Markup.element("p", ["class": "mp-note"]) {
                (voted.isEmpty ? SessionStrings.Own.none : SessionStrings.Own.hint)[language]
            }
            if !voted.isEmpty {
                Markup.element("ul", ["class": "mp-stellingen"]) {
                    for number in voted { ownVote(number, rounds, seat) }
                }
            }
        }
    }

    private func ownVote(_ number: Int, _ rounds: [Int], _ seat: String) -> Markup {
        let votes = rounds.compactMap { round in
            state.votes[round]?[.seat(seat)]?[number].map {
                SessionStrings.Own.vote(round, Self.name($0))[language]
            }
        }
        return .element("li", ["class": "mp-eigen-stem"]) {
            Markup.element("p", ["id": .text("eigen\(number)")]) {
                "\(state.statements[number - 1].text) (\(votes.joined(separator: ", ")))"
            }
            PhoneField.form(
                "stem", id: "f-weg\(number)", to: path, button: SessionStrings.Own.withdraw[language],
                hidden: [("stelling", "\(number)"), ("stem", "weg")], describedBy: "eigen\(number)"
            ) { Markup.empty }
        }
    }

    private static func name(_ vote: Vote) -> BilingualText {
        let label = choices.first { $0.vote == vote }?.label ?? SessionStrings.Cards.pass
        return BilingualText(nl: label.nl.lowercased(), en: label.en.lowercased())
    }

    private var leaving: Markup {
        .element("section", ["class": "mp-eigen"]) {
            Markup.element("h2") { SessionStrings.Own.seat[language] }
            Markup.element("p", ["class": "mp-note"]) { SessionStrings.Own.leaveHint[language] }
            // Not kept by the script: who leaves wants to see that it was done.
            Markup.element("form", ["method": "post", "action": .text(path)]) {
                Markup.element("input", ["type": "hidden", "name": "doe", "value": "weg"])
                Markup.element("p", ["class": "mp-vink"]) {
                    Markup.element(
                        "input", ["type": "checkbox", "id": "weg-stemmen", "name": "stemmen", "value": 1])
                    Markup.element("label", ["for": "weg-stemmen"]) { SessionStrings.Own.takeVotes[language] }
                }
                Markup.element("button", ["type": "submit", "class": "mp-button mp-quiet"]) {
                    SessionStrings.Own.leave[language]
                }
            }
        }
    }
}
