public import Bilingual

/// A word from a fixed list, with the code that files hold and a name in both languages.
public protocol CodedTerm: RawRepresentable, CaseIterable, Sendable, Hashable, Codable
where RawValue == String, AllCases == [Self] {
    /// Its name on a page.
    var name: BilingualText { get }
}
