import FoundationEssentials
import Glibc

/// The part of docs/PERFORMANCE.md that is measured.
enum Document {
    private static let marks = (start: "<!-- measured -->\n", end: "<!-- /measured -->")

    static func figures(_ measurements: Measurements) -> String {
        ([machine, "", Figure.table(measurements.figures).text, "", "A ratio is jobtop's figure to the figure beside it.", ""]
            + ["### Scale", "", ScaleRow.table(measurements.scale).text, "", "Growth with the number of jobs:", ""]
            + ScaleRow.curves(measurements.scale)).joined(separator: "\n") + "\n"
    }

    /// Replaces what is between the marks.
    static func write(_ figures: String, into path: String) -> Bool {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8), let start = text.firstRange(of: marks.start),
            let end = text.firstRange(of: marks.end)
        else { return false }
        let new = text[..<start.upperBound] + figures + text[end.lowerBound...]
        return (try? String(new).write(toFile: path, atomically: true, encoding: .utf8)) != nil
    }

    private static var machine: String {
        let date = Date.ISO8601FormatStyle().year().month().day().format(Date())
        let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last ?? "?"
        let kernel = (try? String(contentsOfFile: "/proc/sys/kernel/osrelease", encoding: .utf8)) ?? "?"
        let system = (try? String(contentsOfFile: "/etc/os-release", encoding: .utf8)) ?? ""
        let name = system.split(separator: "\n").first { $0.hasPrefix("PRETTY_NAME=") }?.dropFirst(12) ?? "?"
        return "Measured on \(date): \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores of \(model.drop { $0 == " " }), "
            + "Linux \(kernel.split(separator: "\n").first ?? ""), \(name.filter { $0 != "\"" })."
    }
}
