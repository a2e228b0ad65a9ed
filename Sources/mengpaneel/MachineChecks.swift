import Foundation
import OpenData

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What `mengpaneel doctor` looks at of the machine. Whatever is missing costs a feature, which the line names, with how
/// to install it here.
enum MachineChecks {
    static func all(port: Int) async -> [Check] {
        [
            Check("program", .good, "mengpaneel \(Version.text)"), await reader,
            program(
                "Chromium", Programs.browser, without: "no PDF of reports; print the page from a browser",
                debian: "chromium", brew: "--cask chromium"),
            program(
                "pandoc", Programs.find(["pandoc"]), without: "no reports as ODT or DOCX", debian: "pandoc",
                brew: "pandoc"),
            program(
                "rsvg-convert", Programs.find(["rsvg-convert"]), without: "no pictures in ODT and DOCX",
                debian: "librsvg2-bin", brew: "librsvg"),
            memory, portIsFree(port),
        ]
    }

    private static func program(
        _ name: String, _ path: String?, without: String, debian: String, brew: String
    ) -> Check {
        #if os(macOS)
            let how = "brew install \(brew)"
        #else
            let how = "apt install \(debian)"
        #endif
        return path.map { Check(name, .good, $0) }
            ?? Check(name, .absent, "not found: \(without). To install: \(how)")
    }

    /// The reader is tried on a table of one row: it may be there while a library that it loads is not.
    private static var reader: Check {
        get async {
            let name = "mengpaneel-read"
            guard let reader = try? TableReader() else {
                return Check(
                    name, .absent,
                    "not found beside this program: `import` and `fetch` cannot read files. Build it with script/server, or set MENGPANEEL_READ."
                )
            }
            let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
                "mengpaneel-doctor-\(UUID().uuidString)")
            defer { try? FileManager.default.removeItem(at: folder) }
            do {
                try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
                let file = folder.appendingPathComponent("probe.geojson")
                try Data(probe.utf8).write(to: file)
                let rows = try await reader.table(file.path).rowCount
                guard rows == 1 else {
                    return Check(name, .broken, "\(reader.executable) read \(rows) rows of a table of one.")
                }
                return Check(name, .good, "\(reader.executable), reads files by GDAL")
            } catch {
                #if os(macOS)
                    let how = "brew install gdal"
                #else
                    let how = "apt install libgdal-dev, or the libgdal of this system's release"
                #endif
                return Check(
                    name, .broken,
                    "\(reader.executable) does not work: `import` and `fetch` cannot read files. To install: \(how)"
                )
            }
        }
    }

    private static let probe = """
        {"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"name": "a", "count": 1}, "geometry": null}]}
        """

    private static var memory: Check {
        let process = ProcessInfo.processInfo
        return Check(
            "memory", .good,
            "\(process.physicalMemory >> 30) GB, \(process.activeProcessorCount) processors")
    }

    private static func portIsFree(_ port: Int) -> Check {
        isFree(port)
            ? Check("port", .good, "\(port) is free")
            : Check(
                "port", .attention,
                "\(port) cannot be used now, another program may have it: stop that one, or choose a port with `serve --port`."
            )
    }

    /// Whether a server could listen on the port of this machine; the port is let go at once.
    private static func isFree(_ port: Int) -> Bool {
        #if canImport(Glibc)
            let kind = Int32(SOCK_STREAM.rawValue)
        #else
            let kind = SOCK_STREAM
        #endif
        let socket = socket(AF_INET, kind, 0)
        guard socket >= 0 else { return false }
        defer { close(socket) }
        // As the server does: a port that was let go a moment ago is free.
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0 && listen(socket, 1) == 0
            }
        }
    }
}
