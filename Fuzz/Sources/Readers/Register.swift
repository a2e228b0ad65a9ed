internal import EvidenceRegister
internal import Harness

@testable import CommandLineReaders

extension FuzzTarget {
    /// Files of the register of studies: its tables, and the changes that a project keeps.
    static let register = FuzzTarget("register") { input in
        var input = input
        switch input.choice(11) {
        case 0: again(Study.self, input)
        case 1: again(Effect.self, input)
        case 2: again(Trial.self, input)
        case 3: again(LeverLink.self, input)
        case 4: again(EdgeLink.self, input)
        case 5: again(Remark.self, input)
        case 6: again(AnswerSentence.self, input)
        case 7: again(PanelStrength.self, input)
        case 8: again(PoolingCandidate.self, input)
        case 9:
            let file = Scratch("studies.csv")
            file.write(input.bytes)
            lines { try StudiesFile(path: file.path) }
        default: changes(input.text)
        }
    }

    /// Rows that were read, written and read again are the same.
    private static func again<Row: TableRow>(_ type: Row.Type, _ input: Input) {
        guard let text = refusable({ try TextFile(bytes: input.bytes, name: "x.csv").text }),
            let rows = lines({ try TableFile.read(type, from: text, name: "x.csv") })
        else { return }
        let written = TableFile.write(rows)
        let second = lines { try TableFile.read(type, from: written, name: "x.csv") }
        promise(second == rows, "\(type): what was written is read as it was: \(written)")
    }

    /// All mistakes of a file are told at once, one line each.
    @discardableResult private static func lines<Value>(_ body: () throws -> Value) -> Value? {
        do {
            return try body()
        } catch let errors as RegisterErrors {
            for error in errors.errors { _ = refusable { throw error } }
        } catch {
            _ = refusable { throw error }
        }
        return nil
    }

    /// Changes as lines of JSON: what does not fit changes nothing, what fits can be taken back.
    private static func changes(_ text: String) {
        var log = start
        for line in text.split(separator: "\n").prefix(40) {
            guard let event = refusable({ try RegisterEvent(json: String(line)) }),
                let again = refusable({ try RegisterEvent(json: try event.json()) })
            else { continue }
            promise(again == event, "a change that was written is read as it was")
            let before = log
            if refusable({ try log.append(event) }) == nil { promise(log == before, "nothing was changed") }
        }
        guard log.events.count > start.events.count,
            let when = refusable({ try ISODate("2026-01-01") })
        else { return }
        let replayed = refusable { try RegisterLog(start: log.start, events: log.events) }
        promise(replayed?.state == log.state, "the same changes give the same register")
        let before = log.state
        guard refusable({ try log.undo(log.events.count, on: when) }) != nil else { return }
        _ = refusable { try log.undo(log.events.count, on: when) }
        promise(
            log.state.studies == before.studies && log.state.effects == before.effects,
            "taking back what was taken back gives what there was")
    }

    /// A register with one study.
    private static let start: RegisterLog = {
        let seed = refusable { try Register.seed() } ?? Register()
        let few = refusable { try Register(studies: Array(seed.studies.prefix(2))) } ?? Register()
        return refusable { try RegisterLog(start: few) } ?? emptyLog
    }()

    private static var emptyLog: RegisterLog {
        guard let log = try? RegisterLog(start: Register()) else {
            preconditionFailure("a register without rows and changes can be made")
        }
        return log
    }
}
