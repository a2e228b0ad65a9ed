/// Five shades from light to dark for one quantity, ordered by lightness so that they also read in grey.
public enum SequentialPalette: String, Sendable, Hashable, CaseIterable {
    /// The default.
    case teal
    /// For a second quantity beside the first.
    case violet
    /// For a third quantity.
    case ochre

    /// The shades, light to dark.
    public var colours: [Colour] {
        switch self {
        case .teal: [0xE6F0EC, 0xB5D5CD, 0x74B0AB, 0x2F8189, 0x0B4A5C].map(Colour.init)
        case .violet: [0xF3EAF3, 0xD6BEDD, 0xAF8DBF, 0x7F5B99, 0x4B2D6B].map(Colour.init)
        case .ochre: [0xFBF0DA, 0xEFCF94, 0xD7A24B, 0xA87318, 0x6B4504].map(Colour.init)
        }
    }
}

/// The colours of figures, chosen to stay apart for readers with any of the three kinds of colour blindness.
/// The tests recompute the differences (Machado, Oliveira and Fernandes 2009; CAM02-UCS of Luo, Cui and Li 2006).
public enum Palette {
    /// Below to above a middle: ochre, neutral, blue. Never red to green.
    public static let diverging = [0x7A4A00, 0xC08A2E, 0xE8CD98, 0xF1F0EC, 0xB7CFE3, 0x5D8FBE, 0x1F4F86]
        .map(Colour.init)
    /// The middle of ``diverging``: no difference, or one within the noise.
    public static let neutral = Colour(0xF1F0EC)
    /// Kinds without an order (opinion groups, parts of a whole). Always with a shape, a label or a place as well,
    /// because in grey some of them are equal.
    public static let groups = [0x1F4F86, 0xC47A00, 0x4C9BD6, 0x8A3B12, 0x14232B].map(Colour.init)
    /// Two quantities at once, 3 × 3: row = ochre quantity low to high, column = blue quantity low to high.
    public static let bivariate = [
        [0xF0EFE6, 0xB9CBDE, 0x5B86B5], [0xE9C48A, 0xB2A58F, 0x5F6F82], [0xC98A1B, 0x8C6A3A, 0x3A3328],
    ].map { $0.map(Colour.init) }
    /// Bars of votes: agree, pass, disagree.
    public static let votes = [0x0B5A6B, 0xC9CFCC, 0xB58A1E].map(Colour.init)
    /// The bar or dot of the neighbourhood in figures that set it beside a benchmark.
    public static let bar = Colour(0x2F8189)
    /// All other neighbourhoods in a figure that picks one out.
    public static let others = Colour(0x74B0AB)
}
