import Crypto
import EnsembleShards
import Foundation

/// Which program this is, down to its bytes: two builds of one version may still differ in what they compute.
enum ProgramBuild {
    static func current() throws -> EnsemblePlan.Program {
        #if os(Linux)
            let path = "/proc/self/exe"
        #else
            let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
        #endif
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else {
            throw UserError("\(path): the program cannot read itself; check its permissions.")
        }
        let digits = SHA256.hash(data: data).map { String(format: "%02x", $0) }.joined()
        return EnsemblePlan.Program(version: Version.text, build: digits)
    }
}
