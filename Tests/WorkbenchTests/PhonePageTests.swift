import Bilingual
import Foundation
import HTTPTypes
import Testing
import WorkingGroup

@testable import Workbench

/// A phone shows what the step that runs asks for; the rest stands under one word.
@Suite struct PhonePageTests {
    private static let prepared: [SessionEvent] =
        (1...4).map { .statementProposed(text: "Stelling nummer \($0)", source: .prepared, claims: []) } + [
            .alternativeSketched(name: "Beheer", package: "", price: 15), .budgetSet(millions: 50),
            .pollItemAsked(text: "Aandeel?", unit: "%", truth: 44, source: "CBS"),
            .normAsked(norm: "Te hoog", unit: "%", low: 0, high: 100),
        ]

    /// What stands before and inside the part called "Meer".
    private func halves(_ page: String) throws -> (asked: String, more: String) {
        let parts = page.components(separatedBy: "<details id=\"meer\"")
        try #require(parts.count == 2)
        return (parts[0], parts[1])
    }

    @Test func everyStepAsksForItsOwn() async throws {
        let evening = try await SessionEvening(Self.prepared)
        let asked: [(RunStep.Kind, [String])] = [
            (.welcome, ["\"begin\""]), (.introduction, ["value=\"vraag\""]),
            (.writing, ["value=\"schrijf\""]),
            (.voting, ["nu niet gestemd", "value=\"schrijf\""]), (.discussion, ["value=\"norm\""]),
            (.bottlenecks, ["value=\"knelpunt\""]), (.alternatives, ["value=\"pakket\"", "data-budget"]),
            (.closing, ["\"eind\"", "f-afwijking", "f-bezwaar"]), (.tasks, ["f-noteer"]),
        ]
        try await evening.visit { visitor in
            let seat = try await visitor.join()
            for (kind, words) in asked {
                try await evening.step(kind)
                let page = try halves(try await visitor.page(cookie: seat))
                for word in words {
                    #expect(page.asked.contains(word), "\(kind): \(word)")
                    #expect(!page.more.contains(word), "\(kind): \(word)")
                }
                #expect(page.more.contains("Verlaat mijn plaats"))
                for id in ["id=\"tekst\"", "id=\"vraag\"", "id=\"knelpunt\""] {
                    #expect((page.asked + page.more).components(separatedBy: id).count == 2, "\(kind) \(id)")
                }
            }
        }
    }

    @Test func oneCardIsSeenAndTheServerSaysWhichComesNext() async throws {
        let evening = try await SessionEvening(Self.prepared + [.votingOpened(round: 1)])
        try await evening.visit { visitor in
            let seat = try await visitor.join()
            var seen: [Int] = []
            var page = try await visitor.page(cookie: seat)
            while let card = Self.shown(page) {
                try #require(seen.count < 4)
                seen.append(card)
                let answer = try await visitor.send(
                    .post, "/s/KWLM42", [("doe", "stem"), ("stelling", "\(card)"), ("stem", "1")],
                    cookie: seat, isQuiet: false)
                #expect(answer.headers[.location] == "/s/KWLM42?na=\(card)")
                page = try await visitor.page("?na=\(card)", cookie: seat)
                #expect(page.contains("\(seen.count) van 4 beantwoord"))
            }
            let code = try #require(seat.split(separator: "=").last)
            #expect(seen == CardOrder.order([1, 2, 3, 4], seat: String(code)))
            #expect(try await Self.shown(visitor.page("?kaart=3", cookie: seat)) == 3)
            let list = try await visitor.page("?weergave=lijst", cookie: seat)
            #expect(!list.contains("hidden=\"\"><p class=\"mp-note\">Stelling"))
            #expect(list.components(separatedBy: "aria-pressed=\"true\"").count == 5)
        }
    }

    private static func shown(_ page: String) -> Int? {
        page.components(separatedBy: "<li class=\"mp-card\" data-stelling=\"").dropFirst().first {
            !$0.prefix { $0 != ">" }.contains("hidden")
        }.flatMap { Int($0.prefix { $0 != "\"" }) }
    }

    @Test func inEnglishNoDutchIsLeft() async throws {
        let evening = try await SessionEvening(Self.prepared + [.votingOpened(round: 1)])
        try await evening.step(.closing)
        let seat = SessionCode.seat()
        try await evening.chair(.seatOpened(seat: seat))
        try await evening.room.submit(id: "t", author: .seat(code: seat), .seatTaken(kind: nil))
        let request = SessionRequest(code: "KWLM42", seat: seat)
        let page = PhonePage(state: await evening.room.state, request: request, language: .english).part
        for word in ["Agree", "answered", "Leave my seat", "How sure", "must not be missing"] {
            #expect(page.contains(word), "\(word)")
        }
        for word in ["Eens", "beantwoord", "Verlaat", "zeker bent", "ontbreken", "Bewaar"] {
            #expect(!page.contains(word), "\(word)")
        }
    }
}
