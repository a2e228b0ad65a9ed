extension SessionState {
    /// How many tasks one ambition may have at the same time: more is a list, not a start.
    public static let mostTasks = 3

    mutating func applyTasks(_ entry: SessionEntry) throws(SessionError) {
        switch entry.event {
        case .taskAgreed(let text, let actor, let where_, let date, let target):
            try add(TaskPlan(text: text, actor: actor, place: where_, when: date, target: target))
        case .taskPlanned(let plan): try add(plan)
        case .taskChanged(let number, let plan):
            let place = try place(number, in: tasks, "task")
            tasks[place].plan = try checked(plan, of: number)
        case .taskStood(let number, let status, let reason):
            let place = try place(number, in: tasks, "task")
            let reason = reason.isEmpty && status != .dropped ? "" : try checked(reason)
            (tasks[place].status, tasks[place].reason) = (status, reason)
        case .taskReported(let number, let isDone):
            let place = try place(number, in: tasks, "task")
            (tasks[place].status, tasks[place].reason) = (isDone ? .done : .agreed, "")
        default: break
        }
    }

    private mutating func add(_ plan: TaskPlan) throws(SessionError) {
        let number = tasks.count + 1
        tasks.append(AgreedTask(number: number, plan: try checked(plan, of: number)))
    }

    private func checked(_ plan: TaskPlan, of number: Int) throws(SessionError) -> TaskPlan {
        var plan = plan
        (plan.text, plan.actor) = (try checked(plan.text), try checked(plan.actor))
        for text in [plan.place, plan.when] where text.count > Self.longestText {
            throw .text(found: text.count, most: Self.longestText)
        }
        if let due = plan.due, CalendarDay(due) == nil {
            throw .value(what: "date", found: due, expected: "a day such as 2027-03-01")
        }
        if let ambition = plan.ambition { _ = try place(ambition, in: ambitions, "ambition") }
        if let target = plan.target {
            let own = targets[try place(target, in: targets, "target")].ambition
            // A target says which ambition it is for.
            if plan.ambition != nil { plan.ambition = own }
        }
        var seen: Set = [number]
        var next = plan.waitsFor
        while let one = next {
            let place = try place(one, in: tasks, "task")
            guard seen.insert(one).inserted else {
                throw .value(
                    what: "task", found: "\(one)", expected: "a task that does not wait for this one")
            }
            next = tasks[place].waitsFor
        }
        return plan
    }

    /// The ambition that a plan serves, by itself or by its target.
    public func ambition(of plan: TaskPlan) -> Int? {
        plan.target.flatMap { targets.indices.contains($0 - 1) ? targets[$0 - 1].ambition : nil }
            ?? plan.ambition
    }

    /// Whether a task still fits its ambition. Looked at when something arrives, not when a session is made again.
    func checkTaskRoom(_ event: SessionEvent) throws(SessionError) {
        let number: Int?
        let plan: TaskPlan
        switch event {
        case .taskPlanned(let new): (number, plan) = (nil, new)
        case .taskAgreed(let text, let actor, _, _, let target):
            (number, plan) = (nil, TaskPlan(text: text, actor: actor, target: target))
        case .taskChanged(let task, let new) where tasks.indices.contains(task - 1):
            guard tasks[task - 1].status != .dropped else { return }
            (number, plan) = (task, new)
        case .taskStood(let task, let status, _) where tasks.indices.contains(task - 1):
            guard status != .dropped, tasks[task - 1].status == .dropped else { return }
            (number, plan) = (task, tasks[task - 1].plan)
        default: return
        }
        guard let ambition = ambition(of: plan) else { return }
        let others = tasks.count {
            $0.number != number && $0.status != .dropped && self.ambition(of: $0.plan) == ambition
        }
        if others >= Self.mostTasks { throw .enoughTasks(ambition: ambition, most: Self.mostTasks) }
    }
}
