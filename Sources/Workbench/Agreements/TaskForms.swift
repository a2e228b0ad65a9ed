import Bilingual
import Figures
import WorkingGroup

/// The forms by which tasks are agreed, changed and reported: the same on the chair's console and after the evening.
struct TaskForms {
    let state: SessionState
    let forms: ChairForms
    private var language: Language { forms.language }
    private typealias Words = Strings.Agreements

    /// A form for a new task.
    /// - Parameter ambition: the ambition that is chosen when nobody chooses another.
    func new(_ id: String, ambition: Int? = nil, place: String) -> Markup {
        forms.form(
            id, "taak", submit: Words.addTask, place: place,
            fields(TaskPlan(text: "", actor: "", ambition: ambition), except: nil))
    }

    /// A form that changes a task.
    func change(_ task: AgreedTask, place: String) -> Markup {
        forms.form(
            "taak-\(task.number)", "taak-anders", submit: Words.save,
            hidden: [("nummer", "\(task.number)")], place: place, fields(task.plan, except: task.number))
    }

    /// A form that says how a task stands.
    func stand(_ task: AgreedTask, place: String) -> Markup {
        forms.form(
            "stand-\(task.number)", "taak-stand", submit: Words.save,
            hidden: [("nummer", "\(task.number)")], place: place,
            [
                .choice(
                    "stand", Words.status,
                    TaskStatus.allCases.map { ($0.rawValue, $0.name[language].capitalisedFirst) },
                    value: task.status.rawValue),
                .line("tekst", Words.reason, isNeeded: false, value: task.reason),
            ])
    }

    private func fields(_ plan: TaskPlan, except number: Int?) -> [ChairField] {
        let purpose = plan.target.map { "\($0)" } ?? plan.ambition.map { "a\($0)" } ?? ""
        return [
            .line("tekst", Words.what, value: plan.text), .line("wie", Words.who, value: plan.actor),
            .line("plaats", Words.place, isNeeded: false, value: plan.place),
            .day("dag", Words.day, value: plan.due ?? ""),
            .line("datum", Words.whenWords, isNeeded: false, value: plan.when),
            .choice("doel", Words.purpose, purposes, value: purpose),
            .choice(
                "wacht", Words.waitsFor, others(number), value: plan.waitsFor.map { "\($0)" } ?? ""),
        ]
    }

    private var purposes: [(value: String, name: String)] {
        var all = [(value: "", name: Words.noPurpose[language])]
        for one in state.ambitions {
            let name = Words.ambition(one.number, SessionStrings.short(one.text))
            all.append((value: "a\(one.number)", name: name[language]))
            for target in state.targets where target.ambition == one.number {
                let name = Words.target(target.number, SessionStrings.short(target.text))
                all.append((value: "\(target.number)", name: name[language]))
            }
        }
        return all
    }

    /// The tasks that another can wait for.
    private func others(_ number: Int?) -> [(value: String, name: String)] {
        var all = [(value: "", name: Words.waitsForNone[language])]
        for one in state.tasks where one.number != number && one.status != .dropped {
            all.append((value: "\(one.number)", name: "\(one.number). \(SessionStrings.short(one.text))"))
        }
        return all
    }
}

extension SessionActions {
    /// A task as a form gives it.
    var taskPlan: TaskPlan {
        get throws(SessionError) {
            let purpose = text("doel").trimmed
            var plan = TaskPlan(
                text: text(), actor: text("wie"), place: text("plaats").trimmed, due: optional("dag"),
                when: text("datum").trimmed)
            if purpose.hasPrefix("a") {
                guard let number = Int(purpose.dropFirst()) else {
                    throw .value(what: "ambition", found: purpose, expected: "one of the list")
                }
                plan.ambition = number
            } else if !purpose.isEmpty {
                plan.target = try whole("doel", "target")
            }
            if optional("wacht") != nil { plan.waitsFor = try whole("wacht", "task") }
            return plan
        }
    }

    /// How a task stands, as a form gives it.
    var taskStand: SessionEvent {
        get throws {
            guard let status = TaskStatus(rawValue: text("stand")) else {
                throw SessionError.value(what: "type", found: text("stand"), expected: "one of the list")
            }
            let reason = text().trimmed
            guard status != .dropped || !reason.isEmpty else {
                throw ChairRefusal(text: Strings.Agreements.needReason)
            }
            return .taskStood(task: try whole("nummer", "task"), status: status, reason: reason)
        }
    }

    /// What a target is measured by, with the figure of now from the local data.
    var targetMeasure: SessionEvent {
        get throws {
            guard let figures else { throw ChairRefusal(text: Strings.Agreements.noFigures) }
            guard let value = try decimal("naar", "number") else {
                throw SessionError.value(what: "number", found: "", expected: "a number")
            }
            guard let measure = figures.measure(indicator: text("maat"), area: text("gebied"), shown: value)
            else {
                throw SessionError.value(
                    what: "measure", found: "\(text("maat")) \(text("gebied"))", expected: "one of the list")
            }
            return .targetMeasured(target: try whole("nummer", "target"), measure: measure)
        }
    }

    /// A lever on a place, with the homes and the alternative where they were chosen.
    func leverPlaced(_ lever: String) throws(SessionError) -> SessionEvent {
        var estate: NamedEstate?
        if let area = optional("buurt") {
            guard let found = figures?.estate(area: area, dwelling: text("soort"), period: text("periode"))
            else { throw .value(what: "area", found: area, expected: "one of the list") }
            estate = found
        }
        return .leverPlaced(
            target: try whole("nummer", "target"), lever: lever, place: text("plaats"), estate: estate,
            alternative: optional("alternatief") == nil ? nil : try whole("alternatief", "alternative"))
    }
}
