import FoundationEssentials
import Glibc

/// The fields of the project's Intuned.json that jobtop uses (API.md section 11).
struct IntunedFile: Decodable, Equatable {
    var workspaceId: String?
    var projectName: String?
    /// The path of the file.
    private(set) var path = ""

    private enum CodingKeys: CodingKey { case workspaceId, projectName }

    /// The file names that are searched for in a folder, in this order.
    static let names = ["Intuned.json", "Intuned.jsonc"]

    /// The nearest settings file, from a folder upwards; nil if there is none.
    ///
    /// - Throws: `settingsFile` if a file cannot be read: ignoring it would select another workspace.
    static func nearest(from folder: String) throws(StartError) -> IntunedFile? {
        var folder = folder
        while true {
            for name in names {
                let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
                if access(path, F_OK) == 0 { return try read(path) }
            }
            guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
            folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
        }
    }

    private static func read(_ path: String) throws(StartError) -> IntunedFile {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        do {
            var file = try decoder.decode(IntunedFile.self, from: Data(contentsOf: URL(filePath: path)))
            file.path = path
            return file
        } catch is DecodingError {
            throw .intunedFile(path: path, reason: "it must be a JSON object with text in workspaceId and projectName")
        } catch {
            throw .intunedFile(path: path, reason: "it cannot be read")
        }
    }
}
