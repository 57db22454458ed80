import Dashboard
import Glibc
import TextScreen

/// Prints the lines of a watch, each at once; the memory of what was told is written first.
struct WatchTeller: Sendable {
    let output: OutputSettings
    /// The file that remembers what was told; nil for none.
    let stateFile: String?
    /// Where lines go.
    var descriptor = STDOUT_FILENO

    /// Tells events; a watch that is killed between the file and the line has told too little, never anything twice.
    func tell(_ records: [WatchRecord], _ memory: WatchMemory) throws(CommandFailure) {
        if let stateFile { try memory.write(stateFile) }
        if output.format.isJSON {
            var settings = output
            settings.format = .lines
            var writer = try RecordWriter(WatchRecord.kind, settings, to: OutputStream(to: descriptor))
            for record in records { try writer.write(record) }
            try writer.end()
        } else {
            var stream = OutputStream(to: descriptor)
            for record in records {
                try stream.write(ScreenText.clipped(record.text, columns: .max, charset: output.charset) + "\n")
            }
            try stream.flush()
        }
    }

    /// Ends the command if nobody reads its lines any more; else it would notice only with the next line, hours later.
    func checkReader() throws(CommandFailure) {
        var state = pollfd(fd: descriptor, events: 0, revents: 0)
        if poll(&state, 1, 0) > 0, state.revents & Int16(POLLERR) != 0 { throw .pipeClosed }
    }
}
