/// A language of the interface. Dutch comes first everywhere; English is the second.
public enum Language: String, Sendable, Codable, CaseIterable, Hashable {
    /// Dutch, the default.
    case dutch = "nl"
    /// English.
    case english = "en"

    /// The other language, for the switch in the page header.
    public var other: Language { self == .dutch ? .english : .dutch }
}

/// One text in both languages of the interface. A missing translation cannot be built.
public struct BilingualText: Sendable, Hashable, Codable {
    /// The Dutch text, at B1 level where residents may read it.
    public let nl: String
    /// The English text.
    public let en: String

    /// Makes a text from its two languages.
    public init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    /// A text that is the same in both languages, such as a name or a number.
    public init(same text: String) { self.init(nl: text, en: text) }

    /// The text in `language`.
    public subscript(language: Language) -> String { language == .dutch ? nl : en }

    /// The text in `language`.
    public func callAsFunction(_ language: Language) -> String { self[language] }
}
