import Bilingual
import EvidenceRegister
import MetaAnalysis
import PolicyTheory

/// What studies that bear on a claim or arrow say together, for one outcome: a random-effects mean with its interval
/// and the interval in which a new study is expected. People must judge whether the numbers measure the same thing.
struct PooledAnswer {
    /// The numbers, one for each independent study.
    let effects: [Effect]
    /// The pooled effect (REML, with the interval of Knapp and Hartung).
    let pooled: PooledEffect

    /// All sets of numbers on studies linked to `target` that can be brought together; empty where there are none.
    ///
    /// A set in which one study gives several numbers is left out: which of them to take is for people to choose. So is
    /// a set of plain ratios: they can be brought together only as logarithms, with intervals that the register has not.
    static func all(on target: TheoryTarget, in register: EvidenceRegister.Register) -> [PooledAnswer] {
        let evidence = ClaimEvidence(on: target, in: register, limit: 1)
        let cards = evidence.supporting + evidence.against + evidence.mixed
        let linked = Set(cards.flatMap(\.studies).map(\.id))
        return register.poolability().sets.compactMap { set in
            let own = set.filter { linked.contains($0.study) }
            let units = register.units(of: own.compactMap { register.study($0.study) })
            guard own.count >= 2, units.count == own.count, !own.contains(where: isPlainRatio) else {
                return nil
            }
            return PooledAnswer(own)
        }
    }

    private static func isPlainRatio(_ effect: Effect) -> Bool {
        let measure = effect.measure.lowercased()
        return measure.contains("ratio") && !measure.contains("log")
    }

    private init?(_ effects: [Effect]) {
        let studies = effects.compactMap { effect -> StudyEffect? in
            guard let value = effect.value.number, let error = Self.standardError(of: effect) else {
                return nil
            }
            return StudyEffect(
                study: effect.study, estimand: Estimand(.other, of: effect.outcome), value: value,
                variance: error * error)
        }
        guard studies.count == effects.count,
            let pooled = try? EffectSet(studies).pooled(PoolingOptions())
        else { return nil }
        self.effects = effects
        self.pooled = pooled
    }

    /// The standard error as given, or from the ends of the 95% interval.
    private static func standardError(of effect: Effect) -> Double? {
        if let error = effect.standardError { return error }
        guard let interval = effect.interval else { return nil }
        let error = (interval.upperBound - interval.lowerBound) / (2 * 1.959963984540054)
        return error > 0 ? error : nil
    }

    /// The answer in one sentence, with both intervals or the reason why there is none.
    func text(_ language: Language) -> String {
        let numbers = NumberText(language)
        let first = effects[0]
        let interval =
            numbers.interval(pooled.effect.interval.lower, pooled.effect.interval.upper, decimals: 2)
        let prediction =
            pooled.prediction.value.map { numbers.interval($0.lower, $0.upper, decimals: 2) }
            ?? BilingualText(
                nl: "niet te bepalen met zo weinig studies", en: "not defined for so few studies")[
                language]
        let estimate = numbers.signed(pooled.estimate, decimals: 2)
        return BilingualText(
            nl:
                "\(first.outcome) (\(first.measure), \(first.unit)): \(estimate), 95%-interval \(interval); een nieuw "
                + "onderzoek wordt verwacht tussen: \(prediction). Uit \(effects.count) onderzoeken. Mensen moeten "
                + "beoordelen of zij hetzelfde meten.",
            en:
                "\(first.outcome) (\(first.measure), \(first.unit)): \(estimate), 95% interval \(interval); a new "
                + "study is expected within: \(prediction). From \(effects.count) studies. People must judge whether "
                + "they measure the same thing.")[language]
    }
}
