public import Neighbourhoods

/// A code that stood for another place before: figures before and after are not linked.
public struct CodeBreak: Sendable, Hashable {
    /// The code.
    public var code: AreaCode
    /// The name it had.
    public var earlier: String
    /// The name it has.
    public var later: String

    /// The codes that occur in both lists under names that do not agree, in code order. A store asks this before it
    /// puts a new table beside an older one.
    public static func between(_ earlier: [Area], _ later: [Area]) -> [CodeBreak] {
        let names = Dictionary(earlier.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        return later.sorted { $0.code < $1.code }.compactMap { area in
            guard let name = names[area.code], !AreaNames.agree(name, area.name) else { return nil }
            return CodeBreak(code: area.code, earlier: name, later: area.name)
        }
    }
}
