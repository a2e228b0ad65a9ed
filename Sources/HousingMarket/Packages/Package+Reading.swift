internal import YAMLGuard
internal import Yams

extension Package {
    /// The largest file that is read, in bytes.
    public static let largestFile = 1 << 20

    /// A package from its YAML text. `Documentation/Packages.md` describes the fields.
    ///
    /// - Parameters:
    ///   - yaml: the text.
    ///   - file: the name of the file, for errors.
    /// - Throws: ``PackageError`` in one line.
    public static func read(yaml: String, file: String) throws(PackageError) -> Package {
        guard yaml.utf8.count <= largestFile else {
            throw PackageError(
                file: file, message: "\(yaml.utf8.count >> 20) MB is more than the 1 MB that a package takes."
            )
        }
        guard yaml.contains(where: { !$0.isWhitespace }) else {
            throw PackageError(
                file: file,
                message: "the file is empty; a package with 'package', 'horizon' and 'measures' is expected.")
        }
        do throws(YAMLGuard.Refusal) {
            try YAMLGuard.check(yaml)
        } catch {
            throw PackageError(file: file, line: error.line, message: "\(error).")
        }
        let node: Node?
        do {
            node = try compose(yaml: yaml)
        } catch {
            throw PackageError(
                file: file, line: Self.line(of: error), message: "is no YAML: \(Self.text(of: error)).")
        }
        guard let node else {
            throw PackageError(file: file, message: "holds no fields; a package is expected.")
        }
        let root = try PackageNode(node, file: file)
        try root.allow(["package", "horizon", "limits", "measures"], in: "a package")
        let horizon = try root.whole("horizon", 1900...2200, "a year")
        var package = Package(name: try root.text("package"), horizon: horizon, measures: [])
        package.limits = try limits(root)
        guard let list = root.node("measures") else {
            throw root.error("measures", "is missing; give a list, or [] for none.")
        }
        guard case .sequence(let measures) = list else {
            throw root.error(
                "measures", "a list is expected, each line with '- lever:'; found \(PackageNode.kind(list)).")
        }
        for one in measures {
            package.measures.append(try MeasureReader(try PackageNode(one, file: file)).measure())
        }
        return package
    }

    private static func limits(_ root: PackageNode) throws(PackageError) -> PackageLimits {
        guard let node = try root.optional("limits") else { return PackageLimits() }
        try node.allow(["rehousingPerYear", "buildingPerYear", "budget", "leastSocialRent"], in: "'limits'")
        var limits = PackageLimits()
        if node.node("rehousingPerYear") != nil {
            limits.rehousingPerYear = try node.whole(
                "rehousingPerYear", 0...10_000_000, "a number of households")
        }
        if node.node("buildingPerYear") != nil {
            limits.buildingPerYear = try node.whole("buildingPerYear", 0...10_000_000, "a number of homes")
        }
        if node.node("budget") != nil {
            limits.budget = try node.number("budget", 0...1e13, "an amount in euro")
        }
        if node.node("leastSocialRent") != nil {
            limits.leastSocialRent = try node.number("leastSocialRent", 0...1, "a share from 0 to 1")
        }
        return limits
    }

    private static func line(of error: any Error) -> Int {
        guard let error = error as? YamlError else { return 0 }
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            return mark.line
        default: return 0
        }
    }

    private static func text(of error: any Error) -> String {
        guard let error = error as? YamlError else { return "it cannot be read" }
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            return problem
        case .duplicatedKeysInMapping(let keys, _):
            return "the field '\(keys.map { "\($0)" }.joined(separator: "', '"))' stands twice; keep one"
        default: return "it cannot be read"
        }
    }
}
