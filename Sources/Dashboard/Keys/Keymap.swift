package import TextScreen

/// Which key means what on which page; a value, so that keys can be changed while the program runs.
package struct Keymap: Hashable, Sendable {
    private var rows: [PageKind: [Binding]]

    /// The keys as they are unless somebody changes them: what each page declares.
    package static let standard = Keymap(
        rows: Dictionary(uniqueKeysWithValues: PageKind.allCases.map { ($0, $0.content.bindings) }))

    /// The rows of a page, in the order in which footer and help name them.
    package func bindings(on page: PageKind) -> [Binding] { rows[page] ?? [] }

    /// The row that a key has on a page.
    package func binding(of key: Key, on page: PageKind) -> Binding? {
        bindings(on: page).first { $0.keys.contains(key) }
    }

    /// Each row once, with the pages that have it, in the order in which the pages name them.
    package var all: [(binding: Binding, pages: [PageKind])] {
        var places: [Binding: Int] = [:]
        var all: [(binding: Binding, pages: [PageKind])] = []
        for kind in PageKind.allCases {
            for binding in bindings(on: kind) {
                if let place = places[binding] {
                    all[place].pages.append(kind)
                } else {
                    places[binding] = all.count
                    all.append((binding, [kind]))
                }
            }
        }
        return all
    }
}
