internal import Foundation

/// Stops the program where a reader does not keep its word: libFuzzer then keeps the input.
public func promise(
    _ holds: Bool, _ words: @autoclosure () -> String, file: StaticString = #fileID, line: UInt = #line
) {
    guard !holds else { return }
    // An optimised program says nothing of its own when it stops.
    FileHandle.standardError.write(Data("\(file):\(line): broken promise: \(words())\n".utf8))
    preconditionFailure("broken promise", file: file, line: line)
}

/// Runs what may refuse its input, and holds the refusal to the rule of the house: it says something, and does not flood the
/// terminal with what was found. That it is one line is the work of the command line, which takes out what a file put in.
public func refusable<Value>(
    file: StaticString = #fileID, line: UInt = #line, _ body: () throws -> Value
) -> Value? {
    do {
        return try body()
    } catch {
        let text = "\(error)"
        promise(
            !text.isEmpty && text.utf8.count < 20_000, "an error that can be read, not: \(text)", file: file,
            line: line)
        return nil
    }
}
