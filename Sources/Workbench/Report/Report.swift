import Bilingual
import Figures
import Foundation
import Neighbourhoods

/// The report of the measure part as one file that needs nothing else: style and pictures stand in it, there are no
/// scripts, and it can be mailed, archived or printed.
public struct Report: Sendable {
    private let scene: Scene

    /// A report on `studio`.
    ///
    /// - Parameters:
    ///   - studio: what it is about.
    ///   - query: the choices, as the address of a page carries them; empty for none.
    ///   - voices: what working groups have said.
    public init(studio: Studio, query: String = "", voices: [GroupVoice] = []) {
        let (state, notices) = PageState.read(query, in: studio)
        var scene = Scene(studio: studio, state: state, notices: notices)
        scene.voices = voices
        self.scene = scene
    }

    /// The whole file. The same studio and choices always give the same bytes.
    public var html: String {
        let language = scene.language
        let title = "\(Strings.Report.title[language]): \(scene.dataset.municipality.name)"
        return SelfContainedDocument(
            title: title, language: language,
            content: .fragment([
                scene.studio.isSynthetic
                    ? .element("p") {
                        Markup.element("strong", ["class": "mp-badge"]) { Strings.synthetic[language] }
                        " " + Strings.syntheticNote[language]
                    } : .empty,
                ReportPage(scene: scene).body,
            ])
        ).html
    }
}
