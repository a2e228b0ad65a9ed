import Bilingual
import Neighbourhoods
import PolicyTheory

/// The surroundings from near to far in plain words.
extension SpreadWords {
    /// The title of the column with how many are counted.
    var counted: String { pick("Aantal \(things)", "Number of \(things)") }

    /// The title of the column with how many the surroundings hold.
    var meanCounted: String {
        pick("Gemiddeld aantal \(things) in de omgeving", "Mean number of \(things) in the surroundings")
    }

    /// A way to look farther.
    func way(_ way: ScaleProfile.Way) -> String {
        switch way {
        case .nearest: pick("De dichtstbijzijnde \(things)", "The nearest \(things)")
        case .distance: pick("Iedereen binnen een afstand", "All within a distance")
        }
    }

    /// A step below a picture.
    func short(_ surroundings: ScaleProfile.Surroundings) -> String {
        switch surroundings {
        case .area: report.level.one[language]
        case .nearest(let count): numbers.count(count)
        case .within(let metres): distance(metres)
        }
    }

    /// A step in a table or sentence.
    func long(_ surroundings: ScaleProfile.Surroundings) -> String {
        switch surroundings {
        case .area: pick("de \(report.level.one.nl) zelf", "the \(report.level.one.en) itself")
        case .nearest(let count):
            pick(
                "de \(numbers.count(count)) dichtstbijzijnde \(things)",
                "the nearest \(numbers.count(count)) \(things)")
        case .within(let metres): pick("binnen \(distance(metres))", "within \(distance(metres))")
        }
    }

    private func distance(_ metres: Int) -> String {
        metres < 1000 ? "\(metres) m" : "\(numbers.decimal(Double(metres) / 1000)) km"
    }

    /// What happens to the first group as the surroundings grow.
    func profileFinding(_ profile: ScaleProfile) -> String {
        guard let group = profile.groups.first, let near = profile.steps(.nearest, of: group).first else {
            return Strings.Spread.profileTitle[language]
        }
        let ends = ScaleProfile.Way.allCases.compactMap { way -> ScaleProfile.Step? in
            let steps = profile.steps(way, of: group)
            return steps.count > 1 ? steps.last : nil
        }
        let value = { (step: ScaleProfile.Step) in numbers.decimal(step.dissimilarity, decimals: 2) }
        let lower = ends.allSatisfy { $0.dissimilarity < near.dissimilarity - 0.005 }
        let higher = ends.allSatisfy { $0.dissimilarity > near.dissimilarity + 0.005 }
        let what =
            lower
            ? pick("dan wordt het verschil kleiner", "and the difference becomes smaller")
            : higher
                ? pick("dan wordt het verschil groter", "and the difference becomes larger")
                : pick(
                    "dan blijft het verschil ongeveer even groot", "and the difference stays about the same")
        let list = ends.map { "\(value($0)) (\(long($0.surroundings)))" }.joined(
            separator: pick(" en ", " and "))
        return pick(
            "‘\(name(group))’: kijkt u naar een grotere omgeving, \(what): D is \(value(near)) in "
                + "\(long(.area)), \(list)",
            "‘\(name(group))’: look at larger surroundings \(what): D is \(value(near)) in \(long(.area)), "
                + "\(list)")
    }

    /// What must not be concluded.
    func profileNotSaid(_ profile: ScaleProfile) -> String {
        var texts = [Strings.Spread.profileNotSaid(report.level)[language]]
        if !profile.sizesLeftOut.isEmpty {
            let sizes = profile.sizesLeftOut.map(numbers.count).joined(separator: ", ")
            texts.append(
                pick(
                    "Zonder \(sizes): zoveel \(things) heeft de gemeente niet.",
                    "Without \(sizes): the municipality has no more \(things) than that."))
        }
        if profile.areasWithoutShape > 0 {
            texts.append(
                pick(
                    "Niet meegeteld: \(profile.areasWithoutShape) \(report.level.many.nl) zonder grenzen.",
                    "Left out: \(profile.areasWithoutShape) \(report.level.many.en) without boundaries."))
        }
        return texts.joined(separator: " ")
    }
}
