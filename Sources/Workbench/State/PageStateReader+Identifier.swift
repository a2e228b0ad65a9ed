extension PageStateReader {
    /// Whether `text` can be the identifier of a norm: letters, digits and dashes, and not too long.
    static func isIdentifier(_ text: String) -> Bool {
        !text.isEmpty && text.count <= 40
            && text.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-")
            }
    }
}
