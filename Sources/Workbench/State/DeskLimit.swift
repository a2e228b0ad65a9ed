import Bilingual
import HousingMarket

/// The limits that a package can set, as the mixing desk asks for them: a share as a percentage, the rest as it is.
enum DeskLimit: String, CaseIterable {
    case rehousingPerYear, buildingPerYear, budget, leastSocialRent

    /// The name of its field in the form.
    var field: String { Self.mark + rawValue }

    /// What the names of these fields begin with.
    static let mark = "g."

    /// Whether only whole numbers make sense.
    var isWhole: Bool { self == .rehousingPerYear || self == .buildingPerYear }

    /// What can be filled in.
    var range: ClosedRange<Double> {
        switch self {
        case .rehousingPerYear, .buildingPerYear: 0...10_000_000
        case .budget: 0...1e13
        case .leastSocialRent: 0...100
        }
    }

    /// The limit in the unit of the form; nil where there is none.
    func value(in limits: PackageLimits) -> Double? {
        switch self {
        case .rehousingPerYear: limits.rehousingPerYear.map(Double.init)
        case .buildingPerYear: limits.buildingPerYear.map(Double.init)
        case .budget: limits.budget
        case .leastSocialRent: limits.leastSocialRent.map { $0 * 100 }
        }
    }

    private func set(_ value: Double?, in limits: inout PackageLimits) {
        switch self {
        case .rehousingPerYear: limits.rehousingPerYear = value.map { Int($0) }
        case .buildingPerYear: limits.buildingPerYear = value.map { Int($0) }
        case .budget: limits.budget = value?.rounded()
        // Hundredths of a percent: what is written back is then what was filled in.
        case .leastSocialRent: limits.leastSocialRent = value.map { ($0 * 100).rounded() / 10_000 }
        }
    }

    /// The limit as a reader would fill it in; empty where there is none.
    func text(in limits: PackageLimits, _ language: Language) -> String {
        guard let value = value(in: limits) else { return "" }
        let hundredths = (value * 100).rounded()
        let decimals = hundredths.remainder(dividingBy: 100) == 0 ? 0 : 2
        return NumberText(language).decimal(value, decimals: decimals)
    }

    /// Limits from what was filled in, by field; an empty field sets none. The first field that cannot be understood
    /// is told.
    static func read(_ typed: [String: String], _ language: Language) -> Result<PackageLimits, DeskRefusal> {
        var limits = PackageLimits()
        for limit in allCases {
            let text = typed[limit.field] ?? ""
            guard text.contains(where: { !$0.isWhitespace }) else { continue }
            guard let value = limit.number(text, language) else {
                return .failure(DeskRefusal(text: limit.refusal(text), limit: limit))
            }
            limit.set(value, in: &limits)
        }
        return .success(limits)
    }

    /// The number in a field, with or without its unit; nil for what cannot be a limit.
    private func number(_ text: String, _ language: Language) -> Double? {
        let unit: Set<Character> = self == .budget ? ["€"] : self == .leastSocialRent ? ["%"] : []
        let plain = text.filter { !unit.contains($0) }
        guard let value = NumberText(language).number(from: plain), range.contains(value) else { return nil }
        return isWhole && value != value.rounded() ? nil : value
    }

    private func refusal(_ text: String) -> BilingualText {
        let shown = text.prefix(40)
        func sentence(_ language: Language) -> (String, String) {
            let numbers = NumberText(language)
            return (numbers.decimal(range.lowerBound), numbers.decimal(range.upperBound))
        }
        let (nl, en) = (sentence(.dutch), sentence(.english))
        return BilingualText(
            nl:
                "\(label.nl): “\(shown)” kan niet. Vul een \(isWhole ? "heel getal" : "getal") in van \(nl.0) tot \(nl.1), of laat het veld leeg. Er is niets veranderd.",
            en:
                "\(label.en): “\(shown)” is not possible. Give a \(isWhole ? "whole number" : "number") from \(en.0) to \(en.1), or leave the field empty. Nothing was changed."
        )
    }
}

/// Why the mixing desk does not make a change, in one sentence.
struct DeskRefusal: Error {
    var text: BilingualText
    /// The limit that could not be understood, where it is one.
    var limit: DeskLimit?

    init(text: BilingualText, limit: DeskLimit? = nil) {
        self.text = text
        self.limit = limit
    }

    init(_ error: PackageError) { self.init(text: BilingualText(same: error.description)) }
}
