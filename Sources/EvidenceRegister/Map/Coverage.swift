/// How many studies there are of one country.
public struct CountryCount: Sendable, Hashable {
    /// The country, as written in the register.
    public let country: String
    /// How many. A study of two countries counts in both.
    public let count: IndependentCount
    /// The places in it, as written, with how many publications name each, by alphabet.
    public let places: [(place: String, papers: Int)]

    /// Whether both hold the same.
    public static func == (one: CountryCount, other: CountryCount) -> Bool {
        one.country == other.country && one.count == other.count
            && one.places.elementsEqual(other.places) { $0.place == $1.place && $0.papers == $1.papers }
    }

    /// Adds what counts for equality.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(country)
        hasher.combine(count)
    }
}

/// How many studies there are of one span of years.
public struct PeriodCount: Sendable, Hashable {
    /// The years of publication; nil for studies without a year.
    public let years: ClosedRange<Int>?
    /// How many. A trial with publications in several periods counts in each.
    public let count: IndependentCount
}

extension Register {
    /// How many studies there are of each country: the Netherlands first, then by alphabet.
    public func countryCounts(filter: StudyFilter = StudyFilter()) -> [CountryCount] {
        let kept = studies(matching: filter)
        return countries.compactMap { country in
            let here = kept.filter { $0.countries.contains(country) }
            guard !here.isEmpty else { return nil }
            let places = here.flatMap(\.places).reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
            return CountryCount(
                country: country, count: count(here),
                places: places.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
    }

    /// How many studies were published in each span of `width` years, empty spans included, and last those
    /// without a year.
    public func periodCounts(width: Int = 5, filter: StudyFilter = StudyFilter()) -> [PeriodCount] {
        let kept = studies(matching: filter)
        let width = max(1, width)
        var result: [PeriodCount] = []
        let years = kept.compactMap(\.year)
        if let first = years.min(), let last = years.max() {
            var start = first - first % width
            while start <= last {
                let span = start...(start + width - 1)
                result.append(
                    PeriodCount(
                        years: span, count: count(kept.filter { $0.year.map(span.contains) ?? false })))
                start += width
            }
        }
        let undated = kept.filter { $0.year == nil }
        if !undated.isEmpty { result.append(PeriodCount(years: nil, count: count(undated))) }
        return result
    }
}
