internal import Harness
internal import HousingMarket
internal import OpenData

extension FuzzTarget {
    /// Policy packages.
    static let packages = FuzzTarget("packages") { input in
        guard let package = refusable({ try Package.read(yaml: input.text, file: "x.yaml") }) else { return }
        let again = refusable { try Package.read(yaml: package.yaml, file: "again.yaml") }
        promise(again == package, "a package that was written is read as it was: \(package.yaml)")
        promise(
            again?.fingerprintText == package.fingerprintText, "the same package has the same fingerprint")
    }
}
