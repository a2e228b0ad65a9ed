extension EMAResults {
    /// The files of the workbench's archive: `experiments.csv`, a file per outcome and `metadata.json`.
    ///
    /// Outcomes are scalars; their files have the extension `cls`, as the workbench 2.5 names them.
    public func files() -> [File] {
        var files = [File(name: "experiments.csv", text: experimentsText())]
        for outcome in outcomes {
            let text = outcome.values.map { "\($0)\n" }.joined()
            files.append(File(name: "\(outcome.name).cls", text: text))
        }
        files.append(File(name: "metadata.json", text: metadata()))
        return files
    }

    /// `experiments.csv`: a header, then a line per case with the variables, the scenario, the policy and the model.
    public func experimentsText() -> String {
        let names = variables.map(\.name) + Self.labels
        var text = names.map(DelimitedText.field).joined(separator: ",") + "\n"
        for place in scenario.indices {
            var fields = variables.map { variable in
                switch variable.values {
                case .numbers(let numbers): numbers[place].description
                case .categories(let labels): labels[place]
                }
            }
            fields += [scenario[place], policy[place], model[place]]
            text += fields.map(DelimitedText.field).joined(separator: ",") + "\n"
        }
        return text
    }

    private func metadata() -> String {
        let outcomes = outcomes.map { outcome in
            "[\"ScalarOutcome\", \(Self.json(outcome.name)), \(Self.json(outcome.name + ".cls"))]"
        }
        let columns = variables.map { variable in
            if case .numbers = variable.values {
                "\(Self.json(variable.name)): \"float64\""
            } else {
                "\(Self.json(variable.name)): \"object\""
            }
        }
        let labels = Self.labels.map { "\"\($0)\": \"object\"" }
        return "{\"version\": 0.1, \"outcomes\": [\(outcomes.joined(separator: ", "))], "
            + "\"experiments\": {\((columns + labels).joined(separator: ", "))}}\n"
    }

    /// A string as JSON writes it.
    private static func json(_ text: String) -> String {
        var written = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": written += "\\\""
            case "\\": written += "\\\\"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                written += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: written.unicodeScalars.append(scalar)
            }
        }
        return written + "\""
    }

    /// Results from the texts of an archive.
    /// - Parameters:
    ///   - experiments: the text of `experiments.csv`. A column is one of numbers when every field in it is a finite number,
    ///     and one of categories otherwise.
    ///   - outcomes: per outcome its name and the text of its file, one value a line without header.
    /// - Throws: ``ExperimentError/text(line:column:found:expected:)`` with the line and column, or as
    ///   ``init(variables:scenario:policy:model:outcomes:)``.
    public init(experiments: String, outcomes: [(name: String, text: String)]) throws {
        let rows = try DelimitedText.rows(experiments, .comma)
        guard let header = rows.first else {
            throw ExperimentError.text(
                line: 1, column: 1, found: "an empty text",
                expected: "a header with the variables, scenario, policy and model")
        }
        var labels: [[String]] = []
        for label in Self.labels {
            guard let place = header.fields.firstIndex(of: label) else {
                throw ExperimentError.text(
                    line: header.line, column: header.fields.count + 1, found: "no column '\(label)'",
                    expected: "columns scenario, policy and model")
            }
            labels.append([])
            for row in rows.dropFirst() {
                try row.check(count: header.fields.count, "one field per column of the header")
                labels[labels.count - 1].append(row.fields[place])
            }
        }
        let cases = rows.dropFirst()
        let variables = header.fields.indices.filter { !Self.labels.contains(header.fields[$0]) }.map {
            place in
            let numbers = cases.compactMap { $0.finiteNumber(place) }
            return ScenarioVariable(
                header.fields[place],
                numbers.count == cases.count
                    ? .numbers(numbers) : .categories(cases.map { $0.fields[place] }))
        }
        let read = try outcomes.map { outcome in
            let values = try DelimitedText.rows(outcome.text, .comma).map { row in
                try row.check(count: 1, "one value of '\(outcome.name)'")
                return try row.number(0, of: "value of '\(outcome.name)'")
            }
            return Outcome(outcome.name, values)
        }
        try self.init(
            variables: variables, scenario: labels[0], policy: labels[1], model: labels[2], outcomes: read)
    }
}
