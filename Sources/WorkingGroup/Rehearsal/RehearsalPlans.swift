internal import Bilingual

/// From ambition to task in a rehearsal: one chain that is whole, one whose lever moves nobody, and one that lacks its
/// middle, as evenings have them.
struct RehearsalPlans {
    let plan: Rehearsal.LocalPlan?
    let firstYear: Int
    let language: Language

    private func say(_ nl: String, _ en: String) -> String { language == .dutch ? nl : en }

    /// Where the plans are: in a neighbourhood of the data where there are any.
    private var place: String {
        plan.map { say("flats in \($0.estate.areaName)", "flats in \($0.estate.areaName)") }
            ?? say("een complex uit 1965", "an estate of 1965")
    }

    private func day(_ month: Int, _ day: Int) -> String? {
        CalendarDay(year: firstYear + 1, month: month, day: day)?.text
    }

    /// The events of the chair, in order.
    var events: [SessionEvent] { homes + life + school }

    private var homes: [SessionEvent] {
        let target: [SessionEvent] = [
            .ambitionNamed(
                text: say(
                    "Bewoners kunnen in hun buurt blijven, ook als die gemengder wordt.",
                    "Residents can stay in their area, also when it becomes more mixed.")),
            .targetSet(
                ambition: 1,
                text: say(
                    "Minder eenzijdige woningen, en wie weg moet kan terug",
                    "Less one-sided homes, and who must leave can return"), year: firstYear + 6),
        ]
        let measure = plan?.homes.map { [SessionEvent.targetMeasured(target: 1, measure: $0)] } ?? []
        return target + measure + [
            .leverPlaced(target: 1, lever: "L1", place: place, estate: plan?.estate, alternative: 1),
            .taskPlanned(
                plan: TaskPlan(
                    text: say(
                        "Vragen welke huurders van dit complex willen terugkeren",
                        "Ask which tenants of this estate want to return"),
                    actor: say("corporatie", "housing association"), place: place, due: day(3, 1), target: 1)
            ),
            .taskPlanned(
                plan: TaskPlan(
                    text: say(
                        "Sociaal plan maken met recht op terugkeer",
                        "Make a social plan with a right to return"),
                    actor: say("gemeente en corporatie", "municipality and housing association"),
                    place: place, due: day(6, 1), target: 1, waitsFor: 1)),
            .taskPlanned(
                plan: TaskPlan(
                    text: say(
                        "Een bewonersavond houden over het plan", "Hold an evening for residents on the plan"),
                    actor: say("bewonerscommissie", "residents' committee"), place: place, due: day(4, 15),
                    target: 1)),
        ]
    }

    private var life: [SessionEvent] {
        let target: [SessionEvent] = [
            .ambitionNamed(
                text: say(
                    "Bewoners merken binnen een jaar dat het beter gaat.",
                    "Residents notice within a year that things go better.")),
            .targetSet(
                ambition: 2,
                text: say("Meer bewoners tevreden met hun buurt", "More residents satisfied with their area"),
                year: firstYear + 3),
        ]
        let measure = plan?.life.map { [SessionEvent.targetMeasured(target: 2, measure: $0)] } ?? []
        return target + measure + [
            .leverPlaced(target: 2, lever: "L18", place: place, estate: plan?.estate, alternative: 3),
            .taskPlanned(
                plan: TaskPlan(
                    text: say("Een huismeester aanstellen", "Appoint a caretaker"),
                    actor: say("corporatie", "housing association"), place: place,
                    when: say("na de zomer", "after summer"), target: 2)),
            .taskPlanned(
                plan: TaskPlan(
                    text: say(
                        "Nagaan welk leeg gebouw ruimte biedt voor een buurthuis",
                        "Find out which empty building has room for a community centre"),
                    actor: say("gemeente", "municipality"), place: place, due: day(5, 1), target: 2)),
        ]
    }

    private var school: [SessionEvent] {
        [
            .ambitionNamed(
                text: say(
                    "Kinderen uit alle buurten komen elkaar tegen op school.",
                    "Children of all areas meet at school.")),
            .taskPlanned(
                plan: TaskPlan(
                    text: say(
                        "Met schoolbesturen praten over één dag van aanmelden",
                        "Talk with school boards about one day of enrolment"),
                    actor: say("gemeente", "municipality"), ambition: 3)),
        ]
    }
}
