import FoundationEssentials
package import Query

/// How the user has arranged the lists of one kind of page.
package struct ListSetting: Hashable, Sendable {
    /// The order of the rows.
    package var order = ListOrder()
    /// The columns that the user has hidden, by their titles.
    package var hidden: Set<String> = []
    /// The titles of the columns in the user's order; empty for the page's own.
    package var columns: [String] = []

    /// The page's own arrangement.
    package init() {}

    /// Columns in the user's order; those that the user has not placed stay behind the one before them.
    func arranged<Element>(_ elements: [Element], title: (Element) -> String) -> [Element] {
        guard !columns.isEmpty else { return elements }
        var before = -1
        let places = elements.map { element -> Int in
            if title(element).isEmpty { return before }
            before = columns.firstIndex(of: title(element)) ?? before
            return before
        }
        return elements.indices.sorted { (places[$0], $0) < (places[$1], $1) }.map { elements[$0] }
    }
}

/// What narrows and orders the rows of a list, and what it depends on.
struct ListView: Hashable {
    var filter: Filter
    var order: ListOrder
    /// The second in which it was made, where time changes which rows pass or how they are ordered; else 0.
    var second: Int

    init(_ filter: Filter, _ order: ListOrder, dependsOnTime: Bool, in state: State) {
        (self.filter, self.order) = (filter, order)
        let isMoving = dependsOnTime || order.field.map(Self.moving.contains) ?? false
        second = isMoving ? Int(state.serverNow.timeIntervalSinceReferenceDate) : 0
    }

    /// Fields whose values change while a run is active.
    private static let moving: Set<String> = ["took", "next", "rate", "ends"]
}

extension State {
    /// The order of the lists of a kind of page.
    func order(of kind: PageKind) -> ListOrder { lists[kind]?.order ?? ListOrder() }

    /// What a query must know of time.
    var surroundings: QuerySurroundings {
        let offsets = settings.offsets
        return QuerySurroundings(now: serverNow) { offsets.offset(at: $0) }
    }
}
