/// Designs and outcomes as the tables that SALib and the EMA workbench read, so that a sceptic can compute again.
public enum DesignFiles {
    /// SALib's parameter values: one line for each run, numbers with a space between, no header.
    public static func parameterValues(_ design: Design) -> String {
        design.rows.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(separator: "\n") + "\n"
    }

    /// SALib's problem: one line for each factor, name, lower and upper end.
    public static func problem(_ factors: [Factor]) -> String {
        factors.map { "\($0.name) \($0.lower) \($0.upper)" }.joined(separator: "\n") + "\n"
    }

    /// Outcomes, one a line.
    public static func outcomes(_ values: [Double]) -> String {
        values.map { "\($0)" }.joined(separator: "\n") + "\n"
    }

    /// The EMA workbench's experiments: a column for each factor, then scenario, policy and model, then the outcomes.
    public static func experiments(
        _ design: Design, policy: String, model: String, outcomes: [(name: String, values: [Double])]
    ) -> String {
        let header = design.factors.map(\.name) + ["scenario", "policy", "model"] + outcomes.map(\.name)
        let lines = design.rows.enumerated().map { index, row in
            (row.map { "\($0)" } + ["\(index)", quoted(policy), quoted(model)]
                + outcomes.map { "\($0.values[index])" })
                .joined(separator: ",")
        }
        return ([header.map(quoted).joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        text.contains { $0 == "," || $0 == "\"" || $0.isNewline }
            ? "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                + "\"" : text
    }

    /// A problem from its text.
    ///
    /// - Throws: ``DesignError`` with the line.
    public static func factors(_ text: String) throws(DesignError) -> [Factor] {
        var result: [Factor] = []
        for (number, line) in lines(text) {
            let parts = cells(line)
            guard parts.count == 3, let lower = Double(parts[1]), let upper = Double(parts[2]), upper > lower
            else {
                throw DesignError(
                    "line \(number): '\(line.prefix(60))' is not a name with a lower and a higher end, such as 'returnShare 0.1 0.5'."
                )
            }
            result.append(Factor(parts[0], lower, upper))
        }
        guard !result.isEmpty else {
            throw DesignError("there are no factors; one line for each is expected.")
        }
        return result
    }

    /// A design from its parameter values.
    ///
    /// - Throws: ``DesignError`` with the line.
    public static func design(_ text: String, factors: [Factor]) throws(DesignError) -> Design {
        var rows: [[Double]] = []
        for (number, line) in lines(text) {
            let numbers = cells(line).compactMap(Double.init)
            guard numbers.count == factors.count, cells(line).count == factors.count,
                numbers.allSatisfy(\.isFinite)
            else {
                throw DesignError(
                    "line \(number): \(cells(line).count) cells, of which \(numbers.count) numbers; \(factors.count) numbers are expected."
                )
            }
            rows.append(numbers)
        }
        guard let design = Design(factors: factors, rows: rows), !rows.isEmpty else {
            throw DesignError("there are no rows.")
        }
        return design
    }

    /// Outcomes from their text, one a line.
    ///
    /// - Throws: ``DesignError`` with the line.
    public static func outcomes(_ text: String) throws(DesignError) -> [Double] {
        var result: [Double] = []
        for (number, line) in lines(text) {
            guard let value = Double(line), value.isFinite else {
                throw DesignError("line \(number): '\(line.prefix(40))' is no number.")
            }
            result.append(value)
        }
        return result
    }

    private static func lines(_ text: String) -> [(Int, String)] {
        // "\r\n" is one Character in Swift, so a search for "\n" alone does not find it.
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated().compactMap {
            index, line in
            line.allSatisfy(\.isWhitespace) ? nil : (index + 1, String(line))
        }
    }

    private static func cells(_ line: String) -> [String] {
        line.split { $0 == " " || $0 == "," || $0 == "\t" || $0 == ";" }.map(String.init)
    }
}
