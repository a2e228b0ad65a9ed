extension VariableCatalogue {
    static let safety: [Variable] = [
        Variable(
            "crime.total", nl: "Geregistreerde misdrijven", en: "Recorded crime",
            unit: .perThousand, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "crime.burglary", nl: "Woninginbraak", en: "Burglary of homes",
            unit: .perThousand, of: .dwellings, theme: .safety, direction: .lowerIsWished),
        Variable(
            "crime.theft", nl: "Diefstal", en: "Theft",
            unit: .perThousand, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "crime.violence", nl: "Geweld", en: "Violence",
            unit: .perThousand, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "crime.vandalism", nl: "Vernieling", en: "Vandalism",
            unit: .perThousand, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "crime.drugs", nl: "Drugsmisdrijven", en: "Drug offences",
            unit: .perThousand, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "nuisance.reported", nl: "Meldingen van overlast", en: "Reported nuisance",
            unit: .perThousand, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "nuisance.experienced", nl: "Ervaart vaak overlast", en: "Often experiences nuisance",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "nuisance.experiencedTheft", nl: "Diefstal komt vaak voor", en: "Theft seen as frequent",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "nuisance.experiencedViolence", nl: "Geweld komt vaak voor", en: "Violence seen as frequent",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "nuisance.experiencedBurglary", nl: "Inbraak komt vaak voor", en: "Burglary seen as frequent",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "nuisance.experiencedVandalism", nl: "Vernieling komt vaak voor",
            en: "Vandalism seen as frequent",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "nuisance.drugs", nl: "Drugsoverlast", en: "Drug nuisance",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "nuisance.youth", nl: "Overlast van groepen jongeren", en: "Nuisance from groups of young people",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "nuisance.residents", nl: "Overlast van omwonenden", en: "Nuisance from people living nearby",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "victimisation.any", nl: "Slachtoffer geweest", en: "Has been a victim",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "safety.feelsUnsafe", nl: "Voelt zich wel eens onveilig", en: "Feels unsafe at times",
            unit: .share, of: .persons, theme: .safety, direction: .lowerIsWished),
        Variable(
            "safety.index", nl: "Veiligheidsindex", en: "Safety index",
            unit: .points, of: .area, theme: .safety, direction: .higherIsWished),
    ]
}
