import CGDAL
import Foundation

/// `mengpaneel-read [--list] [--layer NAME] [--member NAME] [--geometry] [--where FIELD=PREFIX]
/// [--adjacency METRES] FILE`: any table or map file as one stream of layers and rows on standard output.
@main
struct Read {
    static func main() {
        Limits.apply()
        let messages = GDALMessages()
        CPLSetConfigOption("OGR_XLSX_HEADERS", "FORCE")
        CPLSetConfigOption("OGR_XLS_HEADERS", "FORCE")
        CPLSetConfigOption("OGR_XLSX_FIELD_TYPES", "STRING")
        CPLSetConfigOption("OGR_XLS_FIELD_TYPES", "STRING")
        CPLSetConfigOption("CPL_VSIL_GZIP_WRITE_PROPERTIES", "NO")
        GDALAllRegister()
        var writer = FrameWriter()
        do throws(ReadFailure) {
            let request = try Request(arguments: Array(CommandLine.arguments.dropFirst()))
            try run(request, messages: messages, writer: &writer)
            writer.end()
        } catch {
            writer.fail(error)
            exit(error.code == .usage ? 64 : 1)
        }
    }

    private static func run(
        _ request: Request, messages: GDALMessages, writer: inout FrameWriter
    ) throws(ReadFailure) {
        switch try Opener(request: request, messages: messages).open() {
        case .members(let names):
            guard request.listsOnly else { throw ReadFailure(.severalMembers, names.joined(separator: ", ")) }
            for name in names { writer.layer(FrameWriter.Layer(name: name)) }
        case .file(let opened) where opened.page != nil:
            try ServicePage(opened: opened).write(to: &writer, request: request)
        case .file(let opened):
            try Layers(request: request, opened: opened, messages: messages).write(to: &writer)
        }
    }
}
