import Bilingual
import Foundation

/// What is told along the way, on standard error; progress only where a person is watching.
enum Terminal {
    static var isWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// Dutch where the person's own settings say so.
    static var language: Language {
        let environment = ProcessInfo.processInfo.environment
        let setting = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first {
            !$0.isEmpty
        }
        return setting?.hasPrefix("nl") == true ? .dutch : .english
    }

    /// A line for the person at the desk.
    static func say(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }

    /// The outcome itself, on standard output. When that cannot take it (the disk behind it is full), the program ends: half
    /// a table must not look like a whole one.
    static func write(_ data: Data) {
        do {
            try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
            say("Error: the outcome could not be written whole; is the disk full?")
            exit(EXIT_FAILURE)
        }
    }

    /// A line that the next one overwrites; nothing when nobody watches.
    static func progress(_ line: String) {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
    }

    /// Takes the progress line away.
    static func endProgress() {
        guard isWatched else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
    }
}

/// Something that the user must mend, in one line; or several such things, in a line each.
struct UserError: Error, CustomStringConvertible {
    var lines: [String]
    var description: String { lines.joined(separator: "\n") }

    init(_ line: String) { lines = [line] }
    init(lines: [String]) { self.lines = lines }
}
