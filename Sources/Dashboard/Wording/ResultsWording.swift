import Intuned
package import ResultsFile
package import TextScreen

/// Results files in words.
extension Wording {
    /// The outcome of an item, in a word or two.
    package static func word(_ outcome: ItemOutcome) -> String {
        switch outcome {
        case .ok: "ok"
        case .failed: "failed"
        case .canceled: "canceled"
        case .broken: "broken"
        case .unknown: "no outcome"
        }
    }

    /// The most important text about an item, in one line: its error, why it did not run, the fault of its row, else its output.
    package static func remark(on row: ResultsRow) -> String {
        withoutSecrets(oneLine(fullRemark(on: row)))
    }

    /// A text with its lines joined.
    package static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { $0.trimmingPrefix { $0 == " " } }.joined(separator: " ")
    }

    private static func fullRemark(on row: ResultsRow) -> String {
        if let fault = row.fault { return "\(phrase(fault)): \(row.excerpt ?? "")" }
        if let message = row.errorMessage { return message }
        if let reason = row.reason { return reason }
        if row.isOutputEmpty { return "returned nothing" }
        return row.output ?? row.excerpt ?? ""
    }

    /// A text of an item without the secrets in its addresses: links to traces, logs and attachments may be signed.
    package static func withoutSecrets(_ text: String) -> String { Secret.urls(in: text)?.masked ?? text }

    /// An item's parameters in a few words: their values in order; of addresses, the part that distinguishes them.
    package static func parameters(of row: ResultsRow) -> String {
        guard let text = row.parameters.map(withoutSecrets) else { return "" }
        guard let tree = try? JSONTree(text), tree.kind(of: JSONTree.root).isContainer else { return text }
        return tree.children(of: JSONTree.root).map { shortAddress(tree.text(of: $0)) }.joined(separator: ", ")
    }

    /// An address from its path on; from its host on if it has no path.
    static func shortAddress(_ text: String) -> String {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix), !text.contains(" ") else { return text }
        let rest = text.dropFirst(scheme.count)
        guard let slash = rest.firstIndex(of: "/"), rest.index(after: slash) < rest.endIndex else { return String(rest) }
        return String(rest[slash...])
    }

    /// Seconds, with tenths where they matter.
    package static func precise(_ seconds: Double) -> String {
        guard seconds < 60 else { return duration(seconds) }
        let tenths = Int((max(0, seconds) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)s"
    }

    /// Why a row cannot be read.
    package static func phrase(_ fault: RowFault) -> String {
        switch fault {
        case .notJSON: "not JSON"
        case .tooLong: "too long"
        case .tooDeep: "nested too deep"
        case .tooManyValues: "too many values"
        case .unreadable: "cannot be read again"
        }
    }

    /// The kind of file that jobtop recognized.
    package static func phrase(_ shape: ResultsShape?, _ packing: ResultsPacking) -> String {
        let content =
            switch shape {
            case .jsonLines: "JSON lines"
            case .jsonArray, .jsonValues: "JSON"
            case .csv: "CSV"
            case .text: "text"
            case .binary: "not text"
            case .empty: "empty"
            case nil: "not read yet"
            }
        return switch packing {
        case .none: content
        case .gzip: "\(content) in gzip"
        case .compressed(let name): "\(content) in \(name)"
        case .zip(let member, let parts, let files): phrase(content, in: "zip", member, parts, of: files)
        case .archive(let kind, let member, let parts, let files): phrase(content, in: kind, member, parts, of: files)
        }
    }

    private static func phrase(_ content: String, in archive: String, _ member: String, _ parts: Int, of files: Int) -> String {
        if parts > 1 { return "\(content) in \(archive) (\(parts) of \(count(files, "file")), as \(member))" }
        return "\(content) in \(archive) (\(member)\(files > 1 ? ", one of \(files) files" : ""))"
    }

    /// A finding about results, compared with what the run reports.
    static func sentence(_ finding: ResultsFinding, of run: JobRun?) -> String {
        switch finding {
        case .noItems:
            run.map { Standing(of: $0) } == .well
                ? "\(run?.status.raw ?? "") without results: the file has no items."
                : "The file has no items."
        case .notSplit(let bytes):
            "The file (\(size(Double(bytes)))) cannot be split into rows. All of it looks like a CSV header."
        case .itemsDiffer(let found, let promised):
            "The file has \(count(found, "item")); the run had \(count(promised, "payload"))."
        case .okDiffer(let found, let promised): "The file has \(number(found)) ok; the run counted \(number(promised))."
        case .failuresDiffer(let found, let promised):
            "The file has \(number(found)) failed; the run counted \(number(promised))."
        case .emptyOutputs(let empty, let ok): "\(number(empty)) of \(number(ok)) ok items returned nothing."
        case .brokenRows(let rows): "\(count(rows, "row")) cannot be read."
        case .headingsChanged(let headings):
            [
                headings.doubled > 0 ? "\(count(headings.doubled, "repeated heading")) numbered." : nil,
                headings.empty > 0 ? "\(count(headings.empty, "empty heading")) named." : nil,
            ].compactMap { $0 }.joined(separator: " ")
        case .sizeDiffers(let bytes, let previous):
            "\(size(Double(bytes))) (previous run: \(size(Double(previous))))."
        }
    }

    /// Results without findings.
    ///
    /// - Parameter isCompared: whether the counts of a run were compared with those of the file.
    static func nothingOdd(isCompared: Bool) -> String { isCompared ? "The counts match the run." : "Nothing unusual." }

    /// The size of results and of the previous run's results, if the difference is harmless.
    static func sizes(_ bytes: Int64, before: Int64) -> String {
        "\(size(Double(bytes))) (previous run: \(size(Double(before))))."
    }

    /// Why a results file is not opened.
    static func notOpened(_ error: ResultsError) -> String {
        if case .notOpened(_, code: noSuchFile) = error { return "Not fetched yet. Press f to fetch." }
        return sentence(error)
    }

    /// ENOENT, the one code that needs other words than the system's.
    private static let noSuchFile: Int32 = 2

    /// Why reading or writing rows failed.
    package static func sentence(_ error: ResultsError) -> String {
        switch error {
        case .notOpened(let path, let code): "\(path) cannot be opened: \(systemText(code))."
        case .notRead(let code): "The file cannot be read: \(systemText(code))."
        case .notWritten(let path, let code): "\(path) cannot be written: \(systemText(code))."
        case .shortened: "Another program made the file shorter while jobtop read it."
        case .changed: "Another program changed the file. Close the results and open them again."
        case .alreadyExists(let path): "\(path) already exists."
        case .archive(let problem): "The file cannot be unpacked: \(problem)."
        case .truncated(let bytes):
            "The packed file breaks off after \(size(Double(bytes))). Fetch it again."
        case .archiveWithoutFile: "The archive has no files."
        case .unpacksTooLarge(let unpacked, let packed):
            "Unpacking stopped at \(size(Double(unpacked))): the packed file has only \(size(Double(packed)))."
        case .noSuchRow(let row): "The file has no row \(number(row + 1))."
        case .rowNotReadable(.unreadable): "This row cannot be read again."
        case .rowNotReadable(let fault): "This row cannot be read: \(phrase(fault))."
        case .canceled: "Reading canceled."
        }
    }

    /// There is no further failure to move to.
    static func noFurtherFailure(_ phase: ResultsPhase?) -> String {
        phase?.isFinal == false ? "No more failures so far." : "No more failures."
    }

    /// An export is running.
    static func progress(_ export: ExportProgress) -> String {
        let share = percent(export.rows, of: export.total)
        return "Writing \(export.order.path): \(number(export.rows)) of \(count(export.total, "row")), \(share)"
    }

    /// An export was canceled.
    static func stoppedWriting(_ path: String) -> String { "Export canceled. \(path) is removed." }

    /// An export is complete.
    static func exported(_ receipt: ExportReceipt, to path: String) -> String {
        "Saved \(count(receipt.rows, "row")) to \(path) (\(size(Double(receipt.bytes))))."
    }
}

extension ItemOutcome {
    /// The sign of the outcome, the same as for a run.
    package func mark(_ charset: Charset) -> Character {
        switch self {
        case .ok: Standing.well.mark(charset)
        case .failed: Standing.failed.mark(charset)
        case .canceled: Standing.notStarted.mark(charset)
        case .broken: Standing.waitsForPerson.mark(charset)
        case .unknown: Standing.unknown.mark(charset)
        }
    }

    /// The role of its word and sign.
    package var role: Role {
        switch self {
        case .ok: .good
        case .failed, .broken: .bad
        case .canceled: .warning
        case .unknown: .normal
        }
    }
}

extension ResultsRow {
    /// The role of the remark about it.
    var remarkRole: Role { isOutputEmpty ? .warning : outcome == .ok ? .muted : .normal }
}
