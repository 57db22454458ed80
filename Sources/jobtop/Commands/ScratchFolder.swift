import Dashboard
import Glibc

/// A folder for one file that only this command needs.
struct ScratchFolder {
    let path: String

    /// Creates it in `$TMPDIR` or /tmp, readable only by its owner (mkdtemp(3)).
    init() throws(CommandFailure) {
        let parent = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
        var template = Array("\(parent)/jobtop-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw .file("Cannot create a folder in \(parent): \(Wording.systemText(errno)). Set TMPDIR to another folder.")
        }
        path = template.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? parent }
    }

    /// Removes it with its files.
    func remove() {
        guard let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { unlink("\(path)/\(name)") }
        }
        closedir(folder)
        rmdir(path)
    }
}
