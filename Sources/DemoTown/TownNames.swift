/// Names for neighbourhoods and districts: trees, plants, fields and trades, so that no name says anything about
/// who lives there. None is taken from one real town.
struct TownNames {
    static let districts = [
        "Binnenstad", "Hooiveld", "Lindenpark", "Zandhoek", "Molenkwartier", "Weidezicht", "Gaardenwijk",
        "Akkerwijk", "Heuvelrand", "Veldkwartier", "Tuinstad", "Bosrand",
    ]

    private var riverside = [
        "Havenrand", "Sluiskwartier", "Oeverzicht", "Kadebuurt", "Waterpoort", "Veerhoek", "Lage Kade",
        "Rietoever", "Stroomzicht", "Brughoofd", "Werfkwartier", "Dijkbuurt", "Hoge Kade", "Wilgenoever",
        "Zomerdijk", "Ankerhof", "Uiterwaard", "Loswal", "Steigerhof", "Peilbuurt", "Veerpoort", "Palingkade",
        "Overkade", "Kribbenhof", "Bakenhoek",
    ]

    private var inland = [
        "Kastanjehof", "Molenveld", "Lindenbuurt", "Parkzicht", "Boomgaard", "Wevershof", "Klaverveld",
        "Spinnerhof", "Eikenlaan", "Beukenhof", "Berkenveld", "Esdoornbuurt", "Hazelaarhof", "Iepenbuurt",
        "Sparrenveld", "Dennenhof", "Vlierbuurt", "Meidoornhof", "Sleedoornveld", "Lijsterbesbuurt",
        "Kersengaard", "Perengaard", "Pruimenhof", "Notenhof", "Moerbeihof", "Korenveld", "Haverveld",
        "Gerstakker", "Roggeveld", "Boekweithof", "Vlasakker", "Koolzaadveld", "Lupinehof", "Madeliefbuurt",
        "Korenbloemveld", "Zonnebloemhof", "Asterbuurt", "Krokushof", "Tulpenveld", "Hyacintbuurt",
        "Lavendelhof", "Kamillebuurt", "Tijmhof", "Saliebuurt", "Varenhof", "Mosveld", "Heidehof", "Bremveld",
        "Leeuwerikhof", "Spreeuwbuurt", "Zwaluwhof", "Kievitveld", "Wulpenhof", "Reigerbuurt", "Vinkenhof",
        "Smidshof", "Kuipersbuurt", "Timmerhof", "Touwslagersbuurt", "Pottenbakkershof", "Glasblazersbuurt",
        "Drukkershof", "Steenbakkersveld", "Leerlooiersbuurt", "Poorthof", "Wallenbuurt", "Singelhof",
        "Torenbuurt", "Pleinhof", "Klokkenbuurt", "Stadsgaarde", "Weegbuurt", "Oude Tuinen", "Nieuwe Tuinen",
        "Kruidenhof", "Hoenderveld", "Schaapsweide", "Bijenhof", "Vlinderveld", "Kruisveld", "Bleekveld",
        "Brinkhof",
    ]

    init() {
        riverside.reverse()
        inland.reverse()
    }

    /// The next free name that fits the place.
    mutating func next(for kind: TownPlan.Kind, onTheRiver: Bool) -> String {
        switch kind {
        case .industrial: "Ambachtspark"
        case .nature: "Rietmoeras"
        case .park: "Stadspark"
        case .newEstate: "Nieuwe Gaarde"
        case .hamlet: "Achterakker"
        case .ordinary: (onTheRiver ? riverside.popLast() : nil) ?? inland.popLast() ?? "Buitenveld"
        }
    }
}
