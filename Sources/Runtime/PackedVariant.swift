import Dashboard
import Glibc
import ResultsFile

/// A results file under its own path, or under the path of its compressed form.
enum PackedVariant {
    /// Opens the file; if there is none, opens its compressed form.
    ///
    /// - Throws: why the file under its own path does not open.
    static func open(_ path: String, _ options: ResultsOptions) throws(ResultsError) -> ResultsFile {
        do throws(ResultsError) {
            return try ResultsFile(path: path, options: options)
        } catch {
            guard case .notOpened(_, code: ENOENT) = error, !options.isGrowing else { throw error }
            for coding in ContentCoding.allCases {
                if let file = try? ResultsFile(path: coding.path(of: path), options: options) { return file }
            }
            throw error
        }
    }
}
