import Glibc
import TextScreen

/// What is known of the terminal's background, and how it is asked for.
struct Background {
    /// The ground that is drawn for.
    var ground: Ground
    /// What asks for the color; nil where nothing is asked.
    let question: String?
    /// When the answer that has not come yet was asked for, in seconds of the monotonic clock.
    var asked: Double?
    /// Whether the terminal has ever answered.
    var answers = false
    /// Whether the terminal was asked for news of changes, since it was taken over.
    var isWatched = false
}

extension NcursesTerminal {
    /// Asks for the background and for news of it, once until the terminal is given back.
    func watchBackground() {
        guard background.question != nil, !background.isWatched else { return }
        background.isWatched = true
        screen.tell(BackgroundRequest.on)
        askBackground()
    }

    /// Asks for the background, unless the user or the kind of terminal forbids it.
    func askBackground() {
        guard let question = background.question else { return }
        keys.expectsAnswers = true
        background.asked = Self.uptime
        screen.tell(question)
    }

    /// Follows what the terminal told, with one repaint if it is another ground.
    func follow(_ news: [BackgroundNews]) {
        guard background.question != nil else { return }
        for item in news {
            switch item {
            case .answer(let ground):
                background.answers = true
                background.asked = nil
                draw(on: ground)
            // The exact color is more than the news, which some terminals take from the desktop.
            case .scheme where background.answers: askBackground()
            case .scheme(let ground): draw(on: ground)
            }
        }
    }

    /// Waits a moment for the answer to the last question, which the shell would take for typed text.
    func awaitAnswer() {
        guard let asked = background.asked, Self.uptime - asked < BackgroundRequest.patience else { return }
        let end = Self.uptime + 0.15
        while background.asked != nil, Self.uptime < end {
            var request = pollfd(fd: inputDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&request, 1, Int32((end - Self.uptime) * 1000)) > 0 else { break }
            guard request.revents & Int16(POLLIN) != 0, takeAnswer() else { break }
        }
        background.asked = nil
    }

    private static var uptime: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
