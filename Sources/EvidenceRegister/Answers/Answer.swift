public import Bilingual
public import PolicyTheory

/// The provisional answer to one question of the working group.
public struct Answer: Sendable, Hashable {
    /// The question.
    public let question: Question
    /// The sentences, in order.
    public let sentences: [AnswerSentence]
    /// How a panel judged the evidence; empty until it votes.
    public let strength: PanelStrength

    /// The studies behind the sentences, each once, in order of first mention.
    public var studies: [String] {
        var seen: Set<String> = []
        return sentences.flatMap(\.studies).filter { seen.insert($0).inserted }
    }

    /// What stands in the place of a strength until the panel votes; nil after that.
    public var strengthIsMissing: BilingualText? {
        guard strength.isEmpty else { return nil }
        return BilingualText(
            nl:
                "Een panel heeft nog niet gestemd over de sterkte van het bewijs. Het programma rekent die niet "
                + "uit.",
            en: "No panel has voted on the strength of the evidence yet. The program does not compute it.")
    }
}

extension Register {
    /// The provisional answer to `question`. A sentence that rests on a study which was withdrawn, or whose
    /// result is no longer shown, falls away; see ``sentencesWithoutSupport``.
    public func answer(to question: Question) -> Answer {
        Answer(
            question: question,
            sentences: answerRows.active.filter { $0.question == question && isSupported($0) },
            strength: strengthRows.isActive(question.rawValue)
                ? strengthRows[question.rawValue] ?? .empty(for: question) : .empty(for: question))
    }

    /// The sentences that are not shown because a study they rest on was withdrawn or has no result to show.
    public var sentencesWithoutSupport: [AnswerSentence] { answerRows.active.filter { !isSupported($0) } }

    private func isSupported(_ sentence: AnswerSentence) -> Bool {
        sentence.studies.allSatisfy { study($0)?.shownFinding != nil }
    }
}
