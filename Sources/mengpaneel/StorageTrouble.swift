import Bilingual
import Synchronization

/// Tells the person at the desk once that votes are not kept, and once that they are again; phones keep them meanwhile.
final class StorageTrouble: Sendable {
    private let path: String
    private let isTold = Mutex(false)

    init(path: String) { self.path = path }

    func began(_ error: any Error) {
        guard !isTold.withLock({ exchange(&$0, true) }) else { return }
        Terminal.say(
            Terminal.language == .dutch
                ? "Let op: stemmen worden niet bewaard en blijven op de telefoons. \(error)"
                : "Votes are not kept and stay on the phones. \(error)")
    }

    func ended() {
        guard isTold.withLock({ exchange(&$0, false) }) else { return }
        Terminal.say(
            Terminal.language == .dutch
                ? "\(path): stemmen worden weer bewaard." : "\(path): votes are kept again.")
    }

    /// Puts `new` in the place of a value.
    /// - Returns: what was there.
    private func exchange(_ value: inout Bool, _ new: Bool) -> Bool {
        defer { value = new }
        return value
    }
}
