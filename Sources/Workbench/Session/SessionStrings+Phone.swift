import Bilingual
import WorkingGroup

extension SessionStrings {
    /// The words of the page of a participant.
    enum Phone {
        static let privacy = BilingualText(
            nl:
                "U doet mee zonder naam. Wij bewaren uw stemmen bij een toevallige code en geen adres van uw telefoon.",
            en:
                "You take part without a name. We keep your votes under a random code and no address of your phone."
        )
        /// Until when what is sent is kept.
        static func retention(_ days: Int) -> BilingualText {
            BilingualText(
                nl:
                    "De organisatie verwijdert alles \(days == 1 ? "1 dag" : "\(days) dagen") na het sluiten. Wat u zegt, kan zonder naam in het verslag komen.",
                en:
                    "The organisation removes everything \(days == 1 ? "1 day" : "\(days) days") after closing. What you say may go into the report without a name."
            )
        }
        static let kind = BilingualText(
            nl: "Hoe kent u het onderwerp? (mag leeg)", en: "How do you know the subject? (may be empty)")
        static let kinds: [(String, BilingualText)] = [
            ("", BilingualText(nl: "zeg ik liever niet", en: "I prefer not to say")),
            ("uitvoerend", BilingualText(nl: "uit de uitvoering", en: "from practice")),
            ("beleid", BilingualText(nl: "uit het beleid", en: "from policy")),
            ("wetenschap", BilingualText(nl: "uit de wetenschap", en: "from research")),
            ("bewoner", BilingualText(nl: "als bewoner", en: "as a resident")),
        ]
        static let seatCode = BilingualText(
            nl: "Code van uw plaats, als u die kreeg", en: "Code of your seat, if you were given one")
        static let join = BilingualText(nl: "Doe mee", en: "Join")
        static let joined = BilingualText(
            nl: "U doet mee. De voorzitter begint zo.", en: "You have joined. The chair begins soon.")
        static let more = BilingualText(nl: "Meer", en: "More")
        static let send = BilingualText(nl: "Inbrengen", en: "Send")
        static let keep = BilingualText(nl: "Bewaar", en: "Save")
        static let kept = BilingualText(nl: "Bewaard.", en: "Saved.")
        static let required = BilingualText(nl: "Vul dit in.", en: "Fill this in.")
        static let thanks = BilingualText(
            nl: "De bijeenkomst is gesloten. Dank voor het meedoen.",
            en: "The session is closed. Thank you for taking part.")

        static func session(_ code: String) -> BilingualText {
            BilingualText(nl: "Bijeenkomst \(code)", en: "Session \(code)")
        }
        static func now(_ title: String) -> BilingualText {
            BilingualText(nl: "Nu: \(title).", en: "Now: \(title).")
        }
    }

    /// The words of the cards to vote on.
    enum Cards {
        static let title = BilingualText(nl: "Stemmen", en: "Voting")
        static let agree = BilingualText(nl: "✓ Eens", en: "✓ Agree")
        static let disagree = BilingualText(nl: "✗ Oneens", en: "✗ Disagree")
        static let pass = BilingualText(nl: "– Weet niet / pas", en: "– Do not know / pass")
        static let back = BilingualText(nl: "← Vorige", en: "← Previous")
        static let skip = BilingualText(nl: "Sla over →", en: "Skip →")
        static let list = BilingualText(nl: "Toon alles onder elkaar", en: "Show all in one list")
        static let single = BilingualText(nl: "Toon één voor één", en: "Show one by one")
        static let done = BilingualText(
            nl: "U hebt op alles gestemd. Zolang er gestemd wordt, kunt u uw antwoorden veranderen.",
            en: "You have voted on everything. While voting lasts you can change your answers.")
        static let look = BilingualText(nl: "Bekijk uw antwoorden", en: "Look at your answers")
        static let closed = BilingualText(
            nl: "Er wordt nu niet gestemd. De voorzitter opent het stemmen zo.",
            en: "Nobody votes now. The chair opens voting soon.")

        static func progress(_ done: String, _ all: Int) -> BilingualText {
            BilingualText(nl: "\(done) van \(all) beantwoord", en: "\(done) of \(all) answered")
        }
        static func source(_ number: Int, _ source: StatementSource) -> BilingualText {
            switch source {
            case .prepared: BilingualText(nl: "Stelling \(number)", en: "Statement \(number)")
            case .introduction(let one):
                BilingualText(
                    nl: "Stelling \(number) · uit inleiding \(one)",
                    en: "Statement \(number) · from introduction \(one)")
            case .participant:
                BilingualText(
                    nl: "Stelling \(number) · ingebracht door de zaal",
                    en: "Statement \(number) · brought in by the room")
            }
        }
        static func results(_ round: Int) -> BilingualText {
            BilingualText(nl: "Uitslag van ronde \(round)", en: "Outcome of round \(round)")
        }
        static func few(_ count: Int) -> BilingualText {
            BilingualText(nl: "Nog minder dan \(count) stemmen.", en: "Fewer than \(count) votes as yet.")
        }
    }

    /// The words of writing.
    enum Writing {
        static let title = BilingualText(nl: "Mist u een standpunt?", en: "Is a view missing?")
        static let statement = BilingualText(
            nl: "Eén gedachte, hooguit 140 tekens", en: "One thought, at most 140 characters")
        static let statementHint = BilingualText(
            nl: "Uw naam is niet zichtbaar. De voorzitter keurt goed.",
            en: "Your name is not shown. The chair approves.")
        static let questionTitle = BilingualText(nl: "Stel een vraag", en: "Ask a question")
        static let question = BilingualText(nl: "Uw vraag", en: "Your question")
        static let theme = BilingualText(nl: "Waar gaat die over?", en: "What is it about?")
        static let noTheme = BilingualText(nl: "iets anders", en: "something else")
        static let ask = BilingualText(nl: "Vraag stellen", en: "Ask")
        static let agree = BilingualText(nl: "Dat is goed", en: "That is fine")
        static let noteTitle = BilingualText(nl: "Voor het verslag", en: "For the report")
        static let noteKind = BilingualText(nl: "Wat wilt u kwijt?", en: "What do you want to say?")
        static let noteText = BilingualText(
            nl: "Uw bijdrage, hooguit 500 tekens", en: "Your contribution, at most 500 characters")
        static let noteHint = BilingualText(
            nl: "Dit komt zonder naam in het verslag. Noem ook geen andere mensen.",
            en: "This goes into the report without a name. Do not name others either.")
        static let dissent = BilingualText(
            nl: "Waar bent u het niet mee eens?", en: "What do you not agree with?")
        static let objection = BilingualText(
            nl: "Wat mag niet ontbreken in het verslag?", en: "What must not be missing from the report?")

        /// Kinds of contributions, by the word in the form.
        static let kinds: [(String, BilingualText)] = [
            (
                "motief",
                BilingualText(
                    nl: "waarom een gemeente zou willen mengen", en: "why a municipality would want to mix")
            ),
            ("praktijk", BilingualText(nl: "iets uit mijn eigen werk", en: "a case from my own work")),
            (
                "ontwikkeling",
                BilingualText(nl: "een ontwikkeling die telt", en: "a development that matters")
            ),
            ("ambitie", BilingualText(nl: "een ambitie", en: "an ambition")),
            ("afwijking", BilingualText(nl: "een andere mening", en: "another opinion")),
            ("bezwaar", BilingualText(nl: "wat niet mag ontbreken", en: "what must not be missing")),
        ]

        static func waiting(_ text: String) -> BilingualText {
            BilingualText(nl: "Wacht op de voorzitter: “\(text)”", en: "Waits for the chair: “\(text)”")
        }
        static func alike(_ number: Int, _ text: String) -> BilingualText {
            BilingualText(
                nl:
                    "Dit lijkt op stelling \(number): “\(text)”. Is het hetzelfde, dan kunt u daarop stemmen.",
                en:
                    "This resembles statement \(number): “\(text)”. If it is the same, you can vote on that one."
            )
        }
        static func rejected(_ text: String, _ reason: String) -> BilingualText {
            BilingualText(
                nl: "Niet toegelaten: “\(text)” (\(reason))", en: "Not let through: “\(text)” (\(reason))")
        }
        static func merge(_ text: String, _ other: String) -> BilingualText {
            BilingualText(
                nl: "De voorzitter wil uw stelling “\(text)” samen nemen met “\(other)”.",
                en: "The chair wants to take your statement “\(text)” together with “\(other)”.")
        }
    }
}
