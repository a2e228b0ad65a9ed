import Bilingual
import Figures
import HousingMarket
import Neighbourhoods

/// The dated norms that a lever has to do with, each in the newest year that is known: the year always stands beside it.
enum LeverNorms {
    /// The parameters by lever, with what they are called.
    private static let parameters: [LeverKind: [(parameter: String, name: BilingualText)]] = [
        .demolishRebuild: [ceiling], .renovation: [consent, ceiling], .mergeSplit: [ceiling],
        .liberalise: [ceiling, midRent], .addSocialRent: [ceiling, onePerson], .newBuild: [ceiling, midRent],
        .freeAllocation: [onePerson, free, agreed], .areaRents: [appropriate, capping],
        .midRentRegulation: [midRent], .landPolicy: [ceiling, midRent],
    ]

    private static let ceiling = (
        "sgeiRentCeiling", BilingualText(nl: "grens sociale huur", en: "ceiling of social rent")
    )
    private static let midRent = (
        "midRentCeiling", BilingualText(nl: "grens middenhuur", en: "ceiling of mid rent")
    )
    private static let consent = (
        "tenantConsent.renovation",
        BilingualText(nl: "instemming van huurders bij renovatie", en: "consent of tenants to renovation")
    )
    private static let onePerson = (
        "sgeiIncomeLimit.onePerson",
        BilingualText(
            nl: "inkomensgrens sociale huur, één persoon", en: "income limit of social rent, one person")
    )
    private static let free = (
        "freeAllocationShare", BilingualText(nl: "vrije ruimte bij toewijzing", en: "free allocation margin")
    )
    private static let agreed = (
        "freeAllocationShare.agreed",
        BilingualText(nl: "vrije ruimte met lokale afspraak", en: "free margin by local agreement")
    )
    private static let appropriate = (
        "appropriateAllocation.share",
        BilingualText(nl: "deel dat passend moet zijn", en: "share that must be appropriate")
    )
    private static let capping = (
        "cappingLimit.twoPersons",
        BilingualText(
            nl: "aftoppingsgrens, één of twee personen", en: "capping limit, one or two persons")
    )

    /// `grens sociale huur € 932,93 (norm van 2026)`, for each norm that is known.
    static func lines(_ lever: LeverKind, _ language: Language) -> [String] {
        (parameters[lever] ?? []).compactMap { parameter, name in
            guard let norm = NormTable.shipped.rows.last(where: { $0.parameter == parameter }) else {
                return nil
            }
            let dated = BilingualText(nl: "norm van \(norm.year)", en: "norm of \(norm.year)")
            return "\(name[language]) \(norm.format.text(norm.value, language)) (\(dated[language]))"
        }
    }
}
