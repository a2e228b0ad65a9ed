import Bilingual

/// Why a form of the chair is refused before it becomes an event, in one line.
struct ChairRefusal: Error, Sendable, Hashable {
    let text: BilingualText
}
