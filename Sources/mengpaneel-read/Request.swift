/// What the caller asks for on the command line.
struct Request {
    /// The file to read.
    var path = ""
    /// Only tell which layers there are.
    var listsOnly = false
    /// The layer, by name.
    var layer: String?
    /// The member of a zip file, by name.
    var member: String?
    /// Whether shapes follow the cells.
    var wantsShapes = false
    /// Rows whose field starts with a text; others are skipped before their shape is looked at.
    var filter: (field: String, prefix: String)?
    /// Tolerance in metres within which shapes count as touching; nil asks for no adjacency.
    var adjacencyTolerance: Double?

    /// Reads the arguments after the program's name.
    init(arguments: [String]) throws(ReadFailure) {
        var rest = arguments[...]
        func value(of option: String) throws(ReadFailure) -> String {
            guard let next = rest.popFirst() else { throw ReadFailure(.usage, option) }
            return next
        }
        while let argument = rest.popFirst() {
            switch argument {
            case "--list": listsOnly = true
            case "--geometry": wantsShapes = true
            case "--layer": layer = try value(of: argument)
            case "--member": member = try value(of: argument)
            case "--where":
                let parts = try value(of: argument).split(separator: "=", maxSplits: 1)
                guard parts.count == 2 else { throw ReadFailure(.usage, argument) }
                filter = (String(parts[0]), String(parts[1]))
            case "--adjacency":
                guard let metres = Double(try value(of: argument)), metres > 0, metres <= 100 else {
                    throw ReadFailure(.usage, argument)
                }
                adjacencyTolerance = metres
            case "--": path = try value(of: argument)
            default:
                guard path.isEmpty, !argument.hasPrefix("--") else { throw ReadFailure(.usage, argument) }
                path = argument
            }
        }
        guard !path.isEmpty else { throw ReadFailure(.usage, "FILE") }
    }
}
