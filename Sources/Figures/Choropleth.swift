import Bilingual

/// What is known of one area of a map.
public enum MapValue: Sendable, Hashable {
    /// A value.
    case value(Double)
    /// A difference that cannot be told from none; it keeps its number but gets the neutral colour.
    case withinNoise(Double)
    /// No value, and why. Hatched.
    case missing(String)

    /// The number, where there is one.
    public var number: Double? {
        switch self {
        case .value(let number), .withinNoise(let number): number
        case .missing: nil
        }
    }
}

/// One area of a map: who it is, what it shows and where it leads.
public struct MapArea: Sendable, Hashable {
    /// The code of the area, the same as in ``MapShape``.
    public var id: String
    /// The name readers know.
    public var name: String
    /// What is known.
    public var value: MapValue
    /// The page it leads to; nil for a picture without links.
    public var href: String?
    /// The areas that the arrow keys reach from here; nil = those that share a border on the map.
    public var neighbours: [String]?
    /// What following the link does, where that is more than opening a page: said beside the name to who does not see
    /// the picture.
    public var hint: String?

    /// An area from its parts.
    public init(
        id: String, name: String, value: MapValue, href: String? = nil, neighbours: [String]? = nil,
        hint: String? = nil
    ) {
        self.id = id
        self.name = name
        self.value = value
        self.href = href
        self.neighbours = neighbours
        self.hint = hint
    }
}

/// How a map is coloured and marked.
public struct ChoroplethOptions: Sendable {
    /// The colours of the classes.
    public enum Colours: Sendable, Hashable {
        /// From light to dark.
        case sequential(SequentialPalette)
        /// Below and above a middle; for differences.
        case diverging
    }

    /// The limits between classes, made once for all years of the indicator.
    public var breaks: ClassBreaks
    /// How values are written.
    public var format: ValueFormat
    /// The name of the quantity, as the title of its column in the table.
    public var quantity: String
    /// The colours.
    public var colours: Colours
    /// Codes of the chosen areas: outlined in white and ink, and named on the map.
    public var selected: [String]
    /// Whether borders between districts are drawn heavier.
    public var showsDistricts: Bool

    /// Options from their parts; the colours follow from the breaks when not given.
    public init(
        breaks: ClassBreaks, format: ValueFormat, quantity: String, colours: Colours? = nil,
        selected: [String] = [], showsDistricts: Bool = false
    ) {
        self.breaks = breaks
        self.format = format
        self.quantity = quantity
        self.colours = colours ?? (breaks.isDiverging ? .diverging : .sequential(.teal))
        self.selected = selected
        self.showsDistricts = showsDistricts
    }

    /// One colour a class. Fewer classes than shades use the outer shades and spread over the rest; a diverging
    /// palette leaves out its neutral middle when classes break at zero.
    var classColours: [Colour] {
        let shades: [Colour]
        switch colours {
        case .sequential(let palette): shades = palette.colours
        case .diverging:
            let all = Palette.diverging
            shades = breaks.classCount % 2 == 0 ? all.filter { $0 != Palette.neutral } : all
        }
        let last = Double(max(breaks.classCount - 1, 1))
        return (0..<breaks.classCount).map { place in
            shades[Int((Double(place) / last * Double(shades.count - 1)).rounded())]
        }
    }
}

extension Figure {
    /// A map of areas coloured by class, with hatching where there is no figure and the number of areas per class
    /// in its key. With diverging breaks it is the difference map between two years.
    ///
    /// Each linked area carries `data-id`, `data-name`, `data-value` (as shown) and `data-neighbours` for arrow
    /// keys; only the chosen (or first) area is in the tab order. Areas without an outline are only in the table;
    /// outlines without an area are hatched.
    public static func choropleth(
        _ frame: FigureFrame, outlines: MapOutlines, areas: [MapArea], options: ChoroplethOptions
    ) -> Figure {
        let map = ChoroplethDrawing(frame: frame, outlines: outlines, areas: areas, options: options)
        return Figure(
            frame: frame, picture: map.picture, legend: map.legend.html(frame.language),
            sentence: map.sentence,
            table: map.table)
    }
}
