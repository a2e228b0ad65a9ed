internal import Foundation
internal import Harness

/// The pages of the workbench: addresses, forms and the live session.
@main
enum Main {
    static func main() { exit(FuzzTarget.run(among: [.addresses, .evenings])) }
}
