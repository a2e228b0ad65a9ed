extension Register {
    /// An identifier for a study that is not there yet: its region and a mark made from title, year and first
    /// author. Two people who add different studies apart from each other get different identifiers; two who
    /// add the same one get the same, so that it shows.
    ///
    /// - Parameter makeAnother: whether a study with that identifier that is there already asks for another
    ///   one (`NL-x3f9a01c2b7-2`); otherwise adding it says that it is there.
    public func newStudyID(
        region: Region, title: String, year: Int?, authors: String, makeAnother: Bool = false
    ) -> String {
        let key = [
            NormalisedText.title(title), year.map(String.init) ?? "", NormalisedText.firstAuthor(authors),
        ].joined(separator: "\u{1F}")
        let base = "\(region.rawValue)-x\(Self.mark(key))"
        return makeAnother ? Self.free(base) { studyRows[$0] != nil } : base
    }

    /// An identifier for a number, from its study, outcome, group, contrast and measure.
    public func newEffectID(study: String, outcome: String, group: String, contrast: String, measure: String)
        -> String
    {
        let key = [outcome, group, contrast, measure].joined(separator: "\u{1F}")
        return Self.free("E-\(study)-\(Self.mark(key))") { effectRows[$0] != nil }
    }

    /// An identifier for a remark, from its text and moment.
    public func newRemarkID(study: String, text: String, by who: String, on when: ISODate) -> String {
        let key = [text, who, when.text].joined(separator: "\u{1F}")
        return Self.free("R-\(study)-\(Self.mark(key))") { remarkRows[$0] != nil }
    }

    private static func free(_ base: String, isTaken: (String) -> Bool) -> String {
        guard isTaken(base) else { return base }
        var number = 2
        while isTaken("\(base)-\(number)") { number += 1 }
        return "\(base)-\(number)"
    }

    /// Ten hexadecimal digits of the FNV-1a hash: the same on every machine, unlike Swift's own hash.
    private static func mark(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash >> 24, radix: 16)
        return String(repeating: "0", count: 10 - digits.count) + digits
    }
}
