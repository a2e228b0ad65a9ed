import Bilingual
import HousingMarket
import Neighbourhoods

/// The open package of the mixing desk as a file, and the command that repeats the run.
struct DeskFile {
    let scene: Scene
    let model: DeskModel

    /// Where the file is found; the address of the desk says which.
    static let path = "/mengtafel/pakket.yaml"

    /// The name under which a browser saves it.
    var name: String { "pakket-\(DeskState.slots[scene.state.desk.open]).yaml" }

    /// The address of the file.
    var href: String {
        let query = scene.state.query
        return query.isEmpty ? Self.path : Self.path + "?" + query
    }

    /// The package as the command line reads it, under a few lines that say where it comes from.
    var text: String {
        var lines = ["# \(scene.studio.program)"]
        if scene.studio.isSynthetic { lines.append("# \(Strings.syntheticNote[scene.language])") }
        lines.append("# \(command)")
        return lines.joined(separator: "\n") + "\n" + model.package.yaml
    }

    /// What gives the same figures on the command line. A desk without a package only does nothing.
    var command: String {
        var words = ["mengpaneel", "simulate", Self.quoted(scene.studio.file)]
        words +=
            model.package.measures.isEmpty
            ? ["--until", "\(model.horizon)"] : ["--package", name]
        words += ["--level", scene.level.rawValue]
        if scene.studio.towns.count > 1 { words += ["--municipality", scene.town.code.rawValue] }
        words += ["--runs", "\(DeskModel.fullRuns)", "--seed", "\(DeskModel.seed)"]
        return words.joined(separator: " ")
    }

    /// A word of a shell: quoted where it holds more than letters, digits and a few plain marks.
    private static func quoted(_ word: String) -> String {
        let isPlain = word.allSatisfy { one in
            one.isASCII && (one.isLetter || one.isNumber || "._-".contains(one))
        }
        return isPlain && !word.hasPrefix("-") ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
