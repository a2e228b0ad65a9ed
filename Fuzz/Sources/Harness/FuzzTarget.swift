internal import Foundation
internal import FuzzDriver
internal import Synchronization

/// A reader under test.
public struct FuzzTarget: Sendable {
    /// Its name, as `script/fuzz` takes it.
    public let name: String
    let body: @Sendable (Input) -> Void

    /// A target that hands each input to `body`; what `body` returns from is fine, whatever was in it.
    public init(_ name: String, _ body: @escaping @Sendable (Input) -> Void) {
        self.name = name
        self.body = body
    }

    /// Runs the target that the environment names in `FUZZ_TARGET` under libFuzzer, with the arguments of the program;
    /// without that name it lists the targets. libFuzzer starts the program again by itself and hands on its own
    /// arguments only, so the name is not among them.
    public static func run(among targets: [FuzzTarget]) -> Int32 {
        guard let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] else {
            for target in targets { FileHandle.standardOutput.write(Data((target.name + "\n").utf8)) }
            return 0
        }
        guard let target = targets.first(where: { $0.name == name }) else {
            FileHandle.standardError.write(Data("there is no target '\(name)'\n".utf8))
            return 2
        }
        chosen.withLock { $0 = target }
        var count = CommandLine.argc
        var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
        return LLVMFuzzerRunDriver(&count, &arguments) { bytes, size in
            let input = Input(Array(UnsafeBufferPointer(start: bytes, count: size)))
            chosen.withLock { $0 }?.body(input)
            return 0
        }
    }
}

/// The target that runs, where a C function, which can hold nothing itself, finds it. Not its body by itself: a lock hands a
/// closure back wrapped once more each time it is looked at, and the stack runs full.
private let chosen = Mutex<FuzzTarget?>(nil)
