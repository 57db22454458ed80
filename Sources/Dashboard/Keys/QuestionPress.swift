import TextScreen

/// The keys of an open question.
extension State {
    mutating func answer(_ question: Question, with key: Key) -> [Effect] {
        switch key {
        case .character("y"), .character("Y"):
            closeQuestion()
            return carryOut(question.deed)
        case .character("n"), .character("N"), .character("q"), .escape:
            closeQuestion()
            return []
        default:
            return []
        }
    }

    private mutating func carryOut(_ deed: Question.Deed) -> [Effect] {
        switch deed {
        case .showSecrets(let key):
            revealed = key
            return []
        case .overwrite(let order, _): return replace(order)
        case .overwriteExport(let id, let order): return reading?.id == id ? begin(order) : []
        case .overwriteSaved(let order): return [.save(order)]
        case .quit, .quitWhileActing:
            return [.quit]
        }
    }
}
