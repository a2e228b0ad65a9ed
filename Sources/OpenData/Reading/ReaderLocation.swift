import Foundation

/// Where the reading program is.
enum ReaderLocation {
    static let name = "mengpaneel-read"

    /// The first of the places that holds an executable file.
    static func find(given: String?) -> String? {
        if let given { return usable(given) }
        if let named = ProcessInfo.processInfo.environment["MENGPANEEL_READ"] { return usable(named) }
        var folder = URL(fileURLWithPath: ownPath).resolvingSymlinksInPath().deletingLastPathComponent()
        // A test bundle on macOS lies some folders below the products; on Linux it lies beside them.
        for _ in 0..<5 {
            if let found = usable(folder.appendingPathComponent(name).path) { return found }
            folder.deleteLastPathComponent()
        }
        return nil
    }

    private static var ownPath: String {
        Bundle.main.executablePath ?? CommandLine.arguments.first ?? name
    }

    private static func usable(_ path: String) -> String? {
        FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }
}
