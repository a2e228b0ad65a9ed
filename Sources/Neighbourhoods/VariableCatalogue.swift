/// Every variable that the program knows, by identifier. Readers map columns of sources to these; a mapping file
/// names them. A column that fits none is reported, not guessed.
public enum VariableCatalogue {
    /// All variables, grouped by theme.
    public static let all: [Variable] =
        population + stock + income + facilities + safety + satisfaction + liveability + opportunity

    /// The variable with identifier `id`, or nil.
    public static func variable(_ id: Variable.ID) -> Variable? { byID[id] }

    /// All variables of one family, in catalogue order: `tenure` gives the tenures.
    public static func family(_ name: String) -> [Variable] { all.filter { $0.id.family == name } }

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}
