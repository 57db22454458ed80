package import TextScreen

/// The commands of the keys on each page; a value, so that keys can change while the program runs.
package struct Keymap: Hashable, Sendable {
    private var rows: [PageKind: [Binding]]

    /// The default keys, which each page declares.
    package static let standard = Keymap(
        rows: Dictionary(uniqueKeysWithValues: PageKind.allCases.map { ($0, $0.content.bindings) }))

    /// The rows of a page, in the order of footer and help.
    package func bindings(on page: PageKind) -> [Binding] { rows[page] ?? [] }

    /// The row of a key on a page.
    package func binding(of key: Key, on page: PageKind) -> Binding? {
        bindings(on: page).first { $0.keys.contains(key) }
    }

    /// Each row once with its pages, in the order of the pages' tables.
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
