import Bilingual
import HousingMarket
import Perspectives
import WorkingGroup

/// Names of what was done, for the log and for what can be taken back.
extension SessionStrings {
    /// What an event did, in a few words.
    static func name(of event: SessionEvent, in state: SessionState) -> BilingualText {
        switch event {
        case .sessionOpened: both("bijeenkomst gemaakt", "session made")
        case .chairNamed(let name, _, _): both("voorzitter: \(name)", "chair: \(name)")
        case .introductionPlanned(let number, let speaker, _, _, _):
            both("inleiding \(number): \(speaker)", "introduction \(number): \(speaker)")
        case .chairKeySet: both("sleutel van de voorzitter", "key of the chair")
        case .screenShown(let screen):
            both("scherm: \(name(of: screen).nl)", "screen: \(name(of: screen).en)")
        case .retentionSet(let days): both("bewaren: \(days) dagen", "kept for \(days) days")
        case .normAsked(let norm, let unit, _, _):
            both("grens gevraagd: \(norm) (\(unit))", "limit asked: \(norm) (\(unit))")
        case .screenPaged(let page): both("scherm: bladzijde \(page)", "screen: page \(page)")
        case .absenceNoted(let party): both("niet in de zaal: \(party)", "not in the room: \(party)")
        case .sessionClosed: both("bijeenkomst gesloten", "session closed")
        case .seatOpened: both("plaats uitgegeven", "seat given out")
        case .seatTaken: both("plaats ingenomen", "seat taken")
        case .seatLeft: both("plaats verlaten", "seat left")
        case .stepAdded, .stepChanged, .stepMoved, .stepRemoved, .stepStarted, .timeAdded:
            stepName(event, state)
        case .statementProposed, .statementModerated, .statementEdited, .mergeProposed, .mergeAccepted:
            statementName(event, state)
        case .votingOpened, .votingClosed, .voteCast, .voteWithdrawn, .paperVoteEntered, .resultsShown,
            .resultsHidden, .choicesCounted:
            voteName(event)
        case .questionRaised(let text, _): both("vraag: \(short(text))", "question: \(short(text))")
        case .questionSettled(let number, let status, _, _):
            both("vraag \(number): \(status.name.nl)", "question \(number): \(status.name.en)")
        case .noted(let register, let text, _):
            both("\(register.name.nl): \(short(text))", "\(register.name.en): \(short(text))")
        case .bottleneckNamed(let text, _, _, _):
            both("knelpunt: \(short(text))", "bottleneck: \(short(text))")
        case .bottlenecksApproved: both("knelpunten gekozen", "bottlenecks chosen")
        case .ambitionNamed, .targetSet, .targetMeasured, .leverChosen, .leverPlaced, .alternativeSketched,
            .budgetSet, .portfolioChosen:
            planName(event)
        case .taskAgreed, .taskReported, .taskPlanned, .taskChanged, .taskStood: taskName(event)
        case .normPlaced: both("norm geplaatst", "norm placed")
        case .pollItemAsked(let text, _, _, _):
            both("kennisvraag: \(short(text))", "knowledge item: \(short(text))")
        case .pollAnswered: both("kennisvraag beantwoord", "knowledge item answered")
        case .undone(let entry): both("regel \(entry) ongedaan gemaakt", "entry \(entry) undone")
        }
    }

    /// At most forty characters.
    static func short(_ text: String) -> String { text.count > 40 ? text.prefix(39) + "…" : text }

    private static func stepName(_ event: SessionEvent, _ state: SessionState) -> BilingualText {
        func title(_ number: Int) -> String {
            state.steps.first { $0.number == number }?.title ?? "\(number)"
        }
        switch event {
        case .stepAdded(let step, _): return both("stap erbij: \(step.title)", "step added: \(step.title)")
        case .stepChanged(let step):
            return both("stap veranderd: \(step.title)", "step changed: \(step.title)")
        case .stepMoved(let step, _):
            return both("stap verplaatst: \(title(step))", "step moved: \(title(step))")
        case .stepRemoved: return both("stap weggehaald", "step removed")
        case .stepStarted(let step):
            return both("stap begonnen: \(title(step))", "step begun: \(title(step))")
        case .timeAdded(let minutes):
            return both("\(minutes) minuten erbij", "\(minutes) minutes added")
        default: return both("stap", "step")
        }
    }

    private static func statementName(_ event: SessionEvent, _ state: SessionState) -> BilingualText {
        func text(_ number: Int) -> String {
            state.statements.indices.contains(number - 1)
                ? "“\(short(state.statements[number - 1].text))”" : ""
        }
        switch event {
        case .statementProposed(let text, _, _):
            return both("nieuwe stelling “\(short(text))”", "new statement “\(short(text))”")
        case .statementModerated(let number, .rejected, let reason):
            return both(
                "stelling \(number) afgewezen \(text(number)): \(reason)",
                "statement \(number) rejected \(text(number)): \(reason)")
        case .statementModerated(let number, _, _):
            return both(
                "stelling \(number) toegelaten \(text(number))", "statement \(number) let in \(text(number))")
        case .statementEdited(let number, let new):
            return both(
                "stelling \(number) veranderd in “\(short(new))”",
                "statement \(number) changed to “\(short(new))”")
        case .mergeProposed(let number, let into):
            return both(
                "voorstel: stelling \(number) samen met \(into)",
                "proposal: statement \(number) together with \(into)")
        case .mergeAccepted(let number):
            return both("ingestemd: stelling \(number) gaat op", "agreed: statement \(number) goes along")
        default: return both("stelling", "statement")
        }
    }

    private static func voteName(_ event: SessionEvent) -> BilingualText {
        switch event {
        case .votingOpened(let round): both("ronde \(round) geopend", "round \(round) opened")
        case .votingClosed: both("stemmen gesloten", "voting closed")
        case .resultsShown(let round):
            both("uitslag van ronde \(round) getoond", "outcome of round \(round) shown")
        case .resultsHidden(let round):
            both("uitslag van ronde \(round) verborgen", "outcome of round \(round) hidden")
        case .paperVoteEntered(let ballot, let statement, _):
            both("biljet \(ballot), stelling \(statement)", "ballot \(ballot), statement \(statement)")
        case .choicesCounted: both("keuzes geteld", "choices counted")
        default: both("stem", "vote")
        }
    }

    private static func planName(_ event: SessionEvent) -> BilingualText {
        switch event {
        case .ambitionNamed(let text): both("ambitie: \(short(text))", "ambition: \(short(text))")
        case .targetSet(_, let text, let year):
            both("doel: \(short(text)) (\(year))", "target: \(short(text)) (\(year))")
        case .targetMeasured(let target, let measure):
            both(
                "doel \(target) gemeten in \(measure.areaName)",
                "target \(target) measured in \(measure.areaName)")
        case .leverChosen(_, let lever, let place), .leverPlaced(_, let lever, let place, _, _):
            both("knop \(lever) op \(place)", "lever \(lever) on \(place)")
        case .alternativeSketched(let name, _, _): both("alternatief: \(name)", "alternative: \(name)")
        case .budgetSet(let millions): both("budget: \(millions) miljoen", "budget: \(millions) million")
        case .portfolioChosen: both("alternatieven gekozen", "alternatives chosen")
        default: both("plan", "plan")
        }
    }
}

extension SessionStrings {
    /// What was done with a task: who reads the list of changes must see which one and how.
    private static func taskName(_ event: SessionEvent) -> BilingualText {
        switch event {
        case .taskAgreed(let text, let actor, _, _, _):
            both("taak voor \(actor): \(short(text))", "task for \(actor): \(short(text))")
        case .taskPlanned(let plan):
            both("taak erbij, \(plan.actor): \(plan.text)", "task added, \(plan.actor): \(plan.text)")
        case .taskChanged(let task, let plan): changed(task, plan)
        case .taskStood(let task, let status, let reason):
            both(
                "taak \(task): \(status.name.nl)" + (reason.isEmpty ? "" : " (\(reason))"),
                "task \(task): \(status.name.en)" + (reason.isEmpty ? "" : " (\(reason))"))
        case .taskReported(let task, let isDone):
            both(
                "taak \(task) \(isDone ? "gedaan" : "niet gedaan")",
                "task \(task) \(isDone ? "done" : "not done")")
        default: both("taak", "task")
        }
    }

    private static func changed(_ task: Int, _ plan: TaskPlan) -> BilingualText {
        func rest(_ language: Language) -> String {
            [plan.actor, plan.place, plan.due.flatMap { CalendarDay($0)?.name(language) } ?? plan.when]
                .filter { !$0.isEmpty }.joined(separator: ", ")
        }
        return both(
            "taak \(task) is nu: \(plan.text) (\(rest(.dutch)))",
            "task \(task) is now: \(plan.text) (\(rest(.english)))")
    }
}

/// Names of kinds of things.
extension SessionStrings {
    /// What the projector shows.
    static func name(of screen: RoomScreen) -> BilingualText {
        switch screen {
        case .waiting: Chair.Screens.waiting
        case .joining: Chair.Screens.joining
        case .step: Chair.Screens.step
        case .statement(let number): both("stelling \(number)", "statement \(number)")
        case .results: Chair.Screens.results
        case .perspectives: Chair.Screens.perspectives
        case .bottlenecks(let counts): counts ? Chair.Screens.bottleneckCounts : Chair.Screens.bottlenecks
        case .alternatives(let counts): counts ? Chair.Screens.alternativeCounts : Chair.Screens.alternatives
        case .norms: Chair.Screens.norms
        case .pollItem(let number, _): both("kennisvraag \(number)", "knowledge item \(number)")
        case .tasks: Chair.Screens.tasks
        case .black: Chair.Screens.black
        }
    }

    /// What happens in a step.
    static func name(of kind: RunStep.Kind) -> BilingualText {
        switch kind {
        case .welcome: both("welkom", "welcome")
        case .introduction: both("inleiding", "introduction")
        case .writing: both("schrijven", "writing")
        case .voting: both("stemmen", "voting")
        case .discussion: both("gesprek", "discussion")
        case .bottlenecks: both("knelpunten", "bottlenecks")
        case .alternatives: both("alternatieven", "alternatives")
        case .tasks: both("taken", "tasks")
        case .closing: both("slot", "closing")
        case .other: both("anders", "other")
        }
    }

    /// On which side of a claim a statement of the program was written.
    static func leaning(_ seed: SeedStatement) -> BilingualText {
        seed.isForClaim
            ? both("uit het programma, voor \(seed.claim)", "from the program, for \(seed.claim)")
            : both("uit het programma, tegen \(seed.claim)", "from the program, against \(seed.claim)")
    }

    /// Where a statement comes from.
    static func name(of source: StatementSource) -> BilingualText {
        switch source {
        case .prepared: both("voorbereid", "prepared")
        case .introduction(let number): both("uit inleiding \(number)", "from introduction \(number)")
        case .participant: both("uit de zaal", "from the room")
        }
    }

    /// A way of adding up what people chose.
    static func name(of rule: AlternativeChoices.Bundle.Rule) -> BilingualText {
        switch rule {
        case .greedy: both("Meeste mensen per euro eerst", "Most people for each euro first")
        case .equalShares:
            both("Iedereen een gelijk deel van het budget", "Everybody an equal share of the budget")
        case .maximum:
            both("Zo veel mogelijk keuzes binnen het budget", "As many choices as fit in the budget")
        }
    }
}
