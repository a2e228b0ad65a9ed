/// What one organisation or role agreed to do, with what it is for and with whom.
public struct ActorTasks: Sendable, Hashable {
    /// A task of the actor.
    public struct Item: Sendable, Hashable {
        /// The task.
        public let task: AgreedTask
        /// What it is for; `nil` for a task for no ambition.
        public let link: ActionChain.Link?
        /// The task that must be done first.
        public let first: AgreedTask?
        /// Tasks that wait for this one.
        public let waiting: [AgreedTask]
        /// Other tasks of others for the same ambition.
        public let beside: [AgreedTask]
    }

    /// The name, as it was first written.
    public let name: String
    /// The tasks that still stand or are done, in the order of their day; those without a day come last.
    public let items: [Item]
    /// Tasks that were dropped.
    public let dropped: [AgreedTask]
}

extension ActionChain {
    /// The actors by name, each with its tasks.
    public var actors: [ActorTasks] {
        var names: [String] = []
        var byKey: [String: [AgreedTask]] = [:]
        for task in tasks.sorted(by: { $0.number < $1.number }) {
            for name in ActorNames.list(task.actor) {
                let key = name.lowercased()
                if byKey[key] == nil { names.append(name) }
                byKey[key, default: []].append(task)
            }
        }
        return names.sorted { $0.lowercased() < $1.lowercased() }.map { name in
            let own = byKey[name.lowercased()] ?? []
            let standing = own.filter { $0.status != .dropped }.sorted(by: Self.isBefore)
            return ActorTasks(
                name: name, items: standing.map { item($0, of: own) },
                dropped: own.filter { $0.status == .dropped })
        }
    }

    private func item(_ task: AgreedTask, of own: [AgreedTask]) -> ActorTasks.Item {
        let standing = tasks.filter { $0.status != .dropped }
        let link = links.first { $0.tasks.contains(task) }
        let waiting = standing.filter { $0.waitsFor == task.number }
        let beside = (link?.tasks ?? []).filter { one in
            one.status != .dropped && !own.contains(one) && one.waitsFor != task.number
                && one.number != task.waitsFor
        }
        return ActorTasks.Item(
            task: task, link: link, first: tasks.first { $0.number == task.waitsFor }, waiting: waiting,
            beside: beside)
    }

    private static func isBefore(_ left: AgreedTask, _ right: AgreedTask) -> Bool {
        switch (left.day, right.day) {
        case (let one?, let other?) where one != other: one < other
        case (.some, nil): true
        case (nil, .some): false
        default: left.number < right.number
        }
    }
}

/// Parties as they are named in one field.
public enum ActorNames {
    /// The names in a text such as `gemeente en corporatie` or `gemeente, Rijk`.
    public static func list(_ text: String) -> [String] {
        var rest = text
        for word in [" en ", " and ", " + ", " & ", ";", "/"] { rest = rest.replacing(word, with: ",") }
        return rest.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: Substring) -> String {
        var slice = text
        while slice.first?.isWhitespace == true { slice = slice.dropFirst() }
        while slice.last?.isWhitespace == true { slice = slice.dropLast() }
        return String(slice)
    }
}
