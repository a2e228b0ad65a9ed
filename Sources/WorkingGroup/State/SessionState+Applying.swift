extension SessionState {
    /// The longest text of a statement or other entry, in characters.
    public static let longestStatement = 140
    /// How many statements the chair takes down from one introduction.
    public static let mostFromIntroduction = 5
    static let longestText = 2_000
    /// How many bottlenecks one person may tick as most pressing.
    public static let mostApprovals = 5

    /// What is left when an entry happens.
    /// - Throws: ``SessionError`` when it cannot happen; the state is then as it was.
    mutating func apply(_ entry: SessionEntry) throws(SessionError) {
        if !isOpen, !entry.event.opensSession { throw .wrongMoment(what: "the session is not open") }
        if isClosed, !entry.event.isAfterwards { throw .isClosed }
        try checkAuthor(entry)
        switch entry.event.family {
        case .session: try applySession(entry.event)
        case .seats: try applySeats(entry)
        case .runSheet: try applyRunSheet(entry)
        case .statements: try applyStatements(entry)
        case .votes: try applyVotes(entry)
        case .registers: try applyRegisters(entry)
        case .plans: try applyPlans(entry)
        case .tasks: try applyTasks(entry)
        case .polls: try applyPolls(entry)
        case .undo: break
        }
    }

    /// Whether the author may do this at all.
    private func checkAuthor(_ entry: SessionEntry) throws(SessionError) {
        switch (entry.event.rights, entry.author) {
        case (.chair, .seat): throw .onlyTheChair
        case (.seat, .chair), (.seat, .system): throw .onlyASeat
        case (_, .seat(let code)):
            guard let seat = seats[code] else { throw .noSuchSeat }
            if case .seatTaken = entry.event { return }
            guard seat.isTaken else { throw .noSuchSeat }
        default: break
        }
    }

    func checked(_ text: String, most: Int = longestText) throws(SessionError) -> String {
        var trimmed = text[...]
        while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
        while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
        guard !trimmed.isEmpty, trimmed.count <= most else { throw .text(found: trimmed.count, most: most) }
        return String(trimmed)
    }

    func place<Element>(_ number: Int, in list: [Element], _ what: String) throws(SessionError) -> Int {
        guard list.indices.contains(number - 1) else { throw .noSuch(what: what, number: number) }
        return number - 1
    }

    private mutating func applySession(_ event: SessionEvent) throws(SessionError) {
        switch event {
        case .sessionOpened(let title, let conference, let groupNumber, let date, let place):
            guard !isOpen else { throw .wrongMoment(what: "the session is open already") }
            self.title = try checked(title)
            (self.conference, self.groupNumber, self.date, self.place) = (
                conference, groupNumber, date, place
            )
            isOpen = true
        case .chairNamed(let name, let affiliations, let interests):
            chair = Chair(name: try checked(name), affiliations: affiliations, interests: interests)
        case .introductionPlanned(let number, let speaker, let affiliations, let isPractitioner, let title):
            guard 1...2 ~= number else {
                throw .value(what: "introduction", found: "\(number)", expected: "1 or 2")
            }
            introductions[number] = Introduction(
                speaker: try checked(speaker), affiliations: affiliations, isPractitioner: isPractitioner,
                title: title)
        case .chairKeySet(let hash): chairKeyHash = hash
        case .screenShown(let screen):
            if case .statement(let number) = screen { _ = try place(number, in: statements, "statement") }
            if case .pollItem(let number, _) = screen { _ = try place(number, in: pollItems, "poll item") }
            self.screen = screen
            screenPage = 1
            if screen.tellsChoices { countChoices() }
        case .screenPaged(let page):
            guard 1...99 ~= page else {
                throw .value(what: "page", found: "\(page)", expected: "between 1 and 99")
            }
            screenPage = page
        case .absenceNoted(let party): absent.append(try checked(party))
        case .retentionSet(let days):
            guard 1...3_650 ~= days else {
                throw .value(what: "days", found: "\(days)", expected: "between 1 and 3650")
            }
            keepDays = days
        case .sessionClosed:
            isClosed = true
            closeRound()
            countChoices()
            running = nil
        default: break
        }
    }

    private mutating func applySeats(_ entry: SessionEntry) throws(SessionError) {
        switch (entry.event, entry.author) {
        case (.seatOpened(let code), _):
            guard seats[code] == nil else { throw .seatIsTaken }
            seats[code] = Seat(kind: nil, isTaken: false, wasTaken: false)
        case (.seatTaken(let kind), .seat(let code)):
            guard let seat = seats[code] else { throw .noSuchSeat }
            guard !seat.isTaken else { throw .seatIsTaken }
            seats[code] = Seat(kind: kind ?? seat.kind, isTaken: true, wasTaken: true)
        case (.seatLeft, .seat(let code)): seats[code]?.isTaken = false
        default: break
        }
    }

    private mutating func applyRunSheet(_ entry: SessionEntry) throws(SessionError) {
        func position(_ number: Int) throws(SessionError) -> Int {
            guard let place = steps.firstIndex(where: { $0.number == number }) else {
                throw .noSuch(what: "step", number: number)
            }
            return place
        }
        switch entry.event {
        case .stepAdded(let step, let place):
            guard !steps.contains(where: { $0.number == step.number }) else {
                throw .value(what: "step", found: "\(step.number)", expected: "a number that is free")
            }
            try checkStep(step)
            steps.insert(step, at: min(max(place, 0), steps.count))
        case .stepChanged(let step):
            try checkStep(step)
            steps[try position(step.number)] = step
        case .stepMoved(let number, let place):
            let step = steps.remove(at: try position(number))
            steps.insert(step, at: min(max(place, 0), steps.count))
        case .stepRemoved(let number):
            guard running?.step != number else { throw .wrongMoment(what: "the step runs") }
            steps.remove(at: try position(number))
        case .stepStarted(let number):
            _ = try position(number)
            running = RunningStep(step: number, began: entry.time, added: 0)
        case .timeAdded(let minutes):
            guard running != nil else { throw .wrongMoment(what: "no step runs") }
            guard -120...120 ~= minutes else {
                throw .value(what: "minutes", found: "\(minutes)", expected: "between -120 and 120")
            }
            running?.added += minutes
        default: break
        }
    }

    private func checkStep(_ step: RunStep) throws(SessionError) {
        _ = try checked(step.title)
        guard 0...99_999 ~= step.number else {
            throw .value(what: "step", found: "\(step.number)", expected: "between 0 and 99999")
        }
        guard 1...240 ~= step.minutes else {
            throw .value(what: "minutes", found: "\(step.minutes)", expected: "between 1 and 240")
        }
    }
}
