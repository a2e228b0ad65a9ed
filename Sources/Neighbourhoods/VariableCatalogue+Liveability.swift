extension VariableCatalogue {
    static let liveability: [Variable] = [
        Variable(
            "liveability.score", nl: "Leefbaarheidsscore", en: "Liveability score",
            meaningNL:
                "Score van de Leefbaarometer: een schatting om te signaleren, geen knop om aan te draaien",
            meaningEN: "Score of the Leefbaarometer: an estimate that signals, not a dial to turn",
            unit: .points, of: .area, theme: .liveability, direction: .higherIsWished),
        Variable(
            "liveability.deviation", nl: "Leefbaarheid t.o.v. Nederland",
            en: "Liveability against the nation",
            unit: .points, of: .area, theme: .liveability, direction: .higherIsWished),
        Variable(
            "liveability.housing", nl: "Leefbaarheid: woningvoorraad", en: "Liveability: housing stock",
            unit: .points, of: .area, theme: .liveability, direction: .higherIsWished),
        Variable(
            "liveability.physical", nl: "Leefbaarheid: fysieke omgeving",
            en: "Liveability: physical environment",
            unit: .points, of: .area, theme: .liveability, direction: .higherIsWished),
        Variable(
            "liveability.facilities", nl: "Leefbaarheid: voorzieningen", en: "Liveability: facilities",
            unit: .points, of: .area, theme: .liveability, direction: .higherIsWished),
        Variable(
            "liveability.cohesion", nl: "Leefbaarheid: sociale samenhang", en: "Liveability: social cohesion",
            unit: .points, of: .area, theme: .liveability, direction: .higherIsWished),
        Variable(
            "liveability.nuisance", nl: "Leefbaarheid: overlast en onveiligheid",
            en: "Liveability: nuisance and safety",
            unit: .points, of: .area, theme: .liveability, direction: .higherIsWished),
        Variable(
            "wellbeing.socialIndex", nl: "Sociale index", en: "Social index",
            unit: .points, of: .area, theme: .liveability, direction: .higherIsWished),
        Variable(
            "wellbeing.physicalIndex", nl: "Fysieke index", en: "Physical index",
            unit: .points, of: .area, theme: .liveability, direction: .higherIsWished),
    ]
}
