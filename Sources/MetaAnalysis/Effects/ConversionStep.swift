/// One step on the way from what a paper gives to an effect, with the paper that holds the formula.
public enum ConversionStep: String, Sendable, Hashable, CaseIterable {
    /// Effect and variance were given.
    case asGiven
    /// From means, standard deviations and group sizes.
    case fromMeans
    /// From means of the same persons at two dates and their correlation.
    case fromRepeatedMeans
    /// From the four cells of a table of groups by outcome.
    case fromFourfoldTable
    /// One half was added to all cells, as one was empty.
    case addedHalf
    /// From a correlation and a sample size.
    case fromCorrelation
    /// From events and persons of one group.
    case fromProportion
    /// From events and time at risk of two groups.
    case fromRates
    /// A two-sided probability was turned into t.
    case pToT
    /// F with one degree of freedom was turned into t.
    case fToT
    /// t was turned into d by the group sizes.
    case tToD
    /// t of a regression was turned into a partial correlation.
    case tToPartialCorrelation
    /// The small-sample factor J was applied.
    case smallSampleFactor
    /// Correlation to Fisher's z.
    case rToZ
    /// Fisher's z to correlation.
    case zToR
    /// d to correlation.
    case dToR
    /// Correlation to d.
    case rToD
    /// d to log odds ratio by the logistic distribution.
    case dToLogOdds
    /// Log odds ratio to d by the logistic distribution.
    case logOddsToD
    /// Log odds ratio to d by the normal distribution.
    case logOddsToCox
    /// Odds ratio to risk ratio or points at a baseline risk.
    case oddsToRisk
    /// The standard error follows from the width of an interval.
    case intervalToStandardError
    /// Logarithms were taken of a ratio and its interval.
    case ratioToLogarithm
    /// A coefficient was multiplied by the ratio of standard deviations.
    case standardised

    /// The step in English.
    public var english: String { texts.english }
    /// The step in Dutch.
    public var dutch: String { texts.dutch }
    /// Where the formula is from.
    public var paper: String { texts.paper }

    private var texts: (english: String, dutch: String, paper: String) {
        switch self {
        case .asGiven: ("effect and variance as given", "effect en variantie zoals opgegeven", "–")
        case .fromMeans:
            (
                "means, standard deviations, sizes", "gemiddelden, standaardafwijkingen, aantallen",
                "Hedges 1981"
            )
        case .fromRepeatedMeans:
            ("means of the same persons twice", "gemiddelden van dezelfde personen, twee keer", "Becker 1988")
        case .fromFourfoldTable: ("four cells", "vier cellen", "Fleiss and Berlin 2009")
        case .addedHalf: ("1/2 added to every cell", "1/2 bij elke cel opgeteld", "Gart and Zweifel 1967")
        case .fromCorrelation: ("correlation and size", "correlatie en aantal", "Fisher 1921")
        case .fromProportion: ("events and persons", "gevallen en personen", "Freeman and Tukey 1950")
        case .fromRates: ("events and time at risk", "gevallen en tijd", "Rothman, Greenland and Lash 2008")
        case .pToT: ("two-sided p to t", "tweezijdige p naar t", "Borenstein et al. 2009")
        case .fToT:
            ("F with one degree of freedom to t", "F met één vrijheidsgraad naar t", "Borenstein et al. 2009")
        case .tToD: ("t to d", "t naar d", "Borenstein et al. 2009")
        case .tToPartialCorrelation:
            ("t to partial correlation", "t naar partiële correlatie", "Aloe and Thompson 2013")
        case .smallSampleFactor:
            ("factor J for small samples", "factor J voor kleine aantallen", "Hedges 1981")
        case .rToZ: ("r to Fisher's z", "r naar z van Fisher", "Fisher 1921")
        case .zToR: ("Fisher's z to r", "z van Fisher naar r", "Fisher 1921")
        case .dToR: ("d to r", "d naar r", "Borenstein et al. 2009")
        case .rToD: ("r to d", "r naar d", "Borenstein et al. 2009")
        case .dToLogOdds: ("d to log odds ratio", "d naar log kansverhouding", "Hasselblad and Hedges 1995")
        case .logOddsToD: ("log odds ratio to d", "log kansverhouding naar d", "Hasselblad and Hedges 1995")
        case .logOddsToCox:
            ("log odds ratio to d, Cox", "log kansverhouding naar d, Cox", "Cox and Snell 1989")
        case .oddsToRisk:
            (
                "odds to risks at a baseline", "kansen naar risico's bij een uitgangsrisico",
                "Zhang and Yu 1998"
            )
        case .intervalToStandardError:
            ("interval to standard error", "interval naar standaardfout", "Borenstein et al. 2009")
        case .ratioToLogarithm:
            (
                "logarithm of ratio and interval", "logaritme van verhouding en interval",
                "Borenstein et al. 2009"
            )
        case .standardised:
            (
                "coefficient times the ratio of spreads", "coëfficiënt maal verhouding van spreidingen",
                "Nieminen 2022"
            )
        }
    }
}
