/// The texts that SALib reads and writes: the problem, the points and the outcomes, so that its command line and Python
/// functions can recompute every figure.
///
/// Numbers are written with as many digits as give back the same number.
public enum SALibText {
    /// The problem for `read_param_file`: per factor a line `name,lower,upper`.
    /// - Throws: ``ExperimentError/factor(name:problem:)`` for a name with a character that separates fields there.
    public static func problem(_ factors: [Factor]) throws -> String {
        try Factor.check(factors)
        var text = ""
        for factor in factors {
            if factor.name.utf8.contains(where: { [9, 32, 34, 35, 44, 59].contains($0) }) {
                throw ExperimentError.factor(
                    name: factor.name,
                    problem: "SALib splits names at spaces, commas, semicolons, quotes and #; give a name "
                        + "without them")
            }
            text += "\(factor.name),\(factor.lower),\(factor.upper)\n"
        }
        return text
    }

    /// The factors of a problem.
    /// - Throws: ``ExperimentError/text(line:column:found:expected:)`` with the line and column, or
    ///   ``ExperimentError/factor(name:problem:)``. Groups and distributions other than `unif` are refused, for they would
    ///   change what the points mean.
    public static func factors(fromProblem text: String) throws -> [Factor] {
        var factors: [Factor] = []
        // With commas a name may hold spaces.
        let separator: DelimitedText.Separator = text.utf8.contains(UInt8(ascii: ",")) ? .comma : .loose
        for row in try DelimitedText.rows(text, separator)
        where row.trimmed(0).utf8.first != UInt8(ascii: "#") {
            guard row.fields.count >= 3 else {
                throw ExperimentError.text(
                    line: row.line, column: row.fields.count + 1, found: "\(row.fields.count) fields",
                    expected: "a name, a lower and an upper end")
            }
            let name = row.trimmed(0)
            for place in 3..<max(3, row.fields.count) {
                let field = row.trimmed(place)
                guard place == 3 && (field == name || field == "NA") || place == 4 && field == "unif" else {
                    throw ExperimentError.text(
                        line: row.line, column: place + 1, found: "'\(field)'",
                        expected: "nothing: factors are uniform and not in groups")
                }
            }
            factors.append(
                try Factor(name, row.number(1, of: "lower end"), row.number(2, of: "upper end")))
        }
        try Factor.check(factors)
        return factors
    }

    /// The points for `numpy.loadtxt`: a line per point, coordinates separated by a space, no header.
    public static func paramValues(_ design: Design) -> String {
        var text = ""
        for (place, value) in design.values.enumerated() {
            text += value.description
            text += (place + 1).isMultiple(of: design.factors.count) ? "\n" : " "
        }
        return text
    }

    /// The design of a file of points, separated by spaces, tabs or commas.
    /// - Throws: ``ExperimentError/text(line:column:found:expected:)``.
    public static func design(fromParamValues text: String, factors: [Factor]) throws -> Design {
        var values: [Double] = []
        try DelimitedText.forEachRow(text, .loose) { row in
            try row.check(count: factors.count, "one coordinate per factor")
            for place in row.fields.indices { values.append(try row.number(place, of: "coordinate")) }
        }
        return try Design(factors: factors, values: values)
    }

    /// Outcomes for `numpy.loadtxt`: a line per point, outcomes separated by a space, no header.
    /// - Parameter outcomes: one list per outcome, all of the same length.
    /// - Throws: ``ExperimentError`` for lists of different length or an outcome that is not finite.
    public static func outcomes(_ outcomes: [[Double]]) throws -> String {
        let count = outcomes.first?.count ?? 0
        for list in outcomes {
            guard list.count == count else {
                throw ExperimentError.count(
                    what: "outcomes", found: list.count, expected: "as many as in the first list, \(count)")
            }
            try Outcomes.checkFinite(list)
        }
        var text = ""
        for point in 0..<count {
            text += outcomes.map { $0[point].description }.joined(separator: " ")
            text += "\n"
        }
        return text
    }

    /// The outcomes of a file, one list per column.
    /// - Parameter points: the number of lines to be found, one per point of the design.
    /// - Throws: ``ExperimentError/text(line:column:found:expected:)``, or ``ExperimentError/count(what:found:expected:)``
    ///   for another number of lines.
    public static func outcomes(from text: String, points: Int) throws -> [[Double]] {
        var outcomes: [[Double]] = []
        var lines = 0
        try DelimitedText.forEachRow(text, .loose) { row in
            if lines == 0 { outcomes = [[Double]](repeating: [], count: row.fields.count) }
            lines += 1
            try row.check(count: outcomes.count, "as many outcomes as on the first line")
            for place in outcomes.indices { outcomes[place].append(try row.number(place, of: "outcome")) }
        }
        guard lines == points else {
            throw ExperimentError.count(
                what: "lines with outcomes", found: lines, expected: "one per point, \(points)")
        }
        return outcomes
    }
}
