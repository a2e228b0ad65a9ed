import Bilingual
import HousingMarket
import Neighbourhoods

/// A change to the open package that a form of the mixing desk asks for.
struct DeskEdit {
    /// Names of the fields of the form.
    enum Key {
        static let action = "doe"
        static let lever = "middel"
        static let areas = "waar"
        static let from = "vanaf"
        static let through = "totmet"
        static let number = "nr"
    }

    let items: [QueryString.Item]

    /// The edit in a query; nil when it asks for none.
    init?(_ items: [QueryString.Item]) {
        guard items.contains(where: { $0.name == Key.action }) else { return nil }
        self.items = items
    }

    private func value(_ name: String) -> String? {
        items.first { $0.name == name }.map(\.value).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The fields that are not part of the choices of a page.
    static func isOwn(_ name: String) -> Bool {
        [Key.action, Key.lever, Key.areas, Key.from, Key.through, Key.number].contains(name)
            || name.hasPrefix("v.") || name.hasPrefix(DeskLimit.mark)
    }

    /// What was filled in as limits, by field; nil when the edit is about something else.
    var typedLimits: [String: String]? {
        guard value(Key.action) == Self.limits else { return nil }
        return Dictionary(
            items.filter { $0.name.hasPrefix(DeskLimit.mark) }.map { ($0.name, $0.value) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The word of the edit that sets limits.
    static let limits = "grenzen"

    /// The desk after the change, or the one line that says why it cannot be made.
    func applied(to desk: DeskState, start: StartingState, horizon: Int, language: Language = .dutch)
        -> Result<DeskState, DeskRefusal>
    {
        var next = desk
        let now = desk.packages[desk.open]
        var limits: PackageLimits?
        if let typed = typedLimits {
            switch DeskLimit.read(typed, language) {
            case .success(let read): limits = read
            case .failure(let refusal): return .failure(refusal)
            }
        }
        do throws(PackageError) {
            switch value(Key.action) {
            case "weg":
                next.packages[desk.open] = try without(Int(value(Key.number) ?? "") ?? 0, now, horizon)
            case "leeg": next.packages[desk.open] = ""
            case Self.limits:
                next.packages[desk.open] = try limited(
                    now, limits ?? PackageLimits(), horizon, DeskState.slots[desk.open])
            case "terug":
                next.packages[desk.open] = desk.before ?? ""
                next.before = now
                return .success(next)
            default:
                next.packages[desk.open] = try with(
                    now, start: start, horizon: horizon, slot: DeskState.slots[desk.open])
            }
        } catch { return .failure(DeskRefusal(error)) }
        next.before = now
        return .success(next)
    }

    private func package(_ yaml: String, _ horizon: Int, slot: String = "A") throws(PackageError) -> Package {
        yaml.isEmpty
            ? Package(name: slot, horizon: horizon, measures: []) : try Package.read(yaml: yaml, file: slot)
    }

    private func without(_ number: Int, _ yaml: String, _ horizon: Int) throws(PackageError) -> String {
        var package = try package(yaml, horizon)
        guard package.measures.indices.contains(number - 1) else { return yaml }
        package.measures.remove(at: number - 1)
        return text(package)
    }

    /// The package under other limits.
    private func limited(_ yaml: String, _ limits: PackageLimits, _ horizon: Int, _ slot: String)
        throws(PackageError) -> String
    {
        var package = try package(yaml, horizon, slot: slot)
        package.limits = limits
        return text(package)
    }

    /// A package that neither does nor limits anything takes no room in the address.
    private func text(_ package: Package) -> String {
        package.measures.isEmpty && package.limits == PackageLimits() ? "" : package.yaml
    }

    /// The package with the measure of the form behind it, checked against the town.
    private func with(_ yaml: String, start: StartingState, horizon: Int, slot: String) throws(PackageError)
        -> String
    {
        var package = try package(yaml, horizon, slot: slot)
        package.horizon = horizon
        let added = try Package.read(yaml: snippet(horizon), file: slot)
        package.measures += added.measures
        try package.check(against: start, file: slot)
        return package.yaml
    }

    /// The measure of the form as a package of its own, so that it is read and refused like any other.
    private func snippet(_ horizon: Int) -> String {
        var lines = [
            "package: \"new\"", "horizon: \(horizon)", "measures:",
            "  - lever: \(plain(value(Key.lever) ?? ""))",
        ]
        func add(_ line: String) { lines.append("    " + line) }
        // One option of the list can stand for all areas that were chosen on the map.
        let codes = items.filter { $0.name == Key.areas }
            .flatMap { $0.value.split(separator: ",") }.map { plain(String($0)) }
        if !codes.isEmpty { add("areas: [\(codes.joined(separator: ", "))]") }
        add("from: \(plain(value(Key.from) ?? ""))")
        if let through = value(Key.through) { add("through: \(plain(through))") }
        var groups: [(String, [String])] = []
        for item in items where item.name.hasPrefix("v.") && !item.value.isEmpty {
            let path = item.name.dropFirst(2).split(separator: ".").map(String.init)
            if path.count == 1 {
                add("\(plain(path[0])): \(plain(item.value))")
            } else if path.count == 2 {
                let line = "  \(plain(path[1])): \(plain(item.value))"
                if let place = groups.firstIndex(where: { $0.0 == path[0] }) {
                    groups[place].1.append(line)
                } else {
                    groups.append((path[0], [line]))
                }
            }
        }
        for (name, inside) in groups {
            add("\(plain(name)):")
            for line in inside { add(line) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// A value that can only be one scalar: quoted where it is more than letters, digits, points and dashes. A decimal
    /// comma becomes a point.
    private func plain(_ text: String) -> String {
        let number = text.replacing(",", with: ".")
        if Double(number) != nil { return number }
        if text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }), !text.isEmpty {
            return text
        }
        let inside = text.prefix(400).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            .map { $0.isNewline ? " " : String($0) }.joined()
        return "\"\(inside)\""
    }
}
