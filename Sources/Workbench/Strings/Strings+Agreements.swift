import Bilingual

extension Strings {
    /// The page of what was agreed, its forms, and the chain on the chair's console.
    enum Agreements {
        private static func both(_ nl: String, _ en: String) -> BilingualText {
            BilingualText(nl: nl, en: en)
        }

        static let menu = both("Afspraken", "Agreements")
        static let title = both("Van ambitie naar maandagochtend", "From ambition to Monday morning")
        static let lead = both(
            "Wat de werkgroepen willen, waar en wanneer dat begint, en wie het doet. Wat nog ontbreekt, staat erbij.",
            "What the working groups want, where and when it begins, and who does it. What is still missing is told."
        )
        static let none = both(
            "Er is nog geen bijeenkomst gesloten. Na het sluiten staan de afspraken hier.",
            "No session has been closed yet. After closing the agreements stand here.")
        static let nothing = both(
            "Deze groep noemde geen ambities en sprak geen taken af.",
            "This group named no ambitions and agreed no tasks.")
        static let edit = both(
            "Werk de afspraken bij (voor de voorzitter)", "Keep up the agreements (for the chair)")
        static let editLead = both(
            "Hier werkt u taken bij, ook na de avond. Het verslag van de avond verandert niet; wat u hier doet, komt in een bijlage.",
            "Here you keep up tasks, also after the evening. The report of the evening does not change; what you do here goes into an annex."
        )
        static let backToChair = both("Terug naar de voorzittersbladzijde", "Back to the chair's page")
        static let readPage = both("Zo lezen anderen het", "As others read it")
        static let sheets = both("Eén blad voor elke partij", "One sheet for each party")
        static let sheetsNone = both(
            "Zodra er een taak is, staat hier een blad voor wie haar doet.",
            "As soon as there is a task, a sheet for who does it stands here.")
        static let sheetPage = both("blad", "sheet")
        static let calendar = both("agenda (.ics)", "calendar (.ics)")
        static let allTasks = both("Alle taken als CSV", "All tasks as CSV")
        static let ambitionWord = both("Ambitie", "Ambition")
        static let loose = both("Taken zonder ambitie", "Tasks without an ambition")
        static let dissent = both("Niet iedereen was het eens", "Not everybody agreed")
        static let dissentWhy = both(
            "Dit is gezegd over de hele avond, niet over één ambitie.",
            "This was said of the whole evening, not of one ambition.")
        static let dissentNone = both(
            "Er zijn geen afwijkende meningen of bezwaren opgeschreven.",
            "No dissent or objections were written down.")
        static let tasks = both("Taken", "Tasks")
        static let status = both("Hoe staat het ervoor?", "How does it stand?")
        static let reason = both("Waarom? (nodig als de taak vervalt)", "Why? (needed when it is dropped)")
        static let needReason = both(
            "Schrijf erbij waarom de taak vervalt.", "Write down why the task is dropped.")
        static let what = both("Wat gaat er gebeuren?", "What is to be done?")
        static let who = both("Wie? (organisatie of rol)", "Who? (organisation or role)")
        static let place = both("In welke straat of welk complex?", "In which street or estate?")
        static let day = both("Klaar op (dag)", "Due on (day)")
        static let whenWords = both(
            "Of in woorden, zoals “na de zomer”", "Or in words, such as “after summer”")
        static let purpose = both("Waarvoor?", "What for?")
        static let noPurpose = both("geen ambitie", "no ambition")
        static let waitsFor = both("Wat moet eerst klaar zijn?", "What must be done first?")
        static let waitsForNone = both("niets", "nothing")
        static let addTask = both("Voeg taak toe", "Add task")
        static let newTask = both("Taak erbij", "New task")
        static let change = both("Verander taak", "Change task")
        static let stand = both("Meld de stand", "Report the status")
        static let save = both("Bewaar", "Save")
        static let full = both(
            "Deze ambitie heeft drie taken. Dat is het meeste: laat er eerst een vervallen.",
            "This ambition has three tasks. That is the most: drop one first.")
        static let since = both("Bijgewerkt sinds het sluiten", "Kept up since closing")
        static let sinceNone = both("Nog niets.", "Nothing yet.")
        static let undo = both("Draai terug", "Take back")
        static let undone = both("teruggedraaid", "taken back")
        static let missing = both("Wat nog ontbreekt", "What is still missing")
        static let waits = both("Wacht op", "Waits for")
        static let noFigures = both(
            "Dit project heeft geen cijfers van een gemeente; importeer ze eerst.",
            "This project holds no figures of a municipality; import them first.")

        // MARK: On the chair's console
        static let measureTitle = both("Meet een doel", "Measure a target")
        static let measureWhy = both(
            "Kies een cijfer uit de gegevens. De waarde van nu wordt erbij bewaard.",
            "Choose a figure from the data. The value of now is kept with it.")
        static let indicator = both("Welk cijfer?", "Which figure?")
        static let area = both("In welk gebied?", "In which area?")
        static let toValue = both(
            "Naar welk getal? (een aandeel in procenten)", "To which number? (a share in per cent)")
        static let dwellings = both("Welke woningen? (mag leeg)", "Which homes? (may be empty)")
        static let period = both("Uit welke tijd? (mag leeg)", "From which period? (may be empty)")
        static let estateArea = both("In welke buurt? (mag leeg)", "In which neighbourhood? (may be empty)")
        static let alternative = both("Hoort bij welk alternatief?", "Part of which alternative?")
        static let unknown = both("niet gekozen", "not chosen")
        static let keepUp = both(
            "Werk taken bij op een eigen bladzijde", "Keep up tasks on a page of their own")

        static func closed(_ day: String) -> BilingualText {
            both("Gesloten op \(day).", "Closed on \(day).")
        }
        static func kept(_ day: String) -> BilingualText {
            both(
                "Deze bijeenkomst wordt bewaard tot \(day). Bewaar de bladen dus zelf ook.",
                "This session is kept until \(day). So keep the sheets yourself too.")
        }
        static func ambition(_ number: Int, _ text: String) -> BilingualText {
            both("Ambitie \(number): \(text)", "Ambition \(number): \(text)")
        }
        static func target(_ number: Int, _ text: String) -> BilingualText {
            both("– doel \(number): \(text)", "– target \(number): \(text)")
        }
        static func open(_ titles: String) -> BilingualText {
            both(
                "Nog niet gesloten: \(titles). Die afspraken komen hier na het sluiten.",
                "Not closed yet: \(titles). Their agreements come here after closing.")
        }
        static func heldBack(_ least: Int) -> BilingualText {
            both(
                "Sinds de laatste telling veranderden minder dan \(least) mensen iets. Een nieuwe telling zou verraden wat zij kozen. De vorige blijft daarom staan tot \(least) mensen iets veranderden.",
                "Since the last count fewer than \(least) people changed anything. A new count would betray what they chose. So the last one stands until \(least) people changed something."
            )
        }
    }
}
