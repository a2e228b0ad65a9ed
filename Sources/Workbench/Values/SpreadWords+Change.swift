import Bilingual
import Neighbourhoods
import PolicyTheory

/// A change and its causes in plain words.
extension SpreadWords {
    /// A cause.
    func cause(_ cause: SpreadChange.Cause) -> String {
        let (nl, en) = (report.level.many.nl.capitalisedFirst, report.level.many.en)
        return switch cause {
        case .areasThatCame: pick("\(nl) die erbij kwamen", "New \(en)")
        case .areasThatWent: pick("\(nl) die verdwenen", "\(en.capitalisedFirst) that went")
        case .sizesOfGroups: pick("Groepen groter of kleiner", "Groups larger or smaller")
        case .sizesOfAreas: pick("\(nl) groter of kleiner", "\(en.capitalisedFirst) larger or smaller")
        case .segregation: pick("Groepen anders verspreid", "Groups spread otherwise")
        }
    }

    /// Whether a part says anything: areas that came or went are drawn only where there were any.
    func isThere(_ part: SpreadChange.Part, in change: SpreadChange) -> Bool {
        switch part.cause {
        case .areasThatCame: !change.came.isEmpty
        case .areasThatWent: !change.went.isEmpty
        default: true
        }
    }

    /// How much it changed, how sure that is, and which cause is largest.
    func changeFinding(_ change: SpreadChange) -> String {
        let years = pick(
            "Van \(change.before.year) tot \(change.after.year)",
            "From \(change.before.year) to \(change.after.year)")
        let whole = change.before.mutualInformation
        let size = numbers.percent(abs(change.difference) / whole)
        let isSure = change.uncertainty.lower.flatMap { lower in
            change.uncertainty.upper.map { lower > 0 || $0 < 0 }
        }
        let rises = change.difference > 0
        let what = pick(
            "werd de spreiding \(size) \(rises ? "ongelijker" : "gelijker")",
            "the spread became \(size) \(rises ? "less" : "more") even")
        let sure =
            isSure == true
            ? ""
            : isSure == false
                ? pick(
                    ", maar dat kan net zo goed geen verandering zijn",
                    ", but that may as well be no change")
                : ""
        guard isSure == true, let largest = change.parts.max(by: { abs($0.value) < abs($1.value) }),
            abs(largest.value) > 0
        else { return "\(years) \(what)\(sure)" }
        let part = numbers.signed(largest.value / whole * 100, decimals: 1)
        return "\(years) \(what)\(sure). "
            + pick(
                "Het grootste deel: \(cause(largest.cause).lowercased()) (\(part)%)",
                "The largest part: \(cause(largest.cause).lowercased()) (\(part)%)")
    }

    private func count(_ areas: [AreaCode]) -> String {
        let noun = areas.count == 1 ? report.level.one : report.level.many
        return "\(numbers.count(areas.count)) \(noun[language])"
    }

    /// What must not be concluded.
    func changeNotSaid(_ change: SpreadChange) -> String {
        let many = report.level.many
        var texts = [Strings.Spread.changeNotSaid(many)[language]]
        if !change.came.isEmpty || !change.went.isEmpty {
            texts.append(
                pick(
                    "Alleen in \(change.after.year): \(count(change.came)); alleen in "
                        + "\(change.before.year): \(count(change.went)). Die zijn met geen andere vergeleken.",
                    "In \(change.after.year) only: \(count(change.came)); in \(change.before.year) "
                        + "only: \(count(change.went)). They are compared with no others."))
        }
        if change.hasOneBase {
            texts.append(
                pick(
                    "Het aantal \(things) per gebied is voor beide jaren hetzelfde cijfer: groter of kleiner is "
                        + "hier niet te zien.",
                    "The number of \(things) of an area is the same figure for both years: larger or smaller "
                        + "cannot be seen here."))
        }
        return texts.joined(separator: " ")
    }
}
