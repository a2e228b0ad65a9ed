import Bilingual
import Figures
import Neighbourhoods

/// All areas by name, under their districts: the way to a profile without a map.
struct AreasPage {
    let scene: Scene
    private var language: Language { scene.language }

    var page: Page {
        let title = "\(scene.level.many[language].capitalisedFirst): \(scene.dataset.municipality.name)"
        return Page(
            route: .areas, title: title,
            main: .fragment([
                .element("h1") { title },
                .element("p") { Strings.Profile.list[language] },
                .element("div", ["class": "mp-grid"]) {
                    for group in groups {
                        Markup.element("section", ["class": "mp-card"]) {
                            Markup.element("h2") { group.name }
                            Markup.element("ul", ["class": "mp-links"]) {
                                for area in group.areas {
                                    Markup.element("li") {
                                        Markup.element("a", ["href": .text(scene.profileHref(area.code))]) {
                                            area.name
                                        }
                                    }
                                }
                            }
                        }
                    }
                },
            ]))
    }

    private var groups: [(name: String, areas: [Area])] {
        let byName = { (left: Area, right: Area) in (left.name, left.code) < (right.name, right.code) }
        let areas = scene.areas.sorted(by: byName)
        guard scene.level == .neighbourhood else { return [(scene.dataset.municipality.name, areas)] }
        let districts = scene.dataset.areas(.district).sorted(by: byName)
        var groups = districts.map { district in
            (name: district.name, areas: areas.filter { $0.parent == district.code })
        }
        let known = Set(districts.map(\.code))
        let rest = areas.filter { $0.parent.map { !known.contains($0) } ?? true }
        let restName =
            districts.isEmpty ? scene.dataset.municipality.name : Strings.Profile.noDistrict[language]
        groups.append((restName, rest))
        return groups.filter { !$0.areas.isEmpty }
    }
}
