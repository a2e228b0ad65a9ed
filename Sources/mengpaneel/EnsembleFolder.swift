import EnsembleShards
import Foundation

/// The folder of a plan: `plan.json`, a file for each shard, and beside it what a shard under way has finished.
struct EnsembleFolder {
    let path: String

    init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    var planFile: String { path + "/plan.json" }

    func file(_ index: Int) -> String { path + "/" + ShardFile.name(index) }

    /// The plan that lies here.
    func plan() throws -> EnsemblePlan {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            throw UserError(
                "\(path): there is no such folder; make a plan with `mengpaneel ensemble plan`.")
        }
        let text = try InputFile.text(
            planFile, expected: "the plan of an ensemble", largest: EnsemblePlan.largestFile)
        return try EnsemblePlan.read(json: text, file: planFile)
    }

    /// Writes the plan; the same plan again changes nothing, another one is not overwritten.
    func write(_ plan: EnsemblePlan) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else {
                throw UserError("\(path): is a file; give a folder for the plan.")
            }
        } else {
            do {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            } catch {
                throw UserError("\(path): the folder could not be made; check the folder above it.")
            }
        }
        if FileManager.default.fileExists(atPath: planFile) {
            guard try self.plan() == plan else {
                throw UserError(
                    "\(planFile): another plan lies here already; give another folder, or take it away with its shards."
                )
            }
            return
        }
        try WholeFile.write(Data(plan.json.utf8), to: planFile)
    }

    /// The names of the shard files, in order of their names.
    func shardNames() throws -> [String] {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw UserError("\(path): the folder cannot be read; check its permissions.")
        }
        return names.filter(ShardFile.isName).sorted()
    }

    /// The bytes of a file of the folder; nil where it is not there.
    func bytes(_ name: String) throws -> [UInt8]? {
        let file = path + "/" + name
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw UserError("\(file): cannot be read; check its permissions.")
        }
        return [UInt8](data)
    }

    /// What keeps the file of shard `index` from being valid; nil when it is.
    func defect(_ index: Int, of plan: EnsemblePlan) throws -> Defect? {
        let file = file(index)
        guard let bytes = try bytes(ShardFile.name(index)) else { return .absent }
        do {
            let header = try ShardHeader(bytes: bytes, file: file)
            try header.check(against: plan, file: file)
            guard header.index == index else {
                return .invalid("\(file): holds shard \(header.index) under a wrong name.")
            }
        } catch {
            return .invalid("\(error)")
        }
        return nil
    }

    enum Defect {
        case absent
        case invalid(String)
    }
}
