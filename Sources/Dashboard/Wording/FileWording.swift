package import ResultsFile

/// Failures of the file system in words.
extension Wording {
    /// Why a file was not written.
    package static func sentence(_ failure: FileFailure) -> String {
        "\(failure.path) cannot be written: \(reason(failure.problem))."
    }

    /// The problem that kept a file from being written.
    private static func reason(_ problem: FileFailure.Problem) -> String {
        switch problem {
        case .system(let code): systemText(code)
        case .notAFile: "it is not a file"
        case .inUse: "another fetch is writing it"
        case .noRoom(let needed, let free): "\(size(Double(needed))) needed, \(size(Double(free))) free"
        case .reserve(let bytes): "less than \(size(Double(bytes))) free, and the length of the file is unknown"
        }
    }

    /// The meaning of an errno that file operations can return (errno(3)); the numbers are those of Linux.
    package static func systemText(_ code: Int32) -> String {
        switch code {
        case 1: "operation not permitted"
        case 2: "no such file or folder"
        case 5: "input or output error"
        case 6: "no such device or address"
        case 13: "permission denied"
        case 16: "it is in use"
        case 17: "the file exists"
        case 20: "a part of the path is not a folder"
        case 21: "it is a folder"
        case 23, 24: "too many open files"
        case 26: "it is a program that is running"
        case 27: "the file is too large"
        case 28: "no space left on the device"
        case 30: "the file system is read-only"
        case 36: "the name is too long"
        case 40: "it is a symbolic link, or too many of them"
        case 122: "the quota is used up"
        default: "error \(code)"
        }
    }
}
