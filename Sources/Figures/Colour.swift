import Foundation

/// A colour in sRGB, 8 bits a channel.
public struct Colour: Sendable, Hashable {
    /// Red, 0 to 255.
    public let red: UInt8
    /// Green, 0 to 255.
    public let green: UInt8
    /// Blue, 0 to 255.
    public let blue: UInt8

    /// A colour from its number, as in `Colour(0x14232B)`.
    public init(_ rgb: UInt32) {
        red = UInt8(truncatingIfNeeded: rgb >> 16)
        green = UInt8(truncatingIfNeeded: rgb >> 8)
        blue = UInt8(truncatingIfNeeded: rgb)
    }

    /// The colour as HTML and SVG write it: `#14232B`.
    public var hex: String {
        var text = "#"
        for channel in [red, green, blue] {
            for nibble in [channel >> 4, channel & 15] {
                text.unicodeScalars.append(
                    Unicode.Scalar(nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10)
                )
            }
        }
        return text
    }

    /// Relative luminance as WCAG 2.2 defines it: 0 for black, 1 for white.
    public var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// Contrast ratio with `other` as WCAG 2.2 defines it: 1 (equal) to 21 (black on white).
    public func contrast(with other: Colour) -> Double {
        let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }

    /// The colour for small text on this colour: ink or paper, whichever stands out more; on the few middle tones
    /// where neither reaches 4.5 to 1, black (black or white always does).
    public var legibleText: Colour {
        let best = contrast(with: .ink) >= contrast(with: .paper) ? Colour.ink : .paper
        return contrast(with: best) >= 4.5 ? best : Colour(0x000000)
    }

    /// Linear light of one sRGB channel, 0 to 1.
    static func linear(_ channel: UInt8) -> Double {
        let value = Double(channel) / 255
        return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
}

extension Colour {
    /// Text and dark marks.
    public static let ink = Colour(0x14232B)
    /// The page.
    public static let paper = Colour(0xFFFFFF)
    /// The ground behind cards.
    public static let surface = Colour(0xF4F6F4)
    /// Text of the second rank.
    public static let muted = Colour(0x4A5B65)
    /// Decorative lines; carries no meaning, so no contrast is asked of it.
    public static let line = Colour(0xD5DBD8)
    /// Borders of controls and outlines that must be seen.
    public static let border = Colour(0x5F717B)
    /// Buttons and links.
    public static let accent = Colour(0x0B5A6B)
    /// Pressed buttons and visited links.
    public static let accentDark = Colour(0x083F4B)
    /// The focus ring, a limit reached, and the mark of the municipality in figures.
    public static let focus = Colour(0xB4470B)
    /// The button to disagree, with white text.
    public static let disagreeButton = Colour(0x6B4504)
}
