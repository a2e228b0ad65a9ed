import ArgumentParser
import Crypto
import EnsembleShards
import Foundation
import HousingMarket
import Neighbourhoods

/// The study of a plan on this machine: refused when the program or the figures are others than those of the plan.
enum EnsembleStudy {
    static func of(_ plan: EnsemblePlan, folder: EnsembleFolder, project: String) throws -> SimulationStudy {
        let here = try ProgramBuild.current()
        guard here == plan.program else {
            throw UserError(
                "\(folder.planFile): made by program \(short(plan.program)), this is program \(short(here)); use the same program file on every machine, or make a new plan."
            )
        }
        let study = try SimulationStudy(
            options: try options(plan, project), packageTexts: plan.packages.map { ($0.file, $0.yaml) })
        guard study.dataFingerprint == plan.data, study.ensemble(line(plan)).arms.map(\.name) == plan.arms
        else {
            throw UserError(
                "\(project): its figures are not those of the plan in \(folder.planFile) (found \(study.dataFingerprint), expected \(plan.data)); give the project that was planned, or make a new plan."
            )
        }
        return study
    }

    static func line(_ plan: EnsemblePlan) -> UncertaintyLine {
        UncertaintyLine(rawValue: plan.settings.uncertainty) ?? .chance
    }

    private static func short(_ program: EnsemblePlan.Program) -> String {
        "\(program.version) build \(program.build.prefix(12))"
    }

    /// The settings go through the same parser as those of `simulate`, so that both mean the same.
    private static func options(_ plan: EnsemblePlan, _ project: String) throws -> SimulationOptions {
        let settings = plan.settings
        var words = [
            project, "--municipality", settings.municipality, "--level", settings.level, "--runs",
            "\(settings.runs)", "--seed", "\(settings.seed)",
        ]
        if let year = settings.year { words += ["--year", "\(year)"] }
        if let until = settings.until { words += ["--until", "\(until)"] }
        if !settings.with.isEmpty { words += ["--with"] + settings.with }
        if !settings.assume.isEmpty { words += ["--assume"] + settings.assume }
        return try SimulationOptions.parse(words)
    }
}

extension SimulationStudy {
    /// A short text that changes whenever the starting population, the map or the names on it do.
    var dataFingerprint: String {
        let frame = town.frame
        var names = [frame.municipality.code.rawValue, frame.municipality.name]
        names += frame.areas.flatMap { [$0.code.rawValue, $0.name, "\($0.district)"] }
        names += frame.districts.flatMap { [$0.code.rawValue, $0.name] }
        let text = names.map { "\($0.utf8.count):\($0)" }.joined()
        let digits = SHA256.hash(data: Data(text.utf8)).prefix(8).map { String(format: "%02x", $0) }.joined()
        return "\(town.fingerprintText)-\(digits)"
    }
}
