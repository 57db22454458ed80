import Query
import TextScreen

/// What happens while a filter is typed.
package struct FilterTyping: Hashable, Sendable {
    /// The place in the history that is shown, counted from the newest; nil for what is being typed.
    var place: Int?
    /// What was typed before the history was looked at.
    var draft = ""
    /// The choices through which Tab goes, and the one that is shown.
    var choices: [QueryCompletion.Choice] = []
    var choice = 0
}

/// The keys of a filter that is being typed.
extension State {
    /// Filters kept of each kind of page.
    private static let mostFilters = 50

    /// Whether keys are typed into the filter.
    package var isTypingFilter: Bool { typing != nil }

    mutating func type(_ key: Key) {
        guard var filter = page.content.words, var typing else { return self.typing = nil }
        let isTab = key == .tab || key == .backTab
        if !isTab { typing.choices = [] }
        switch key {
        case .character(let character): filter.text.append(character)
        case .backspace: if filter.text.popLast() == nil { return self.typing = nil }
        case .control("u"): filter.text = ""
        case .enter:
            remember(filter.text)
            return self.typing = nil
        case .escape:
            stack[stack.count - 1].content.words = Filter()
            return self.typing = nil
        case .tab, .backTab: complete(&filter, &typing, by: key == .tab ? 1 : -1)
        case .up: recall(&filter, &typing, by: 1)
        case .down: recall(&filter, &typing, by: -1)
        case .pageUp: changePage { $0.move(.up, in: $1) }
        case .pageDown: changePage { $0.move(.down, in: $1) }
        default: return
        }
        if key != .pageUp, key != .pageDown { stack[stack.count - 1].content.words = filter }
        self.typing = typing
    }

    private mutating func remember(_ text: String) {
        guard !Filter(text).isEmpty else { return }
        var kept = filters[page.kind, default: []].filter { $0 != text }
        kept.append(text)
        filters[page.kind] = kept.suffix(Self.mostFilters)
    }

    /// Shows an older or newer filter in the place of what is typed.
    private func recall(_ filter: inout Filter, _ typing: inout FilterTyping, by step: Int) {
        let kept = filters[page.kind] ?? []
        if typing.place == nil { typing.draft = filter.text }
        let place = (typing.place ?? -1) + step
        guard place < kept.count else { return }
        typing.place = place < 0 ? nil : place
        filter.text = place < 0 ? typing.draft : kept[kept.count - 1 - place]
    }

    /// Completes the last term, or shows the next choice.
    private func complete(_ filter: inout Filter, _ typing: inout FilterTyping, by step: Int) {
        if typing.choices.isEmpty {
            typing.choices = completions
            typing.choice = step > 0 ? 0 : typing.choices.count - 1
        } else {
            typing.choice = (typing.choice + step + typing.choices.count) % typing.choices.count
        }
        if typing.choices.indices.contains(typing.choice) { filter.text = typing.choices[typing.choice].text }
    }

    /// How the typed filter may go on.
    private var completions: [QueryCompletion.Choice] {
        guard let names = page.content.fieldNames, let text = page.content.words?.text else { return [] }
        return QueryCompletion(of: text, names) { page.content.values(of: $0, in: self) }.choices
    }

    /// The typed filter, what of it is not understood, and how it may go on.
    var typedLines: [[Span]] {
        let text = page.content.words?.text ?? ""
        guard let names = page.content.fieldNames else { return [[Span("/\(text)_", .strong)]] }
        let query = Query(text, names)
        let wrong = Set(query.mistakes.flatMap { Array($0.characters) })
        var spans = [Span("/", .strong)]
        // The end of a long text is shown, since that is where it is typed.
        let most = max(1, size.columns - 6)
        let hidden = max(0, text.count - most)
        if hidden > 0 { spans.append(Span(Glyphs(settings.charset).ellipsis.description, .muted)) }
        for (place, character) in text.enumerated() where place >= hidden {
            let role: Role = wrong.contains(place) ? .mistake : .strong
            if spans[spans.count - 1].role == role, spans.count > 1 || role == .strong {
                spans[spans.count - 1].text.append(character)
            } else {
                spans.append(Span(String(character), role))
            }
        }
        spans.append(Span("_", .strong))
        return [spans, remark(on: query)]
    }

    /// What is not understood, else the choices.
    private func remark(on query: Query) -> [Span] {
        let choices = typing?.choices.isEmpty == false ? typing?.choices ?? [] : completions
        let isUnfinished = query.mistakes.last.map { $0.characters.upperBound >= query.text.count } ?? false
        if let mistake = query.mistakes.first, !(isUnfinished && !choices.isEmpty) {
            return [Span(Wording.sentence(mistake), .warning)]
        }
        guard !choices.isEmpty, !query.text.isEmpty else { return [Span(Wording.filterHint, .muted)] }
        return [Span("Tab", .key)]
            + choices.prefix(12).enumerated().map { place, choice in
                let isShown = typing?.choices.isEmpty == false && place == typing?.choice
                return Span("  \(choice.label)", isShown ? .strong : .muted)
            }
    }
}
