import ArgumentParser
import Bilingual
import Foundation
import Workbench

/// `mengpaneel report`: the measure part as one file.
struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write the measure part as one self-contained HTML file, and as PDF.",
        discussion: """
            The choices are those of the page's address: copy what stands behind the question mark in the workbench.

            EXAMPLES
              mengpaneel report stad.mengpaneel --output rapport.html
              mengpaneel report stad.mengpaneel --output rapport.html --pdf rapport.pdf
              mengpaneel report stad.mengpaneel --view 'jaar=2022&taal=en'
            """)

    @Argument(help: "The project file.")
    var project: String

    @Option(name: [.short, .long], help: "The HTML file to write.")
    var output = "rapport.html"

    @Option(help: "Also write a PDF, printed by the Chromium of this machine.")
    var pdf: String?

    @Option(help: "The choices of a page's address, such as 'jaar=2022'.")
    var view = ""

    @OptionGroup var choice: MunicipalityChoice

    @Option(help: "The language of the report: nl or en.")
    var language: Language?

    func run() async throws {
        let studio = try StudioLoader.studio(project)
        var state = PageState.read(view, in: studio).state
        for notice in PageState.read(view, in: studio).notices {
            Terminal.say(notice.text(language ?? state.language))
        }
        if let language { state.language = language }
        if let municipality = choice.municipality {
            // Asked for by name: a typo is an error here, not a notice.
            _ = try StudioLoader.town(project, municipality: municipality)
            state.municipality = municipality
        }
        let html = Report(
            studio: studio, query: state.query, voices: try SessionReports.voices(in: project)
        ).html
        try WholeFile.write(Data(html.utf8), to: output)
        Terminal.say("\(output): \(html.utf8.count >> 10) kB")
        if let pdf {
            let bytes = try await ReportPDF.make(html: html)
            try WholeFile.write(Data(bytes), to: pdf)
            Terminal.say("\(pdf): \(bytes.count >> 10) kB")
        }
    }
}
