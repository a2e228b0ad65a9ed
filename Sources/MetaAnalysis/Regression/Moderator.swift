/// A property of studies that may explain why their effects differ.
public struct Moderator: Sendable, Equatable {
    enum Values: Sendable, Equatable {
        case numbers([Double?])
        case labels([String?], reference: String?)
    }

    /// The name.
    public let name: String
    let values: Values

    /// A number per study, `nil` where it is not known.
    public static func number(_ name: String, _ values: [Double?]) -> Moderator {
        Moderator(name: name, values: .numbers(values))
    }

    /// A class per study, `nil` where it is not known.
    /// - Parameters:
    ///   - name: the name of the moderator.
    ///   - labels: a class per study.
    ///   - reference: the class the others are compared with; the first in the alphabet if left out.
    public static func category(_ name: String, _ labels: [String?], reference: String? = nil) -> Moderator {
        Moderator(name: name, values: .labels(labels, reference: reference))
    }

    var count: Int {
        switch values {
        case .numbers(let numbers): numbers.count
        case .labels(let labels, _): labels.count
        }
    }

    func isMissing(_ study: Int) -> Bool {
        switch values {
        case .numbers(let numbers): numbers[study] == nil
        case .labels(let labels, _): labels[study] == nil
        }
    }

    /// The columns of the design for these studies, with the names of their terms.
    func columns(for studies: [Int], names: [String]) throws(MetaAnalysisError) -> [(
        term: String, values: [Double]
    )] {
        switch values {
        case .numbers(let numbers):
            let column = studies.map { numbers[$0] ?? 0 }
            if let place = column.firstIndex(where: { !$0.isFinite }) {
                throw .notFinite(what: "moderator '\(name)'", study: names[studies[place]])
            }
            return [(name, column)]
        case .labels(let labels, let reference):
            let used = studies.map { labels[$0] ?? "" }
            let levels = Self.levels(used)
            guard levels.count > 1 else { throw .collinear(moderator: name) }
            let base = reference ?? levels.first ?? ""
            guard levels.contains(base) else {
                throw .unknown(what: "class of '\(name)' called", name: base, known: levels)
            }
            return levels.filter { $0 != base }.map { level in
                ("\(name): \(level)", used.map { $0 == level ? 1 : 0 })
            }
        }
    }

    /// Distinct labels: by number where all are numbers, else by the alphabet.
    static func levels(_ labels: [String]) -> [String] {
        let distinct = Set(labels)
        let byNumber = distinct.compactMap { label in Double(label).map { ($0, label) } }
        if byNumber.count == distinct.count { return byNumber.sorted { $0 < $1 }.map(\.1) }
        return distinct.sorted()
    }
}
