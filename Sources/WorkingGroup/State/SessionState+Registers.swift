extension SessionState {
    mutating func applyRegisters(_ entry: SessionEntry) throws(SessionError) {
        switch entry.event {
        case .questionRaised(let text, let theme):
            if let theme, !(1...7 ~= theme) {
                throw .value(what: "theme", found: "\(theme)", expected: "between 1 and 7")
            }
            questions.append(
                Question(
                    number: questions.count + 1, text: try checked(text), theme: theme, status: .open,
                    owner: "",
                    answer: ""))
        case .questionSettled(let number, let status, let owner, let answer):
            let place = try place(number, in: questions, "question")
            questions[place].status = status
            questions[place].owner = owner
            questions[place].answer = answer
        case .noted(let register, let text, let claims):
            notes.append(Note(register: register, text: try checked(text), claims: claims))
        case .bottleneckNamed(let text, let type, let remover, let lever):
            bottlenecks.append(
                Bottleneck(
                    number: bottlenecks.count + 1, text: try checked(text), type: type, remover: remover,
                    lever: lever))
        case .bottlenecksApproved(let numbers):
            guard case .seat(let code) = entry.author else { throw .onlyASeat }
            guard numbers.count <= Self.mostApprovals, Set(numbers).count == numbers.count else {
                throw .tooManyTicked(found: numbers.count, most: Self.mostApprovals)
            }
            for number in numbers { _ = try place(number, in: bottlenecks, "bottleneck") }
            bottleneckApprovals[code] = numbers.sorted()
        default: break
        }
    }

    mutating func applyPlans(_ entry: SessionEntry) throws(SessionError) {
        switch entry.event {
        case .ambitionNamed(let text):
            ambitions.append(Ambition(number: ambitions.count + 1, text: try checked(text)))
        case .targetSet(let ambition, let text, let year):
            _ = try place(ambition, in: ambitions, "ambition")
            guard 2000...2100 ~= year else {
                throw .value(what: "year", found: "\(year)", expected: "between 2000 and 2100")
            }
            targets.append(
                Target(number: targets.count + 1, ambition: ambition, text: try checked(text), year: year))
        case .targetMeasured(let target, let measure):
            let place = try place(target, in: targets, "target")
            let numbers = [measure.to, measure.from, measure.low, measure.high].compactMap(\.self)
            guard numbers.allSatisfy(\.isFinite) else {
                throw .value(what: "measure", found: "\(numbers)", expected: "a number")
            }
            targets[place].measure = measure
        case .leverChosen(let target, let lever, let where_):
            _ = try place(target, in: targets, "target")
            leverChoices.append(LeverChoice(target: target, lever: lever, place: try checked(where_)))
        case .leverPlaced(let target, let lever, let where_, let estate, let alternative):
            _ = try place(target, in: targets, "target")
            if let alternative { _ = try place(alternative, in: alternatives, "alternative") }
            leverChoices.append(
                LeverChoice(
                    target: target, lever: lever, place: try checked(where_), estate: estate,
                    alternative: alternative))
        case .alternativeSketched(let name, let package, let price):
            if let price, !(price >= 0 && price.isFinite) {
                throw .value(
                    what: "price", found: "\(price)", expected: "0 or more, or nothing where unknown")
            }
            alternatives.append(
                Alternative(
                    number: alternatives.count + 1, name: try checked(name), package: package, price: price))
        case .budgetSet(let millions):
            guard millions >= 0, millions.isFinite else {
                throw .value(what: "budget", found: "\(millions)", expected: "0 or more")
            }
            budget = millions
        case .portfolioChosen(let numbers, let reason): try choose(numbers, reason, entry)
        default: break
        }
    }

    private mutating func choose(_ numbers: [Int], _ reason: String, _ entry: SessionEntry)
        throws(SessionError)
    {
        guard case .seat(let code) = entry.author else { throw .onlyASeat }
        guard Set(numbers).count == numbers.count else {
            throw .value(what: "alternatives", found: "\(numbers)", expected: "different ones")
        }
        var sum = 0.0
        for number in numbers {
            // An unknown price is not zero, but cannot be counted either; the report says which prices are unknown.
            sum += alternatives[try place(number, in: alternatives, "alternative")].price ?? 0
        }
        if let budget, sum > budget * (1 + 1e-9) {
            throw .overBudget(sum: sum, budget: budget)
        }
        guard reason.count <= Self.longestText else {
            throw .text(found: reason.count, most: Self.longestText)
        }
        portfolios[code] = Portfolio(alternatives: numbers.sorted(), reason: reason)
    }

    mutating func applyPolls(_ entry: SessionEntry) throws(SessionError) {
        switch entry.event {
        case .normAsked(let norm, let unit, let low, let high):
            guard low.isFinite, high.isFinite, low < high else {
                throw .value(
                    what: norm, found: "\(low) – \(high)", expected: "a lowest below a highest value")
            }
            let asked = AskedNorm(norm: try checked(norm), unit: unit, low: low, high: high)
            askedNorms.removeAll { $0.norm == asked.norm }
            askedNorms.append(asked)
        case .normPlaced(let norm, let value):
            guard case .seat(let code) = entry.author else { throw .onlyASeat }
            guard value.isFinite else { throw .value(what: norm, found: "\(value)", expected: "a number") }
            if let asked = askedNorms.first(where: { $0.norm == norm }), !(asked.low...asked.high ~= value) {
                throw .value(what: norm, found: "\(value)", expected: "\(asked.low) – \(asked.high)")
            }
            norms[try checked(norm), default: [:]][code] = value
        case .pollItemAsked(let text, let unit, let truth, let source):
            pollItems.append(
                PollItem(
                    number: pollItems.count + 1, text: try checked(text), unit: unit, truth: truth,
                    source: source))
        case .pollAnswered(let item, let atEnd, let value, let confidence):
            guard case .seat(let code) = entry.author else { throw .onlyASeat }
            _ = try place(item, in: pollItems, "item")
            guard value.isFinite else {
                throw .value(what: "answer", found: "\(value)", expected: "a number")
            }
            guard 0...100 ~= confidence else {
                throw .value(what: "confidence", found: "\(confidence)", expected: "between 0 and 100")
            }
            let answer = PollAnswer(value: value, confidence: confidence)
            if atEnd {
                pollAnswers[item, default: [:]][code, default: PollAnswers()].after = answer
            } else {
                pollAnswers[item, default: [:]][code, default: PollAnswers()].before = answer
            }
        default: break
        }
    }
}
