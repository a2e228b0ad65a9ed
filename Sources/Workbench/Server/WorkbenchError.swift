import Bilingual
import Foundation

/// Why the server or a report could not do its work, in one line for the person at the desk.
public enum WorkbenchError: Error, Sendable, Equatable, CustomStringConvertible {
    /// Why a port cannot be listened on.
    public enum ListenReason: Sendable, Equatable {
        /// Another program has it.
        case taken
        /// The system does not allow it, as with ports below 1024.
        case forbidden
        /// The address is not one of this machine.
        case noSuchAddress
        /// Another reason, by the number of the system's error.
        case other(Int32)

        init(errno number: Int32) {
            switch number {
            case EADDRINUSE: self = .taken
            case EACCES: self = .forbidden
            case EADDRNOTAVAIL: self = .noSuchAddress
            default: self = .other(number)
            }
        }
    }

    /// What was given as the public address is none.
    case address(found: String)
    /// The server cannot listen on its address.
    case cannotListen(host: String, port: Int, reason: ListenReason)
    /// There is no Chromium to print a report with.
    case noBrowser
    /// Chromium was found but made no report.
    case printingFailed(detail: String)
    /// So many files are being made that this one was not begun.
    case tooManyFiles

    /// There is no Pandoc to write a report for word processors.
    case noConverter
    /// Pandoc was found but made no report.
    case convertingFailed(detail: String)

    /// One line: what, where, how to mend.
    public var description: String {
        switch self {
        case .address(let found):
            "'\(found)' is no public address; expected a scheme and a host, such as https://mengpaneel.mengstede.example, with nothing behind it."
        case .cannotListen(let host, let port, .taken):
            "Port \(port) on \(host) is in use by another program. Stop that program or choose another port with --port."
        case .cannotListen(let host, let port, .forbidden):
            "Port \(port) on \(host) is not allowed for this user. Choose a port from 1024 to 65535 with --port."
        case .cannotListen(let host, _, .noSuchAddress):
            "The address \(host) is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all addresses."
        case .cannotListen(let host, let port, .other(let number)):
            "Cannot listen on \(host) port \(port): system error \(number). Choose another port with --port."
        case .noBrowser:
            "No Chromium was found to make a PDF. Install the package chromium, or open the report and print it from the browser."
        case .noConverter:
            "No Pandoc was found to write ODT and DOCX. Install the packages pandoc and librsvg2-bin (on macOS: brew install pandoc librsvg), or write the report as .html or .pdf."
        case .convertingFailed(let detail):
            "Pandoc did not make the file: \(detail). Write the report as .html or .pdf."
        case .tooManyFiles:
            "Many files are being made already. Try again in a minute, or read it as a page."
        case .printingFailed(let detail):
            "Chromium did not make the PDF: \(detail). Open the report and print it from the browser."
        }
    }
}
