extension SessionState {
    /// Whether the poll at the end has begun: before that nobody is told an answer, or the two polls could not be compared.
    public var hasExitPoll: Bool {
        let isClosing = running.map { one in
            steps.contains { $0.number == one.step && $0.kind == .closing }
        }
        return isClosed || isClosing == true
            || pollAnswers.values.contains { $0.values.contains { $0.after != nil } }
    }

    /// How many of those in a seat answered everything in the poll at the start or at the end.
    public func pollProgress(atEnd: Bool) -> (answered: Int, of: Int) {
        let people = seats.filter(\.value.isTaken).keys
        let answered = people.count { seat in
            pollItems.allSatisfy { item in
                let answers = pollAnswers[item.number]?[seat]
                return (atEnd ? answers?.after : answers?.before) != nil
            }
        }
        return (answered, people.count)
    }
}
