import Foundation
import Neighbourhoods
import ProjectFile
import WorkingGroup

/// What `mengpaneel doctor` looks at of a project: whether it can be read, whether it is whole, whether it can be written
/// to where that is needed, and which sessions should have been deleted. Nothing is written.
struct ProjectChecks {
    let path: String

    /// Below this an evening could fill the disk.
    private static let scarce: Int64 = 200 << 20
    /// Below this SQLite cannot be sure of writing a vote.
    private static let tooLittle: Int64 = 20 << 20

    var all: [Check] {
        let file: ProjectFile
        do {
            file = try ProjectFile.open(path)
        } catch {
            return [Check("project", .broken, "\(error)")]
        }
        do {
            let isIntact = try file.isIntact()
            let whole = Check(
                "integrity", isIntact ? .good : .broken,
                isIntact
                    ? "every page of the file was read"
                    : "SQLite finds errors in the file: go back to a copy, or save what can be read with `sqlite3 FILE .recover`."
            )
            // What stands in pages that are damaged is not to be trusted, so nothing more is said of it.
            guard isIntact else { return [Check("project", .good, path), whole] }
            let sessions = try sessions(of: file)
            let needsWriting = sessions.contains { $0.isOpen }
            return [Check("project", .good, path), whole, try form(of: file)] + (try contents(of: file))
                + [access(needsWriting), space(needsWriting)].compactMap { $0 } + sessions.map(\.check)
        } catch {
            return [Check("project", .broken, "\(error)")]
        }
    }

    private func form(of file: ProjectFile) throws -> Check {
        let form = try file.form()
        return Check(
            "form", .good,
            form.isCurrent
                ? "\(form.applied) of \(form.known), current"
                : "\(form.applied) of \(form.known), of an older version: it is brought up to date at the first change"
        )
    }

    private func contents(of file: ProjectFile) throws -> [Check] {
        let imports = try file.imports()
        let towns = try file.municipalities()
        return [
            Check(
                "imports", imports.isEmpty ? .absent : .good,
                imports.isEmpty
                    ? "no data yet: no maps and no claims, an evening can be held"
                    : imports.map(\.name).joined(separator: "; ")),
            Check(
                "municipalities", towns.isEmpty ? .absent : .good,
                towns.count > 5 ? "\(towns.count)" : towns.map(\.title).joined(separator: ", ")),
        ]
    }

    private var folder: String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().deletingLastPathComponent().path
    }

    /// SQLite writes a journal beside the file, so the folder counts as well.
    private func access(_ isNeeded: Bool) -> Check {
        let files = FileManager.default
        if files.isWritableFile(atPath: path), files.isWritableFile(atPath: folder) {
            return Check("writing", .good, "the file and its folder can be written to")
        }
        let what = files.isWritableFile(atPath: path) ? "the folder" : "the file"
        return Check(
            "writing", isNeeded ? .broken : .attention,
            "\(what) cannot be written to: pages and reports work, \(isNeeded ? "its session cannot keep votes" : "`import` and sessions do not")."
        )
    }

    private func space(_ isNeeded: Bool) -> Check? {
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else { return nil }
        let text = "\(free >> 20) MB free beside the project"
        if free < Self.tooLittle {
            return Check("disk", isNeeded ? .broken : .attention, "\(text): too little to write")
        }
        return Check("disk", free < Self.scarce ? .attention : .good, text)
    }

    private func sessions(of file: ProjectFile) throws -> [(check: Check, isOpen: Bool)] {
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        return try file.sessions().map { session in
            let name = "session \(session.code)"
            do {
                guard let retention = try SessionRooms.log(of: session, in: file).retention else {
                    return (Check(name, .good, "holds nothing yet"), true)
                }
                let state = retention.closed.map { "closed \(SessionDates.day($0))" } ?? "not closed"
                let day = SessionDates.day(retention.until)
                guard retention.until < now else {
                    return (Check(name, .good, "\(state), to be deleted on \(day)"), retention.closed == nil)
                }
                return (
                    Check(
                        name, .attention,
                        "\(state), was to be deleted on \(day): `mengpaneel session delete \(path) --code \(session.code) --yes`"
                    ), false
                )
            } catch {
                return (Check(name, .broken, "\(error)"), false)
            }
        }
    }
}
