import Bilingual
import Figures

/// The frame of the site around a page: head, header with menu, notices, footer.
enum Layout {
    /// The whole document of `page`, ready to send.
    static func document(_ page: Page, _ scene: Scene) -> String {
        "<!DOCTYPE html>\n" + html(page, scene).render()
    }

    private static func html(_ page: Page, _ scene: Scene) -> Markup {
        let language = scene.language
        return .element("html", ["lang": .text(language.rawValue)]) {
            Markup.element("head") { head(page, scene) }
            Markup.element("body") {
                Markup.element("a", ["class": "mp-skip", "href": "#inhoud"]) { Strings.skip[language] }
                header(page, scene)
                Markup.element("main", ["id": "inhoud", "tabindex": -1]) {
                    if scene.studio.isSynthetic { syntheticNote(page, language) }
                    notices(scene)
                    page.main
                }
                footer(scene)
            }
        }
    }

    private static func head(_ page: Page, _ scene: Scene) -> Markup {
        .fragment([
            .element("meta", ["charset": "utf-8"]),
            .element("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
            .element("title") {
                "\(page.title) – \(scene.studio.heading) – \(Strings.product[scene.language])"
            },
            .element("link", ["rel": "stylesheet", "href": .text(Asset.style.address)]),
            .element("link", ["rel": "icon", "type": "image/svg+xml", "href": .text(Asset.icon.address)]),
            page.route.map { route in
                .fragment([
                    .element("link", ["rel": "canonical", "href": .text(scene.href(route))]),
                    .element(
                        "link",
                        [
                            "rel": "alternate", "hreflang": .text(scene.language.other.rawValue),
                            "href": .text(scene.href(route) { $0.language = scene.language.other }),
                        ]),
                ])
            } ?? .empty,
            .element("script", ["type": "module", "src": .text(Asset.script.address)]),
        ])
    }

    private static func header(_ page: Page, _ scene: Scene) -> Markup {
        let language = scene.language
        let other = language.other
        return .element("header", ["class": "mp-header"]) {
            Markup.element("p", ["class": "mp-brand"]) {
                Markup.element("a", ["href": .text(scene.href(.map))]) { Strings.product[language] }
                Markup.element("span", ["class": "mp-project"]) { scene.studio.heading }
            }
            Markup.element("nav", ["aria-label": .text(Strings.mainMenu[language])]) {
                Markup.element("ul", ["class": "mp-menu"]) {
                    for (route, name) in menu {
                        Markup.element("li") {
                            Markup.element(
                                "a",
                                [
                                    "href": .text(scene.href(route)),
                                    "aria-current": page.route.map { isWithin($0, route) } ?? false
                                        ? "page" : .absent,
                                ]
                            ) { name[language] }
                        }
                    }
                }
            }
            Markup.element("p", ["class": "mp-tools"]) {
                if scene.studio.isSynthetic {
                    Markup.element("strong", ["class": "mp-badge"]) { Strings.synthetic[language] }
                }
                Markup.element(
                    "a",
                    [
                        "class": "mp-language", "hreflang": .text(other.rawValue),
                        "lang": .text(other.rawValue),
                        "href": .text(scene.href(page.route ?? .map) { $0.language = other }),
                    ]
                ) { BilingualText(nl: "Nederlands", en: "English")[other] }
            }
        }
    }

    private static let menu: [(Route, BilingualText)] = [
        (.map, Strings.Menu.map), (.areas, Strings.Menu.areas), (.spread, Strings.Menu.spread),
        (.claims, Strings.Menu.claims), (.desk, Strings.Menu.desk), (.evidence, Strings.Menu.evidence),
        (.theory, Strings.Menu.theory), (.questions, Strings.Menu.questions), (.groups, Strings.Groups.menu),
        (.agreements, Strings.Agreements.menu),
        (.sources, Strings.Menu.sources),
        (.report, Strings.Menu.report),
    ]

    private static func isWithin(_ route: Route, _ section: Route) -> Bool {
        switch (route, section) {
        case (.profile, .areas), (.claim, .claims), (.origin, .claims), (.backtest, .desk): true
        case (.question, .questions), (.edge, .theory), (.contradictions, .theory): true
        case (.study, .evidence), (.answers, .evidence), (.pooling, .evidence): true
        default: route == section
        }
    }

    private static func syntheticNote(_ page: Page, _ language: Language) -> Markup {
        .element("p", ["class": "mp-synthetic"]) {
            (page.holdsStudies ? Strings.syntheticNoteWithStudies : Strings.syntheticNote)[language]
        }
    }

    private static func notices(_ scene: Scene) -> Markup {
        guard !scene.notices.isEmpty else { return .empty }
        return .element(
            "section",
            ["class": "mp-notices", "role": "status", "aria-label": .text(Strings.notices[scene.language])]
        ) {
            for notice in scene.notices { Markup.element("p") { notice.text[scene.language] } }
        }
    }

    private static func footer(_ scene: Scene) -> Markup {
        .element("footer", ["class": "mp-footer"]) {
            Markup.element("p") { Strings.Footer.line[scene.language] }
            Markup.element("p") {
                Markup.element("a", ["href": .text(scene.href(.sources))]) {
                    Strings.Menu.sources[scene.language]
                }
                " · "
                Markup.element("a", ["href": .text(scene.href(.origin))]) {
                    Strings.Menu.origin[scene.language]
                }
                " · "
                Markup.element("a", ["href": .text(scene.href(.about))]) {
                    Strings.Menu.about[scene.language]
                }
            }
        }
    }
}
