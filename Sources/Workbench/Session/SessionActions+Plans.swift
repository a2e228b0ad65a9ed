import HousingMarket
import WorkingGroup

/// Registers, bottlenecks, plans and knowledge items.
extension SessionActions {
    var registerEvent: SessionEvent? {
        get throws {
            switch request.fields["doe"] {
            case "vraag":
                return .questionRaised(
                    text: text(), theme: optional("thema") == nil ? nil : try whole("thema", "theme"))
            case "antwoord":
                guard let status = QuestionStatus(rawValue: text("stand")) else {
                    throw SessionError.value(what: "type", found: text("stand"), expected: "one of the list")
                }
                return .questionSettled(
                    question: try whole("nummer", "question"), status: status,
                    owner: text("wie").trimmed, answer: text().trimmed)
            case "register":
                guard let register = Register(rawValue: text("soort")) else {
                    throw SessionError.value(what: "type", found: text("soort"), expected: "one of the list")
                }
                return .noted(register: register, text: text(), claims: claims)
            case "knelpunt":
                guard let type = BottleneckType(rawValue: text("soort")) else {
                    throw SessionError.value(what: "type", found: text("soort"), expected: "one of the list")
                }
                return .bottleneckNamed(
                    text: text(), type: type, remover: text("wie").trimmed,
                    lever: optional("knop") == nil ? nil : try lever)
            case "norm":
                guard let low = try decimal("laagste", "number"), let high = try decimal("hoogste", "number")
                else {
                    throw SessionError.value(what: "number", found: "", expected: "a number")
                }
                return .normAsked(norm: text("norm"), unit: text("eenheid").trimmed, low: low, high: high)
            case "kennisvraag":
                return .pollItemAsked(
                    text: text(), unit: text("eenheid").trimmed,
                    truth: try decimal("waarheid", "answer"), source: text("bron").trimmed)
            default: return nil
            }
        }
    }

    func planEvent(_ state: SessionState) throws -> SessionEvent? {
        switch request.fields["doe"] {
        case "ambitie": return .ambitionNamed(text: text())
        case "doel":
            return .targetSet(
                ambition: try whole("nummer", "ambition"), text: text(), year: try whole("jaar", "year"))
        case "knop":
            return .leverChosen(
                target: try whole("nummer", "target"), lever: try lever, place: text("plaats"))
        case "alternatief":
            return .alternativeSketched(
                name: text("naam"), package: try package, price: try decimal("prijs", "price"))
        case "budget":
            guard let millions = try decimal("miljoen", "budget") else {
                throw SessionError.value(what: "budget", found: "", expected: "a number")
            }
            return .budgetSet(millions: millions)
        case "taak":
            let target = optional("doel") == nil ? nil : try whole("doel", "target")
            try checkRoom(forTaskOf: target, state)
            return .taskAgreed(
                text: text(), actor: text("wie"), place: text("plaats").trimmed,
                date: text("datum").trimmed, target: target)
        case "gedaan":
            return .taskReported(
                task: try whole("nummer", "task"), isDone: request.fields["klaar"] == "1")
        default: return nil
        }
    }

    /// An ambition gets a few first tasks and no list that nobody looks at again.
    private func checkRoom(forTaskOf target: Int?, _ state: SessionState) throws(ChairRefusal) {
        func ambition(_ target: Int?) -> Int? {
            target.flatMap { number in state.targets.first { $0.number == number }?.ambition }
        }
        guard let own = ambition(target) else { return }
        guard state.tasks.count(where: { ambition($0.target) == own }) < SessionState.mostTasks else {
            throw ChairRefusal(text: SessionStrings.Chair.ambitionIsFull(SessionState.mostTasks))
        }
    }

    private var lever: String {
        get throws(SessionError) {
            let code = text("knop").trimmed.uppercased()
            guard LeverKind.allCases.contains(where: { $0.code == code }) else {
                throw .value(what: "lever", found: text("knop"), expected: "one of L1 to L22")
            }
            return code
        }
    }

    /// The package as it was written, once it can be read as one.
    private var package: String {
        get throws(ChairRefusal) {
            let yaml = text("pakket").replacing("\r\n", with: "\n")
            guard yaml.contains(where: { !$0.isWhitespace }) else { return "" }
            do {
                _ = try Package.read(yaml: yaml, file: "pakket")
            } catch {
                throw ChairRefusal(
                    text: SessionStrings.Chair.wrongPackage(error.description.replacing("\n", with: " ")))
            }
            return yaml
        }
    }
}
