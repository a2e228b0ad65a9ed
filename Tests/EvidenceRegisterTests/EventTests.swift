import Bilingual
import EvidenceRegister
import PolicyTheory
import Testing

@Suite struct EventTests {
    func changed() throws -> RegisterLog {
        var log = try RegisterLog(start: seed())
        let one = try #require(log.state.study("NL-10"))
        try log.record(.setting(.verified, of: one, to: "full text"), by: "A", on: on("2026-02-01"))
        try log.record(.adding(study("NL-x1")), on: on("2026-02-02"))
        try log.record(
            .adding(effect("E-NL-x1-1", of: "NL-x1", [.standardError: "0.4"])), by: "B", on: on("2026-02-03"))
        try log.record(.withdrawing(study("NL-64"), because: "not found"), on: on("2026-02-04"))
        let link = try #require(log.state.leverLinks.first { $0.id == "NL-10|demolishRebuild" })
        try log.record(.withdrawing(link, because: "wrong"), on: on("2026-02-05"))
        let trial = try #require(log.state.trial(of: "NL-03"))
        try log.record(.setting(.studies, of: trial, to: "NL-03;NL-04;NL-05"), on: on("2026-02-06"))
        return log
    }

    @Test func theStateIsAFoldOfTheEvents() throws {
        let log = try changed()
        #expect(log.state.study("NL-10")?.verification == .fullText)
        #expect(log.state.study("NL-64") == nil)
        #expect(log.state.studies.count == 141)
        #expect(log.state.effects(of: "NL-x1").count == 1)
        #expect(log.state.trial(of: "NL-05")?.id == "rotterdam-act")
        #expect(log.state.withdrawnStudies.map(\.why) == ["not found"])
        for cut in 0...log.events.count {
            var half = try RegisterLog(start: log.start, events: Array(log.events.prefix(cut)))
            for event in log.events.dropFirst(cut) { try half.append(event) }
            #expect(half.state == log.state)
        }
    }

    @Test func changesOfDifferentRowsGiveTheSameInAnyOrder() throws {
        let log = try changed()
        // Of these six only the number needs its study first.
        let events = log.events
        let other = try RegisterLog(
            start: log.start, events: [events[5], events[4], events[1], events[3], events[2], events[0]])
        for table in RegisterTable.allCases { #expect(other.state.csv(table) == log.state.csv(table)) }
    }

    @Test func undoingEverythingBackwardsGivesTheStart() throws {
        var log = try changed()
        let count = log.events.count
        for number in (1...count).reversed() { try log.undo(number, on: on("2026-03-01")) }
        #expect(log.events.count == 2 * count)
        for table in RegisterTable.allCases { #expect(log.state.csv(table) == log.start.csv(table)) }
        // And undoing the undoing makes every change again.
        for number in (count + 1...2 * count).reversed() { try log.undo(number, on: on("2026-03-02")) }
        let first = try changed()
        for table in RegisterTable.allCases { #expect(log.state.csv(table) == first.state.csv(table)) }
    }

    @Test func anUndoThatDoesNotFitIsRefusedAndChangesNothing() throws {
        var log = try changed()
        let before = log
        #expect(throws: RegisterError.self) { try log.undo(99, on: on("2026-03-01")) }
        try log.undo(1, on: on("2026-03-01"))
        #expect(log.isUndone(1))
        let undone = log
        #expect(throws: RegisterError.self) { try log.undo(1, on: on("2026-03-01")) }
        #expect(log == undone)
        // Nor when somebody made the same change again on their own.
        let again = try #require(log.state.study("NL-10"))
        try log.record(.setting(.verified, of: again, to: "full text"), on: on("2026-03-01"))
        #expect(throws: RegisterError.self) { try log.undo(1, on: on("2026-03-02")) }
        // A later change of the same cell stands in the way.
        log = before
        let now = try #require(log.state.study("NL-10"))
        try log.record(.setting(.verified, of: now, to: "abstract"), on: on("2026-03-01"))
        #expect(throws: RegisterError.self) { try log.undo(1, on: on("2026-03-02")) }
    }

    @Test func nobodyOverwritesWhatTheyHaveNotSeen() throws {
        var log = try RegisterLog(start: seed())
        let seen = try #require(log.state.study("NL-10"))
        try log.record(.setting(.note, of: seen, to: "first"), on: on("2026-02-01"))
        let error = #expect(throws: RegisterError.self) {
            try log.record(.setting(.note, of: seen, to: "second"), on: on("2026-02-01"))
        }
        #expect(error?.kind == .stale)
        #expect(log.state.study("NL-10")?.note == "first")
    }

    @Test func changesThatDoNotFitLeaveTheRegisterAsItWas() throws {
        var log = try RegisterLog(start: seed())
        let start = log
        let day = try on("2026-02-01")
        let one = try #require(log.state.study("NL-10"))
        let trial = try #require(log.state.trial(of: "NL-03"))
        for change in try [
            RegisterChange.setting(.year, of: one, to: "long ago"), .setting(.id, of: one, to: "NL-99"),
            .setting(.design, of: one, to: "survey"), .adding(one), .adding(effect("E1", of: "NL-999")),
            .setting(.studies, of: trial, to: "NL-03;US-01"), .setting(.studies, of: trial, to: "NL-999"),
            .restore(table: .studies, row: "NL-10", why: ""),
            .withdraw(table: .studies, row: "NL-999", why: ""),
            .add(table: .remarks, row: "R1", cells: [CellText(column: "colour", text: "red")]),
        ] {
            let error = #expect(throws: RegisterError.self) { try log.record(change, on: day) }
            #expect(error?.description.contains("\n") == false)
            #expect(log == start)
        }
    }

    @Test func aFileBringsOnlyWhatDiffers() throws {
        var log = try RegisterLog(start: seed())
        #expect(log.state.changes(bringing: log.state.studies).isEmpty)
        let one = try #require(log.state.study("NL-10"))
        try log.record(
            .withdrawing(#require(log.state.study("NL-11")), because: "test"), on: on("2026-02-01"))
        let rows = try [
            one.setting(.note, to: "seen"), #require(log.start.study("NL-11")), study("NL-x1"),
        ]
        let changes = log.state.changes(bringing: rows)
        #expect(changes.map(\.kind) == ["set", "restore", "add"])
        for change in changes { try log.record(change, on: on("2026-02-02")) }
        for row in rows { #expect(log.state.study(row.id) == row) }
        #expect(log.state.studies.count == 142)
    }

    @Test func theHistoryOfAStudyIsWhole() throws {
        var log = try changed()
        let remark = try Remark(cells: { [.id: "R1", .study: "NL-10", .text: "look at table 3"][$0] ?? "" })
        try log.record(.adding(remark), by: "C", on: on("2026-02-07"))
        try log.undo(1, by: "D", on: on("2026-02-08"))
        let history = log.history(ofStudy: "NL-10")
        #expect(history.map(\.number) == [1, 5, 7, 8])
        #expect(history[0].column == "verified")
        #expect(history[0].old == "abstract")
        #expect(history[0].new == "full text")
        #expect(history[0].who == "A")
        #expect(history[0].isUndone)
        #expect(history[3].undoes == 1)
        #expect(log.history(ofStudy: "NL-05").map(\.number) == [6])
        // A study that left a trial keeps that in its history.
        let trial = try #require(log.state.trial(of: "NL-05"))
        try log.record(.setting(.studies, of: trial, to: "NL-03;NL-04"), on: on("2026-02-09"))
        #expect(log.history(ofStudy: "NL-05").map(\.number) == [6, 9])
        #expect(log.history.count == log.events.count)
        #expect(log.state.remarks(on: "NL-10").map(\.text) == ["look at table 3"])
    }

    @Test func eventsComeBackFromTheirText() throws {
        var log = try changed()
        try log.undo(2, by: "Ω “quoted”\nline", on: on("2026-02-29".replacing("29", with: "28")))
        for event in log.events {
            let text = try event.json()
            #expect(try RegisterEvent(json: text) == event)
            #expect(try RegisterEvent(json: text).json() == text)
            #expect(!text.contains("\n"))
        }
        #expect(throws: RegisterError.self) { try RegisterEvent(json: "{}") }
        #expect(throws: RegisterError.self) { try RegisterEvent(json: "{}", version: 2) }
    }

    @Test(arguments: [
        "2026-02-29", "2026-13-01", "2026-00-10", "26-01-01", "2026-01-01T24:00:00Z", "", "vandaag",
    ])
    func daysThatDoNotExistAreRefused(text: String) {
        #expect(throws: RegisterError.self) { try ISODate(text) }
    }

    @Test func daysThatExistAreTaken() throws {
        #expect(try ISODate("2024-02-29").day == "2024-02-29")
        #expect(try ISODate("2026-01-01T23:59:59Z").day == "2026-01-01")
    }

    @Test func newIdentifiersDoNotConflict() throws {
        let register = try seed()
        let one = register.newStudyID(region: .netherlands, title: "Buren", year: 2020, authors: "Jansen, A.")
        let same = register.newStudyID(
            region: .netherlands, title: "BUREN!", year: 2020, authors: "Jansen, Anna")
        let other = register.newStudyID(
            region: .netherlands, title: "Buren", year: 2021, authors: "Jansen, A.")
        #expect(one == same)
        #expect(one != other)
        #expect(one.wholeMatch(of: /NL-x[0-9a-f]{10}/) != nil)
        var log = try RegisterLog(start: register)
        try log.record(.adding(study(one)), on: on("2026-02-01"))
        let another = log.state.newStudyID(
            region: .netherlands, title: "Buren", year: 2020, authors: "Jansen, A.", makeAnother: true)
        #expect(another == one + "-2")
        let remark = register.newRemarkID(study: "NL-10", text: "a", by: "", on: try on("2026-02-01"))
        #expect(remark != register.newRemarkID(study: "NL-10", text: "b", by: "", on: try on("2026-02-01")))
    }
}
