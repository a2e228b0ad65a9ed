import Bilingual

extension SessionStrings {
    /// The chair's console: frame, run sheet, projector, programme and statements.
    enum Chair {
        static let parts = both("Onderdelen", "Parts")
        static let undoLast = both("Maak het laatste ongedaan", "Undo the last")
        static let claims = both(
            "Raakt deze uitspraken van het beleid", "Bears on these claims of the policy")
        static let arrows = both("Of deze pijlen van het schema", "Or these arrows of the diagram")
        static let none = both("Nog niets.", "Nothing yet.")
        static let add = both("Voeg toe", "Add")
        static let save = both("Bewaar", "Save")
        static let change = both("Verander", "Change")
        static let isClosed = both("De bijeenkomst is gesloten.", "The session is closed.")

        static func waitingBadge(_ count: Int) -> BilingualText { both("(\(count) nieuw)", "(\(count) new)") }
        static func openBadge(_ count: Int) -> BilingualText { both("(\(count) open)", "(\(count) open)") }

        // MARK: Run sheet and projector
        static let runSheet = both("Draaiboek", "Run sheet")
        static let begin = both("Begin", "Begin")
        static let noSteps = both("Er zijn geen stappen.", "There are no steps.")
        static let notBegun = both("Nog niet begonnen.", "Not begun yet.")
        static let nextStep = both("Volgende stap", "Next step")
        static let minutesMore = both("+5 min", "+5 min")
        static let minutesLess = both("−1 min", "−1 min")
        static let screen = both("Scherm", "Screen")
        static let screenBack = both("Beeld terug", "Picture back")
        static let openScreen = both("Open het scherm (nieuw venster)", "Open the screen (new window)")
        static let blankKey = both(
            "Op het scherm zelf: toets Z maakt het zwart en weer licht. Uitzetten: open het scherm met ?toetsen=uit.",
            "On the screen itself: the key Z makes it black and back. To switch this off open it with ?toetsen=uit."
        )
        static let connection = both("Verbinding", "Connection")
        static let joinAt = both("Meedoen:", "Join at:")
        static let previousPage = both("Vorige bladzijde", "Previous page")
        static let nextPage = both("Volgende bladzijde", "Next page")

        static func total(_ minutes: Int) -> BilingualText {
            both("Samen \(minutes) minuten.", "\(minutes) minutes in all.")
        }
        static func now(_ step: String) -> BilingualText { both("Nu: \(step)", "Now: \(step)") }
        static func shows(_ screen: String) -> BilingualText {
            both("Toont nu: \(screen)", "Shows now: \(screen)")
        }
        static func listening(_ count: Int) -> BilingualText {
            both(
                count == 1 ? "1 bladzijde is verbonden." : "\(count) bladzijden zijn verbonden.",
                count == 1 ? "1 page is connected." : "\(count) pages are connected.")
        }

        /// What the projector can show.
        enum Screens {
            static let waiting = both("Wachten", "Waiting")
            static let joining = both("Meedoen", "Joining")
            static let step = both("Stap en klok", "Step and clock")
            static let results = both("Uitslag", "Results")
            static let perspectives = both("Gedeeld en verdeeld", "Shared and disputed")
            static let bottlenecks = both("Knelpunten", "Bottlenecks")
            static let bottleneckCounts = both("Knelpunten met aantallen", "Bottlenecks with counts")
            static let alternatives = both("Alternatieven", "Alternatives")
            static let alternativeCounts = both("Alternatieven met aantallen", "Alternatives with counts")
            static let norms = both("Normen", "Norms")
            static let tasks = both("Plannen en taken", "Plans and tasks")
            static let black = both("Zwart", "Black")
        }

        // MARK: Programme
        static let editSteps = both("Stappen", "Steps")
        static let addStep = both("Stap erbij", "Add a step")
        static let stepTitle = both("Titel", "Title")
        static let stepPurpose = both("Waarvoor is deze stap?", "What is this step for?")
        static let minutes = both("Minuten", "Minutes")
        static let stepKind = both("Soort", "Kind")
        static let up = both("Eerder", "Earlier")
        static let down = both("Later", "Later")
        static let remove = both("Haal weg", "Remove")
        static let introductions = both("Inleidingen", "Introductions")
        static let consent = both(
            "Namen van de voorzitter en de inleiders komen in het verslag. Vraag eerst of dat goed is.",
            "Names of the chair and the speakers come in the report. Ask first whether that is all right.")
        static let consentGiven = both("Deze persoon vindt dat goed", "This person agrees with that")
        static let notPlanned = both("Nog niet gepland.", "Not planned yet.")
        static let plan = both("Plan", "Plan")
        static let speaker = both("Naam van de inleider", "Name of the speaker")
        static let affiliations = both(
            "Waar werkt deze persoon? (met ; ertussen)", "Where does this person work? (separate by ;)")
        static let subject = both("Onderwerp", "Subject")
        static let fromPractice = both("Komt uit de praktijk", "Comes from practice")
        static let chair = both("Voorzitter", "Chair")
        static let name = both("Naam", "Name")
        static let interests = both("Belangen die u noemt", "Interests that you declare")
        static let absent = both("Wie is er niet bij?", "Who is not in the room?")
        static let absentWhy = both(
            "Groepen die het onderwerp raakt en die niet in de zaal zijn. Zij staan in het verslag.",
            "Groups that the subject concerns and that are not in the room. They are named in the report.")
        static let party = both("Groep of organisatie", "Group or organisation")
        static let seats = both("Plaatsen met een code", "Seats with a code")
        static let seatsWhy = both(
            "Voor wie een telefoon deelt of later komt. Een code hoort nooit bij een naam.",
            "For who shares a telephone or comes later. A code never belongs to a name.")
        static let openSeat = both("Geef een plaats uit", "Give out a seat")

        static func introduction(_ number: Int) -> BilingualText {
            both("Inleiding \(number)", "Introduction \(number)")
        }

        // MARK: Statements
        static let voting = both("Stemmen", "Voting")
        static let closeRound = both("Sluit het stemmen", "Close voting")
        static let frozen = both(
            "De uitslag staat vast zolang de ronde dicht is.",
            "The outcome stands as long as the round is closed.")
        static let countsLater = both(
            "De aantallen per stelling ziet u als de ronde dicht is. Zo kan niemand zien wie wat stemt.",
            "You see the counts of a statement when the round is closed. So nobody can see who votes what.")
        static let newStatement = both("Nieuwe stelling", "New statement")
        static let statementText = both("Tekst (hooguit 140 tekens)", "Text (at most 140 characters)")
        static let source = both("Waar komt de stelling vandaan?", "Where does the statement come from?")
        static let speakerAgrees = both(
            "Uit een inleiding: de spreker is het eens met deze woorden",
            "From an introduction: the speaker agrees with these words")
        static let speakerFirst = both(
            "Lees de stelling voor aan de spreker en zet dan het vinkje dat de spreker het met de woorden eens is.",
            "Read the statement to the speaker, then tick that the speaker agrees with the words.")
        static func introductionIsFull(_ number: Int, _ most: Int) -> BilingualText {
            both(
                "Uit inleiding \(number) staan er al \(most) stellingen. Haal er eerst een uit, of neem er twee samen.",
                "There are \(most) statements from introduction \(number) already. Take one out first, or take two together."
            )
        }
        static let prepared = both("Voorbereid", "Prepared")
        static let onScreen = both("Op het scherm", "On the screen")
        static let takeOut = both("Haal eruit", "Take out")
        static let reject = both("Afwijzen", "Reject")
        static let reason = both("Reden", "Reason")
        static let letIn = both("Toelaten", "Let in")
        static let letInAgain = both("Toch toelaten", "Let in after all")
        static let takeTogether = both("Neem twee stellingen samen", "Take two statements together")
        static let takeTogetherHow = both(
            "Dit kan tot de eerste stem. Wie de stelling schreef, moet instemmen op de telefoon.",
            "Possible until the first vote. Who wrote the statement must agree on the telephone.")
        static let propose = both("Stel voor", "Propose")
        static let thisStatement = both("Deze stelling", "This statement")
        static let goesInto = both("gaat op in", "goes into")
        static let textStands = both("er is gestemd, de tekst staat vast", "voted on, the text stands")
        static let paper = both("Stem van papier", "Vote on paper")
        static let ballot = both("Nummer van het biljet", "Number of the ballot")
        static let statementWord = both("Stelling", "Statement")
        static let vote = both("Stem", "Vote")
        static let enter = both("Voer in", "Enter")
        static let agree = both("eens", "agree")
        static let disagree = both("oneens", "disagree")
        static let pass = both("pas", "pass")

        static func votingNow(_ round: Int, some: Int, of seated: Int, all: Int) -> BilingualText {
            both(
                "Ronde \(round): \(some) van \(seated) stemden, \(all) klaar",
                "Round \(round): \(some) of \(seated) voted, \(all) done")
        }
        static func openRound(_ round: Int) -> BilingualText {
            both("Open ronde \(round)", "Open round \(round)")
        }
        static func showRound(_ round: Int) -> BilingualText {
            both("Toon uitslag van ronde \(round)", "Show the outcome of round \(round)")
        }
        static func hideRound(_ round: Int) -> BilingualText {
            both("Verberg uitslag van ronde \(round)", "Hide the outcome of round \(round)")
        }
        static func statementList(_ count: Int) -> BilingualText {
            both("Stellingen (\(count))", "Statements (\(count))")
        }
        static func statement(_ number: Int) -> BilingualText {
            both("stelling \(number)", "statement \(number)")
        }
        static func waiting(_ count: Int) -> BilingualText {
            both("Wacht op goedkeuring (\(count))", "Waiting for approval (\(count))")
        }
        static func alike(_ number: Int, _ text: String) -> BilingualText {
            both("Lijkt op stelling \(number): “\(text)”", "Resembles statement \(number): “\(text)”")
        }
        static func takenOut(_ count: Int) -> BilingualText {
            both("Doet niet mee (\(count))", "Not taking part (\(count))")
        }
        static func because(_ reason: String) -> BilingualText {
            both("Afgewezen: \(reason)", "Rejected: \(reason)")
        }
        static func togetherWith(_ number: Int) -> BilingualText {
            both("Samen genomen met stelling \(number)", "Taken together with statement \(number)")
        }
        static func asked(_ number: Int) -> BilingualText {
            both(
                "samen met stelling \(number)? wacht op wie dit schreef",
                "together with statement \(number)? waits for who wrote it")
        }
    }
}
