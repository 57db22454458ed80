import Intuned

/// What the platform's answers say to the open question and about confirmed actions.
extension State {
    /// Notes that a request ended.
    ///
    /// - Parameters:
    ///   - asked: when the request was sent; an older one says nothing about now.
    mutating func hear(_ topic: Topic, of id: ProfileID, _ error: IntunedError?, asked: Moment?) {
        guard let asked, actions.dialog != nil || !actions.deeds.isEmpty else { return }
        hearInDialog(topic, of: id, error, asked: asked)
        for deed in actions.deeds where deed.isWatched && deed.action.topicOfEffect == topic {
            guard deed.action.target.profile == id, let sent = deed.sent, asked.uptime >= sent.uptime else { continue }
            actions.change(deed.id) { deed in
                if error == nil { deed.looked = asked }
                if error?.saysGone == true { (deed.looked, deed.isGone) = (asked, true) }
            }
        }
    }

    private mutating func hearInDialog(_ topic: Topic, of id: ProfileID, _ error: IntunedError?, asked: Moment) {
        guard var dialog = actions.dialog, !dialog.isSent, asked.uptime >= dialog.opened.uptime else { return }
        var hasChanged = false
        for place in dialog.rows.indices {
            let row = dialog.rows[place]
            guard row.target.profile == id, row.topics.contains(topic) else { continue }
            let new = newRow(row, topic, error)
            if new.now != row.now { hasChanged = true }
            dialog.rows[place] = new
        }
        if dialog.kind == nil, dialog.isAnswered {
            let isSomeActive = dialog.rows.contains { $0.now == .job(.known(.active)) }
            dialog.kind = isSomeActive ? .pause : .resume
            hasChanged = hasChanged || dialog.rows.contains { $0.target.seen != $0.now }
        }
        // What is typed was meant for what the question said before.
        if hasChanged { dialog.opens = now.uptime + ActionDialog.pause }
        actions.dialog = dialog
    }

    private func newRow(_ row: ActionDialog.Row, _ topic: Topic, _ error: IntunedError?) -> ActionDialog.Row {
        var row = row
        if let error {
            row.error = error
            guard error.saysGone else { return row }
            (row.now, row.nowAt, row.awaited, row.error) = (.gone, now, [], nil)
            return row
        }
        row.awaited.remove(topic)
        row.error = nil
        if let sighting = sighting(of: row.target, in: topic) {
            (row.now, row.nowAt) = (sighting, profile(row.target.profile)?.polling.track(topic).answered ?? now)
        }
        return row
    }
}

extension IntunedError {
    /// Whether the platform says that the job or the run does not exist.
    var saysGone: Bool {
        switch self {
        case .notFound(.job, _), .notFound(.jobRun, _), .notFound(.run, _): true
        case .notFound(.project, _), .unauthorized, .forbidden, .rateLimited, .refused, .server, .redirected, .notReachable,
            .notUnderstood, .cancelled:
            false
        }
    }
}
