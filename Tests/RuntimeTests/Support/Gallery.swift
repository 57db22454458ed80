@testable import Simulator

/// The simulated job whose runs have results files of every kind; the oldest run has the first.
enum Gallery: CaseIterable {
    case items
    case csv
    case zip
    case text
    case nothing
    /// Some MiB, in lines of more than 2 MB.
    case longLines
    /// A GiB, created while it is sent.
    case large
    /// Its format is an empty word.
    case unnamed

    static let job = "results-gallery"

    /// The index of the run among all runs of the job, oldest first.
    var place: Int { FilesWorld.kinds.firstIndex(of: kind) ?? 0 }

    private var kind: ResultsKind {
        switch self {
        case .items: .items
        case .csv: .csv
        case .zip: .zip
        case .text: .text
        case .nothing: .nothing
        case .longLines: .longLines
        case .large: .large(gibibytes: 1)
        case .unnamed: .misnamed(format: "", file: .items)
        }
    }
}
