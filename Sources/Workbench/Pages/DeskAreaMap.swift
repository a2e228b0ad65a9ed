import Bilingual
import Figures
import HousingMarket
import Neighbourhoods

/// Choosing areas for the next measure: a map on which every area is a link that puts it into the choice or takes it
/// out, with the same links in the table below it. The colours show homes, not people.
struct DeskAreaMap {
    let scene: Scene
    let town: StartingTown
    private var language: Language { scene.language }

    /// The place of the map on its page, so that a click does not lead the reader back to the top.
    static let place = "waar"

    /// The chosen areas that the town has at this scale, in the order of their codes.
    var chosen: [TownFrame.Place] {
        let codes = Set(scene.state.desk.areas)
        return town.frame.areas.filter { codes.contains($0.code) }
    }

    /// The choice in one line.
    var sentence: BilingualText {
        let names = chosen.map(\.name)
        let shown = names.count > 3 ? "" : names.joined(separator: ", ")
        return names.count > 3
            ? BilingualText(
                nl: "Gekozen op de kaart: \(names.count) \(scene.level.many.nl)",
                en: "Chosen on the map: \(names.count) \(scene.level.many.en)")
            : BilingualText(nl: "Gekozen op de kaart: \(shown)", en: "Chosen on the map: \(shown)")
    }

    /// What is chosen, beside the forms that use it, and the way to the map.
    var choice: Markup {
        guard scene.outlines(near: town.frame.startYear) != nil else { return .empty }
        return .element("p") {
            if !chosen.isEmpty {
                sentence[language] + ". "
                Markup.element("a", ["href": .text(scene.href(.desk) { $0.desk.areas = [] })]) {
                    Strings.Desk.clearAreas[language]
                }
                " "
            }
            Markup.element("a", ["href": .text("#" + Self.place)]) { Strings.Desk.toMap[language] }
        }
    }

    /// The map, folded until it is used.
    var markup: Markup {
        guard let outlines = scene.outlines(near: town.frame.startYear) else { return .empty }
        return .element(
            "details",
            ["class": "mp-card mp-area-choice", "id": .text(Self.place), "open": .flag(!chosen.isEmpty)]
        ) {
            Markup.element("summary") { Strings.Desk.chooseAreas[language] }
            Markup.element("p") { Strings.Desk.chooseAreasHow[language] }
            Markup.element("div", ["class": "mp-map-frame", "data-map": .flag(true)]) {
                Markup.element(
                    "p", ["class": "mp-readout", "aria-live": "polite", "data-readout": .flag(true)]
                ) { chosen.isEmpty ? "" : sentence[language] }
                figure(outlines).html(.compact)
            }
        }
    }

    private func figure(_ outlines: MapOutlines) -> Figure {
        let shares = socialShares
        let format = ValueFormat.percent()
        let codes = Set(scene.state.desk.areas)
        let areas = zip(town.frame.areas, shares).map { area, share in
            MapArea(
                id: area.code.rawValue, name: area.name,
                value: share.map(MapValue.value) ?? .missing(Strings.Desk.noHomes[language]),
                href: scene.href(.desk) { $0.desk.toggle(area.code) } + "#" + Self.place,
                hint: (codes.contains(area.code) ? Strings.Desk.isChosen : Strings.Desk.isNotChosen)[language]
            )
        }
        return Figure.choropleth(
            FigureFrame(
                id: "mengtafel-waar", title: Strings.Desk.chooseAreas[language], subtitle: "",
                provenance: scene.provenance(
                    simulation: Strings.Desk.areaColours(town.frame.startYear)[language],
                    of: [.socialShareScope]),
                language: language, areaNoun: scene.level.noun),
            outlines: outlines, areas: areas,
            options: ChoroplethOptions(
                breaks: .sequential(over: shares.compactMap(\.self), format: format), format: format,
                quantity: Strings.Desk.socialShare[language], selected: chosen.map(\.code.rawValue),
                showsDistricts: scene.level == .neighbourhood))
    }

    /// The share of social rent by area at the start; nil where there are no homes.
    private var socialShares: [Double?] {
        var counts = Array(repeating: (all: 0, social: 0), count: town.frame.areas.count)
        for home in town.state.dwellings {
            counts[Int(home.area)].all += 1
            if home.tenure == .socialRent { counts[Int(home.area)].social += 1 }
        }
        return counts.map { $0.all > 0 ? Double($0.social) / Double($0.all) : nil }
    }
}

extension Strings.Desk {
    static let chooseAreas = BilingualText(nl: "Kies gebieden op de kaart", en: "Choose areas on the map")
    static let chooseAreasHow = BilingualText(
        nl:
            "Kies een gebied om het toe te voegen; kies het nog eens om het weg te halen. De keuze geldt voor de maatregel die u daarna toevoegt. In de tabel onder de kaart kan het ook.",
        en:
            "Choose an area to add it; choose it again to take it out. The choice holds for the measure that you add next. The table below the map does the same."
    )
    static let clearAreas = BilingualText(nl: "Wis deze keuze.", en: "Clear this choice.")
    static let toMap = BilingualText(nl: "Kies gebieden op de kaart.", en: "Choose areas on the map.")
    static let isChosen = BilingualText(nl: "gekozen, haal weg", en: "chosen, take out")
    static let isNotChosen = BilingualText(nl: "kies", en: "choose")
    static let noHomes = BilingualText(nl: "geen woningen", en: "no homes")
    static let socialShare = BilingualText(
        nl: "Aandeel sociale huurwoningen", en: "Share of social homes")

    static func areaColours(_ year: Int) -> BilingualText {
        BilingualText(
            nl:
                "De kleur is het aandeel sociale huurwoningen in \(year), volgens de bevolking van de simulatie.",
            en: "The colour is the share of social homes in \(year), in the population of the simulation.")
    }
}
