import Bilingual
import Foundation
import MetaAnalysis
import Workbench

/// The figures of `evidence pool` as one HTML file.
enum PoolFigures {
    static func write(
        _ pooled: PooledEffect, of file: EffectsFile, for command: EvidencePoolCommand, to path: String
    ) throws {
        guard URL(filePath: path).standardizedFileURL != URL(filePath: command.file).standardizedFileURL
        else {
            throw UserError("--html: '\(path)' is the file of the effects itself; give another name.")
        }
        let moderators = try command.moderator.compactMap { name in
            try file.numbers(name, "--moderator").map { PoolingReport.Column(name: name, values: $0) }
        }
        let order = try command.cumulative.flatMap { name in
            try file.numbers(name, "--cumulative").map { PoolingReport.Column(name: name, values: $0) }
        }
        let classes = try command.subgroup.map { name in
            PoolingReport.Classes(
                name: name, labels: try file.labels(name, "--subgroup"),
                heterogeneity: command.subgroupTau2 == "own" ? .own : .common)
        }
        // A line in a plane shows one moderator; a regression on several is no such line.
        let report = try PoolingReport(
            pooled, file: file.name,
            moderator: command.moderator.count == 1 ? moderators.first : nil,
            order: order, classes: classes, language: command.language ?? .dutch)
        let html = report.html
        try WholeFile.write(Data(html.utf8), to: path)
        Terminal.say("\(path): \(html.utf8.count >> 10) kB")
    }
}
