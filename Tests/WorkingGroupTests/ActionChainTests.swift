import Bilingual
import Foundation
import Testing

@testable import WorkingGroup

/// From ambition to task: nothing missing is hidden, the evening stays as it was closed, and what is kept up later can be
/// taken back.
@Suite struct ActionChainTests {
    private func evening() throws -> SessionTests.Room {
        var room = try SessionTests.Room()
        try room.chair(.ambitionNamed(text: "Wie wil, kan blijven"))
        try room.chair(.targetSet(ambition: 1, text: "Meer soorten woningen", year: 2032))
        try room.chair(.alternativeSketched(name: "Sloop", package: "", price: 10))
        try room.chair(
            .leverPlaced(
                target: 1, lever: "L1", place: "Lindenflat",
                estate: NamedEstate(area: "BU1", areaName: "Linden", dwelling: "multiFamily"), alternative: 1)
        )
        try room.chair(
            .taskPlanned(
                plan: TaskPlan(
                    text: "Tellen", actor: "corporatie", place: "Lindenflat", due: "2027-03-01", target: 1)))
        try room.chair(
            .taskPlanned(
                plan: TaskPlan(
                    text: "Sociaal plan", actor: "gemeente en Corporatie", target: 1, waitsFor: 1)))
        return room
    }

    private func chain(_ state: SessionState) -> ActionChain {
        ActionChain(of: state, choices: AlternativeChoices(of: state), runs: [])
    }

    @Test func whatIsMissingIsTold() throws {
        var room = try evening()
        try room.chair(.ambitionNamed(text: "Leeg"))
        let links = chain(room.log.state).links
        #expect(
            links[0].gaps == [
                .noMeasure(target: 1), .noRun(alternative: "Sloop"), .noChoice(alternative: "Sloop"),
                .noPlace(task: 2), .noDay(task: 2),
            ])
        #expect(links[1].gaps == [.noTarget, .noTask])
        for gap in links.flatMap(\.gaps) { #expect(gap.text.nl != gap.text.en && !gap.text.nl.isEmpty) }
        try room.chair(
            .targetMeasured(
                target: 1,
                measure: TargetMeasure(
                    indicator: "tenure.socialRent", area: "BU1", areaName: "Linden", from: nil, fromYear: nil,
                    source: "", to: 0.5)))
        #expect(chain(room.log.state).links[0].gaps.first == .noFigure(target: 1))
    }

    @Test func anActorSeesOwnTasksByDayAndWhoElseDependsOnThem() throws {
        let actors = chain(try evening().log.state).actors
        #expect(actors.map(\.name) == ["corporatie", "gemeente"])
        #expect(actors[0].items.map(\.task.number) == [1, 2])
        #expect(actors[0].items[0].waiting.map(\.number) == [2])
        #expect(actors[1].items[0].first?.number == 1)
        #expect(actors[1].items[0].beside.isEmpty)
    }

    @Test func afterClosingTasksGoOnAndTheEveningStands() throws {
        var room = try evening()
        let before = room.log.state
        try room.chair(.sessionClosed)
        let closed = room.log.entries.count
        try room.chair(.taskStood(task: 1, status: .underWay, reason: ""))
        try room.chair(
            .taskChanged(
                task: 2, plan: TaskPlan(text: "Sociaal plan", actor: "gemeente", due: "2027-06-01", target: 1)
            ))
        try room.chair(.taskPlanned(plan: TaskPlan(text: "Bewonersavond", actor: "commissie", ambition: 1)))
        #expect(throws: SessionError.isClosed) { try room.chair(.ambitionNamed(text: "Te laat")) }
        #expect(room.log.evening.state.tasks == before.tasks)
        #expect(room.log.evening.entries.count == closed)
        #expect(room.log.since.map(\.number) == [closed + 1, closed + 2, closed + 3])
        #expect(room.log.state.tasks.map(\.status) == [.underWay, .agreed, .agreed])
        let again = try JSONDecoder().decode(
            [SessionEntry].self, from: JSONEncoder().encode(room.log.entries))
        #expect(try SessionLog(replaying: again) == room.log)
    }

    @Test func whatWasKeptUpIsTakenBackAndTheEveningIsNot() throws {
        var room = try evening()
        let agreed = room.log.entries.count
        try room.chair(.sessionClosed)
        let closing = room.log.entries.count
        #expect(room.log.undoable == [closing])
        try room.chair(.taskStood(task: 1, status: .dropped, reason: "Geen geld"))
        #expect(room.log.undoable == [closing + 1])
        #expect(throws: SessionError.cannotUndo(entry: agreed)) { try room.chair(.undone(entry: agreed)) }
        #expect(throws: SessionError.cannotUndo(entry: closing)) { try room.chair(.undone(entry: closing)) }
        try room.chair(.undone(entry: closing + 1))
        #expect(room.log.state.tasks[0].status == .agreed && room.log.since.map(\.isUndone) == [true])
        #expect(room.log.state.isClosed)
    }

    @Test func oneAmbitionHasThreeTasksAtATime() throws {
        var room = try evening()
        try room.chair(.taskPlanned(plan: TaskPlan(text: "Drie", actor: "gemeente", ambition: 1)))
        let fourth = SessionEvent.taskPlanned(plan: TaskPlan(text: "Vier", actor: "gemeente", target: 1))
        func check(_ event: SessionEvent) throws { try room.log.checkAllowance(event, by: .chair) }
        #expect(throws: SessionError.enoughTasks(ambition: 1, most: 3)) { try check(fourth) }
        try check(.taskPlanned(plan: TaskPlan(text: "Los", actor: "gemeente")))
        try check(.taskChanged(task: 3, plan: TaskPlan(text: "Anders", actor: "Rijk", ambition: 1)))
        try room.chair(.taskStood(task: 3, status: .dropped, reason: "Dubbel"))
        try check(fourth)
        try room.chair(fourth)
        #expect(throws: SessionError.enoughTasks(ambition: 1, most: 3)) {
            try check(.taskStood(task: 3, status: .agreed, reason: ""))
        }
    }

    @Test func tasksThatCannotBeAreRefused() throws {
        var room = try evening()
        let before = room.log
        func refused(_ plan: TaskPlan) {
            #expect(throws: SessionError.self) { try room.chair(.taskChanged(task: 1, plan: plan)) }
        }
        refused(TaskPlan(text: "Tellen", actor: "", target: 1))
        refused(TaskPlan(text: "Tellen", actor: "gemeente", due: "2027-02-29"))
        refused(TaskPlan(text: "Tellen", actor: "gemeente", target: 9))
        refused(TaskPlan(text: "Tellen", actor: "gemeente", waitsFor: 1))
        // Task 2 waits for task 1.
        refused(TaskPlan(text: "Tellen", actor: "gemeente", waitsFor: 2))
        #expect(throws: SessionError.text(found: 0, most: 2000)) {
            try room.chair(.taskStood(task: 1, status: .dropped, reason: " "))
        }
        #expect(room.log == before)
    }

    @Test func daysAreThoseOfTheCalendar() throws {
        #expect(CalendarDay("2028-02-29")?.next.text == "2028-03-01")
        #expect(CalendarDay("2027-12-31")?.next.text == "2028-01-01")
        #expect(CalendarDay("2027-03-01")?.name(.dutch) == "1 maart 2027")
        for text in ["2027-02-29", "2027-13-01", "2027-3-1", "maart", "", "2027-03-01 "] {
            #expect(CalendarDay(text) == nil, "\(text)")
        }
    }
}
