/// Lets the content of an element be written as a list of lines, with `if`, `for` and plain strings (as text).
@resultBuilder
public enum MarkupBuilder {
    /// A line that is markup.
    public static func buildExpression(_ markup: Markup) -> Markup { markup }
    /// A line that may be markup.
    public static func buildExpression(_ markup: Markup?) -> Markup { markup ?? .empty }
    /// A line that is a list of markup.
    public static func buildExpression(_ markup: [Markup]) -> Markup { .fragment(markup) }
    /// A line that is text, to be escaped.
    public static func buildExpression(_ text: String) -> Markup { .text(text) }
    /// The lines after each other.
    public static func buildBlock(_ parts: Markup...) -> Markup {
        parts.count == 1 ? parts[0] : .fragment(parts)
    }
    /// An `if` without `else`.
    public static func buildOptional(_ part: Markup?) -> Markup { part ?? .empty }
    /// The first branch of an `if`.
    public static func buildEither(first part: Markup) -> Markup { part }
    /// The second branch of an `if`.
    public static func buildEither(second part: Markup) -> Markup { part }
    /// A `for` loop.
    public static func buildArray(_ parts: [Markup]) -> Markup { .fragment(parts) }
}
