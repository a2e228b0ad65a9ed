import Bilingual

/// The parts of one map figure.
struct ChoroplethDrawing {
    let frame: FigureFrame
    let outlines: MapOutlines
    let areas: [MapArea]
    let options: ChoroplethOptions

    private var language: Language { frame.language }
    private var words: FigureWords { frame.words }
    private var hatchFill: MarkupValue { .text("url(#\(frame.id)-hatch)") }
    private var chosen: [MapArea] { areas.filter { options.selected.contains($0.id) } }

    /// Size of the names on the map: 12 px when 720 units are squeezed into the 288 px of a small phone.
    private static let nameSize = 30.0

    func text(of value: MapValue) -> String {
        switch value {
        case .value(let number): options.format.text(number, language)
        case .withinNoise(let number): options.format.text(number, language) + ", " + words.withinNoise
        case .missing(let reason): reason
        }
    }

    var picture: Markup {
        let colours = options.classColours
        let drawn = areas.filter { outlines.areas[$0.id] != nil }
        let entrance = drawn.first { options.selected.contains($0.id) }?.id ?? drawn.first?.id
        let known = Set(areas.map(\.id))
        var parts = [Drawing.hatch(id: frame.id + "-hatch", spacing: 11)]
        let orphans = outlines.ids.filter { !known.contains($0) }.map { outline(of: $0, ["fill": hatchFill]) }
        let shapes = drawn.map { area in
            shape(of: area, colours: colours, isEntrance: area.id == entrance)
        }
        parts.append(
            .element(
                "g",
                [
                    "class": "mp-areas", "stroke": .colour(.paper), "stroke-width": 1.2,
                    "fill-rule": "evenodd",
                    "stroke-linejoin": "round",
                ], children: orphans + shapes))
        parts.append(border(outlines.outside, width: 1.5, colour: .border))
        if options.showsDistricts { parts.append(border(outlines.districtBorders, width: 2, colour: .muted)) }
        for area in chosen {
            for (width, colour) in [(6.0, Colour.paper), (3, .ink)] {
                parts.append(
                    outline(
                        of: area.id,
                        [
                            "fill": "none", "stroke": .colour(colour), "stroke-width": .number(width),
                            "vector-effect": "non-scaling-stroke", "stroke-linejoin": "round",
                            "pointer-events": "none",
                        ]))
            }
        }
        parts += chosen.map(name)
        return Drawing.svg(
            width: outlines.width, height: outlines.height, sentence: sentence, kind: "mp-map",
            hasLinks: drawn.contains { $0.href != nil }, textSize: Self.nameSize, parts)
    }

    private func shape(of area: MapArea, colours: [Colour], isEntrance: Bool) -> Markup {
        let fill: MarkupValue
        switch area.value {
        case .value(let number) where number.isFinite:
            fill = .colour(colours[options.breaks.index(of: number)])
        case .withinNoise: fill = .colour(Palette.neutral)
        case .value, .missing: fill = hatchFill
        }
        let drawing = outline(of: area.id, ["fill": fill])
        guard let href = area.href else { return drawing }
        let shown = [text(of: area.value), area.hint].compactMap(\.self).joined(separator: ", ")
        let neighbours = area.neighbours ?? outlines.neighbours(of: area.id)
        return .element(
            "a",
            [
                "href": .text(href), "tabindex": isEntrance ? 0 : -1, "aria-label": "\(area.name): \(shown)",
                "data-id": .text(area.id), "data-name": .text(area.name), "data-value": .text(shown),
                "data-neighbours": .text(neighbours.joined(separator: " ")),
            ]
        ) {
            Markup.element("title") { "\(area.name): \(shown)" }
            drawing
        }
    }

    private func outline(of id: String, _ style: MarkupAttributes) -> Markup {
        let path = outlines.areas[id] ?? PathData()
        return path.pointCount == 0
            ? .empty : .element("path", (["d": .path(path)] as MarkupAttributes).adding(style))
    }

    private func border(_ path: PathData, width: Double, colour: Colour) -> Markup {
        guard path.pointCount > 0 else { return .empty }
        return .element(
            "path",
            [
                "d": .path(path), "fill": "none", "stroke": .colour(colour), "stroke-width": .number(width),
                "stroke-linejoin": "round", "pointer-events": "none",
            ])
    }

    private func name(of area: MapArea) -> Markup {
        guard let extent = outlines.extents[area.id] else { return .empty }
        let size = Self.nameSize
        let x = Drawing.clamped(extent.centre.x, text: area.name, size: size, within: outlines.width)
        // A name that would hide its own area stands above it, or below it at the upper edge.
        let isRoomy =
            extent.right - extent.left > Drawing.width(of: area.name, size: size)
            && extent.bottom - extent.top > 2 * size
        let above = extent.top - size / 3
        let beside = above > size ? above : extent.bottom + size
        let y = min(max(isRoomy ? extent.centre.y + size / 3 : beside, size), outlines.height - size / 3)
        return .element(
            "text",
            [
                "class": "mp-map-name", "x": .number(x), "y": .number(y), "text-anchor": "middle",
                "font-weight": "700", "stroke": .colour(.paper), "stroke-width": 5, "paint-order": "stroke",
                "stroke-linejoin": "round", "pointer-events": "none", "aria-hidden": "true",
            ], children: [.text(area.name)])
    }

    var legend: Legend {
        var plain: [Double] = []
        var (noise, missing) = (0, 0)
        for area in areas {
            switch area.value {
            case .value(let number) where number.isFinite: plain.append(number)
            case .withinNoise: noise += 1
            case .value, .missing: missing += 1
            }
        }
        let counts = options.breaks.counts(of: plain)
        var items = zip(zip(options.classColours, options.breaks.labels(options.format, language)), counts)
            .map {
                Legend.Item(.fill($0.0), $0.1, count: $1)
            }
        if noise > 0 { items.append(.init(.fill(Palette.neutral), words.withinNoise, count: noise)) }
        if missing > 0 { items.append(.init(.hatch, words.noFigure, count: missing)) }
        let note = BilingualText(
            nl: "Tussen haakjes: aantal \(frame.areaNoun.many.nl).",
            en: "In brackets: number of \(frame.areaNoun.many.en).")[language]
        return Legend(items, note: [note, undrawn].filter { !$0.isEmpty }.joined(separator: " "))
    }

    /// How many areas are only in the table: without an outline, or outside the focus of the map.
    private var undrawn: String {
        let count = areas.count { outlines.areas[$0.id] == nil }
        guard count > 0 else { return "" }
        return BilingualText(
            nl: "Niet op deze kaart, wel in de tabel: \(words.areas(count)).",
            en: "Not on this map, but in the table: \(words.areas(count)).")[language]
    }

    var sentence: String {
        let numbers = areas.compactMap(\.value.number).filter(\.isFinite)
        let noise = areas.count { if case .withinNoise = $0.value { true } else { false } }
        let missing = areas.count - numbers.count
        let start = BilingualText(nl: "Kaart van ", en: "Map of ")[language] + words.areas(areas.count)
        var parts: [String] = []
        if let least = numbers.min(), let most = numbers.max() {
            let (low, high) = (options.format.text(least, language), options.format.text(most, language))
            let range =
                low == high
                ? BilingualText(nl: "waarde \(low)", en: "value \(low)")
                : BilingualText(nl: "waarden van \(low) tot \(high)", en: "values from \(low) to \(high)")
            parts.append(range[language])
        }
        if noise > 0 { parts.append("\(noise) \(words.withinNoise)") }
        if missing > 0 { parts.append("\(missing) \(words.noFigure)") }
        let picked = chosen.map { "\($0.name) \(text(of: $0.value))" }
        let end =
            picked.isEmpty
            ? ""
            : " " + BilingualText(nl: "Gekozen: ", en: "Chosen: ")[language] + picked.joined(separator: "; ")
                + "."
        return start + (parts.isEmpty ? "" : ": " + parts.joined(separator: ", ")) + "."
            + (undrawn.isEmpty ? "" : " " + undrawn) + end
    }

    var table: FigureTable {
        let hasNoise = areas.contains { if case .withinNoise = $0.value { true } else { false } }
        let rows = areas.map { area -> [FigureTable.Cell] in
            var row: [FigureTable.Cell] = [
                area.href.map {
                    .link(
                        ([area.name, area.hint] as [String?]).compactMap(\.self).joined(separator: ", "),
                        href: $0)
                } ?? .text(area.name)
            ]
            row.append(.text(area.id))
            switch area.value {
            case .value(let number), .withinNoise(let number): row.append(.number(number, options.format))
            case .missing(let reason): row.append(.missing(reason))
            }
            if case .withinNoise = area.value { row.append(.text(words.withinNoise)) }
            return row
        }
        let code = BilingualText(nl: "Code", en: "Code")[language]
        let remark = BilingualText(nl: "Opmerking", en: "Remark")[language]
        return FigureTable(
            caption: frame.title,
            columns: [words.title(words.area), code, options.quantity] + (hasNoise ? [remark] : []),
            rows: rows, language: language)
    }
}
