import Bilingual
import Figures
import HousingMarket
import Neighbourhoods

/// The left side of the mixing desk: three places for a package, its measures, and a form for each lever. Plain GET
/// forms, so that it works without scripts and every state has an address.
struct DeskForm {
    let scene: Scene
    let town: StartingTown
    let package: Package
    /// What was filled in as limits and refused.
    var typed = DeskLimitForm.Typed()
    /// The model behind the page; nil where the package cannot be read.
    var model: DeskModel?
    private var language: Language { scene.language }
    private var horizon: Int { scene.deskHorizon(town) }

    var markup: Markup {
        .element("section", ["class": "mp-card mp-choice"]) {
            tabs
            horizonForm
            measures
            cards
            DeskLimitForm(scene: scene, limits: package.limits, typed: typed).markup
            if let model { DeskRepeat(file: DeskFile(scene: scene, model: model)).markup }
            Markup.element("h2") { Strings.Desk.add[language] }
            DeskAreaMap(scene: scene, town: town).choice
            steering
            for lever in DeskLever.all { form(lever) }
            fit
        }
    }

    private var tabs: Markup {
        .element("ul", ["class": "mp-jump"]) {
            for (slot, name) in DeskState.slots.enumerated() {
                Markup.element("li") {
                    Markup.element(
                        "a",
                        [
                            "href": .text(
                                scene.href(.desk) {
                                    $0.desk.open = slot; $0.desk.before = nil
                                }),
                            "aria-current": slot == scene.state.desk.open ? "true" : .absent,
                        ]
                    ) { "\(Strings.Desk.package[language]) \(name)" }
                }
            }
        }
    }

    private func hidden(_ without: Set<String>) -> Markup {
        .fragment(
            scene.state.items.filter { !without.contains($0.name) }.map { item in
                .element("input", ["type": "hidden", "name": .text(item.name), "value": .text(item.value)])
            })
    }

    private var horizonForm: Markup {
        .element(
            "form",
            ["class": "mp-form", "method": "get", "action": .text(Route.desk.path), "data-auto": .flag(true)]
        ) {
            hidden([PageState.Key.horizon, PageState.Key.level])
            if let level = ChoiceForm.Field.level(scene) { select(level) }
            Markup.element("p", ["class": "mp-field"]) {
                Markup.element("label", ["for": "eind"]) { Strings.Desk.horizon[language] }
                Markup.element("select", ["id": "eind", "name": .text(PageState.Key.horizon)]) {
                    for year in (town.frame.startYear + 1)...(town.frame.startYear + 30) {
                        Markup.element(
                            "option", ["value": .text("\(year)"), "selected": .flag(year == horizon)]
                        ) { "\(year)" }
                    }
                }
            }
            Markup.element("button", ["class": "mp-button", "type": "submit", "data-submit": .flag(true)]) {
                Strings.apply[language]
            }
        }
    }

    private func select(_ field: ChoiceForm.Field) -> Markup {
        .element("p", ["class": "mp-field"]) {
            Markup.element("label", ["for": .text("desk-" + field.key)]) { field.label }
            Markup.element("select", ["id": .text("desk-" + field.key), "name": .text(field.key)]) {
                for option in field.options {
                    Markup.element(
                        "option", ["value": .text(option.value), "selected": .flag(option.isChosen)]
                    ) { option.label }
                }
            }
        }
    }

    // MARK: The measures of the open package

    private var measures: Markup {
        .fragment([
            .element("h2") { "\(Strings.Desk.package[language]) \(DeskState.slots[scene.state.desk.open])" },
            package.measures.isEmpty
                ? .element("p", ["class": "mp-note"]) { Strings.Desk.empty[language] }
                : .element("ol", ["class": "mp-links"]) {
                    for (index, measure) in package.measures.enumerated() {
                        Markup.element("li") {
                            describe(measure)
                            " "
                            action("weg", Strings.Desk.remove, number: index + 1)
                        }
                    }
                },
            .element("p", ["class": "mp-actions"]) {
                if scene.state.desk.before != nil { action("terug", Strings.Desk.undo) }
                if !package.measures.isEmpty || package.limits != PackageLimits() {
                    action("leeg", Strings.Desk.clear)
                }
            },
        ])
    }

    /// A fold for each lever that the package takes, with what a group must know before it promises anything.
    private var cards: Markup {
        var seen = Set<LeverKind>()
        let chosen = package.measures.map(\.lever.kind).filter { seen.insert($0).inserted }
        return .fragment(
            chosen.map { kind in
                .element("details", ["class": "mp-numbers mp-chosen-lever"]) {
                    Markup.element("summary") { Strings.Desk.about(kind.name)[language] }
                    LeverCardBlock(card: kind.card, language: language).markup
                }
            })
    }

    private func describe(_ measure: Measure) -> String {
        let years = measure.from == measure.through ? "\(measure.from)" : "\(measure.from)–\(measure.through)"
        var place = Strings.Desk.everywhere[language]
        if case .codes(let codes) = measure.areas {
            place = codes.map { code in
                town.frame.areas.first { $0.code == code }?.name ?? town.frame.districts.first {
                    $0.code == code
                }?.name ?? code.rawValue
            }.joined(separator: ", ")
        }
        let amount = measure.lever.amount.map { " \($0)" } ?? ""
        return "\(measure.lever.kind.code) \(measure.lever.kind.name[language])\(amount), \(place), \(years)"
    }

    private func action(_ word: String, _ label: BilingualText, number: Int? = nil) -> Markup {
        let more = number.map { "&\(DeskEdit.Key.number)=\($0)" } ?? ""
        let base = scene.href(.desk)
        let sign = base.contains("?") ? "&" : "?"
        return .element(
            "a", ["href": .text("\(base)\(sign)\(DeskEdit.Key.action)=\(word)\(more)"), "rel": "nofollow"]
        ) {
            label[language]
        }
    }

    // MARK: One form for each lever

    private func form(_ lever: DeskLever) -> Markup {
        let id = "m-\(lever.kind.word)"
        return .element("details", ["class": "mp-numbers"]) {
            Markup.element("summary") { "\(lever.kind.code) \(lever.kind.name[language])" }
            Markup.element("p") { lever.kind.card.summary[language] }
            Markup.element("details", ["class": "mp-numbers"]) {
                Markup.element("summary") { Strings.Desk.about(lever.kind.name)[language] }
                LeverCardBlock(card: lever.kind.card, language: language).markup
            }
            Markup.element("form", ["class": "mp-form", "method": "get", "action": .text(Route.desk.path)]) {
                hidden([PageState.Key.before])
                Markup.element(
                    "input", ["type": "hidden", "name": .text(DeskEdit.Key.action), "value": "toevoegen"])
                Markup.element(
                    "input",
                    ["type": "hidden", "name": .text(DeskEdit.Key.lever), "value": .text(lever.kind.word)])
                if lever.kind.choosesAreas { areas(id) }
                input(id, DeskEdit.Key.from, Strings.Desk.from[language], "\(town.frame.startYear + 1)")
                input(
                    id, DeskEdit.Key.through, Strings.Desk.through[language],
                    "\(min(horizon, town.frame.startYear + 5))")
                for field in lever.fields { input(id, "v." + field.key, field.label[language], field.start) }
                Markup.element("button", ["class": "mp-button", "type": "submit"]) {
                    Strings.Desk.addButton[language]
                }
            }
        }
    }

    private func input(_ id: String, _ name: String, _ label: String, _ start: String) -> Markup {
        let field = "\(id)-\(name)"
        return .element("p", ["class": "mp-field"]) {
            Markup.element("label", ["for": .text(field)]) { label }
            Markup.element(
                "input",
                [
                    "id": .text(field), "name": .text(name), "value": .text(start), "type": "text",
                    "autocomplete": "off",
                ])
        }
    }

    private func areas(_ id: String) -> Markup {
        .element("p", ["class": "mp-field"]) {
            Markup.element("label", ["for": .text("\(id)-waar")]) { Strings.Desk.place[language] }
            Markup.element("select", ["id": .text("\(id)-waar"), "name": .text(DeskEdit.Key.areas)]) {
                let picked = DeskAreaMap(scene: scene, town: town)
                if !picked.chosen.isEmpty {
                    let codes = picked.chosen.map(\.code.rawValue).joined(separator: ",")
                    Markup.element("option", ["value": .text(codes), "selected": .flag(true)]) {
                        picked.sentence[language]
                    }
                }
                Markup.element("option", ["value": ""]) { Strings.Desk.everywhere[language] }
                for place in town.frame.areas.sorted(by: { ($0.name, $0.code) < ($1.name, $1.code) }) {
                    Markup.element(
                        "option",
                        [
                            "value": .text(place.code.rawValue),
                            "selected": .flag(
                                picked.chosen.isEmpty && place.code == scene.selection?.code),
                        ]
                    ) { place.name }
                }
            }
        }
    }

    /// How slow steering by letting is, where an area is chosen: said before anything is promised.
    private var steering: Markup {
        let chosen = scene.selection.flatMap { selection in
            town.frame.areas.firstIndex { $0.code == selection.code }
        }
        let homes = town.state.dwellings.count { home in
            home.tenure == .socialRent && (chosen.map { Int(home.area) == $0 } ?? true)
        }
        let numbers = scene.numbers
        return .element("p", ["class": "mp-note"]) {
            Strings.Desk.lettings(
                numbers.decimal((Double(homes) * 0.07).rounded(), decimals: 0),
                of: numbers.decimal(Double(homes), decimals: 0))[language]
        }
    }

    private var fit: Markup {
        let remarks = town.fit.remarks(language)
        guard !remarks.isEmpty else { return .empty }
        return .element("details", ["class": "mp-numbers"]) {
            Markup.element("summary") { Strings.Desk.fit[language] }
            Markup.element("ul", ["class": "mp-links"]) {
                for remark in remarks { Markup.element("li") { remark } }
            }
        }
    }
}
