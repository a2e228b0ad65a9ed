/// The cases in the form that peeling works with: categories as whole numbers, only the cases still to be covered.
struct CodedCases {
    /// A column of the remaining cases.
    enum Column {
        case numbers([Double], least: Double, most: Double)
        case categories([Int], names: [String])
    }

    let names: [String]
    let columns: [Column]
    let ofInterest: [Bool]
    /// The number of cases and of cases of interest in the whole table.
    let allCases: Int
    let allOfInterest: Int

    init(_ table: ScenarioTable, remaining: [Bool]) {
        let places = remaining.indices.filter { remaining[$0] }
        names = table.variables.map(\.name)
        ofInterest = places.map { table.ofInterest[$0] }
        allCases = table.ofInterest.count
        allOfInterest = table.ofInterest.count { $0 }
        columns = table.variables.map { variable in
            switch variable.values {
            case .numbers(let numbers):
                return .numbers(
                    places.map { numbers[$0] }, least: numbers.min() ?? 0, most: numbers.max() ?? 0)
            case .categories(let labels):
                let names = Set(labels).sorted()
                let codes = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
                return .categories(places.map { codes[labels[$0]] ?? 0 }, names: names)
            }
        }
    }

    /// Numbers first and categories after them, each in the order of the columns, as the EMA workbench goes through them.
    var order: [Int] {
        let isNumber = columns.map { if case .numbers = $0 { true } else { false } }
        return columns.indices.filter { isNumber[$0] } + columns.indices.filter { !isNumber[$0] }
    }
}

/// The limits of a box while it is sought.
struct BoxLimits {
    /// What is asked of one column.
    enum Limit: Equatable {
        /// Infinite where an end is free.
        case range(Double, Double)
        /// Per category whether it is allowed.
        case categories([Bool])
    }

    var limits: [Limit]

    /// A box that restricts nothing.
    init(_ cases: CodedCases) {
        limits = cases.columns.map { column in
            switch column {
            case .numbers: .range(-.infinity, .infinity)
            case .categories(_, let names): .categories([Bool](repeating: true, count: names.count))
            }
        }
    }

    /// The columns that are restricted.
    var restricted: [Int] {
        limits.indices.filter { place in
            switch limits[place] {
            case .range(let lower, let upper): lower.isFinite || upper.isFinite
            case .categories(let allowed): allowed.contains(false)
            }
        }
    }

    /// The box in the words of the table.
    func box(_ cases: CodedCases) -> ScenarioBox {
        ScenarioBox(
            restricted.map { place in
                let limit: ScenarioBox.Limit =
                    switch (limits[place], cases.columns[place]) {
                    case (.range(let lower, let upper), _):
                        .range(
                            lower: lower.isFinite ? lower : nil, upper: upper.isFinite ? upper : nil)
                    case (.categories(let allowed), .categories(_, let names)):
                        .categories(zip(names, allowed).filter(\.1).map(\.0))
                    case (.categories, .numbers):
                        .categories([])
                    }
                return ScenarioBox.Restriction(cases.names[place], limit)
            })
    }
}
