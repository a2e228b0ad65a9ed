internal import Bilingual
internal import EvidenceRegister
internal import Foundation
internal import GroupDecision
internal import Harness
internal import MetaAnalysis
internal import Perspectives
internal import QRCode
internal import ReferenceFiles
internal import Segregation

@testable import OpenData

extension FuzzTarget {
    /// Numbers, dates, codes, QR codes, and files of reference values.
    static let texts = FuzzTarget("texts") { input in
        var input = input
        let form = input.choice(9)
        switch form {
        case 0: numbers(input.text)
        case 1:
            if let code = refusable({ try QRCode(input.text) }) {
                promise(code.size == 17 + 4 * code.version, "a version has its size")
                promise(code[0, 0] && code[code.size - 1, 0], "the corners are dark")
            } else {
                promise(input.text.utf8.count > 200, "a short text fits")
            }
        case 2:
            if let date = refusable({ try ISODate(input.text) }) {
                promise(date.text == input.text, "a date stays as it was written")
            }
            _ = FieldName(input.text)
            _ = AreaNames.normalised(input.text)
            _ = NearestWord.nearest(
                to: String(input.text.prefix(40)), among: ["horizon", "measures", input.text])
        case 3:
            guard let value = try? JSONValue(contentsOf: Data(input.bytes)) else { return }
            _ = value.label
            _ = value.labels
            _ = value.optionalNumbers
        default: reference(form, input)
        }
    }

    private static func numbers(_ text: String) {
        for language in Language.allCases {
            let texts = NumberText(language)
            guard let number = texts.number(from: text) else { continue }
            promise(number.isFinite, "a number is a number: \(text)")
            guard abs(number) < 1e12, number == number.rounded() else { continue }
            promise(
                texts.number(from: texts.decimal(number)) == number,
                "a number that was written is read as it was: \(text)")
        }
        let read = Array(text.utf8).withUnsafeBufferPointer { NumberReader().read($0) }
        if case .number(let number) = read { promise(number.isFinite, "a cell holds a number: \(text)") }
    }

    private static func reference(_ form: Int, _ input: Input) {
        let folder = Scratch("reference.json")
        folder.write(input.bytes)
        switch form {
        case 4: _ = refusable { try Segregation.ReferenceVerification(path: folder.path) }
        case 5: _ = refusable { try MetaAnalysis.ReferenceVerification(path: folder.path) }
        default:
            guard let value = try? JSONValue(contentsOf: Data(input.bytes)) else { return }
            if form == 6 {
                for kind in [Perspectives.ReferenceVerification.Kind.server, .sorts] {
                    _ = refusable {
                        try Perspectives.ReferenceVerification.tally(kind, name: "x", file: value)
                    }
                }
            } else {
                for name in GroupDecision.ReferenceVerification.fileNames {
                    _ = refusable {
                        try GroupDecision.ReferenceVerification.report(name: name, content: value, draws: 100)
                    }
                }
            }
        }
    }
}
