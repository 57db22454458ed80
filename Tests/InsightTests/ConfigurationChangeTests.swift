import Insight
import Intuned
import Testing

struct ConfigurationChangeTests {
    private func snapshot(_ members: [(String, JSONValue)]) -> ConfigurationSnapshot {
        ConfigurationSnapshot(tree: .object(members.map { .init(name: $0.0, value: $0.1) }))
    }

    @Test func onlyFieldsThatDifferAreNamed() {
        let before = snapshot([
            ("a", .number("1")), ("b", .object([.init(name: "c", value: .bool(true))])), ("gone", .string("x")),
        ])
        let after = snapshot([
            ("a", .number("1")), ("b", .object([.init(name: "c", value: .bool(false))])), ("new", .string("y")),
        ])
        let changes = ConfigurationChange.between(before, after)
        #expect(changes.map(\.path) == ["b.c", "gone", "new"])
        #expect(changes[0].before == .bool(true) && changes[0].after == .bool(false))
        #expect(changes[1].after == nil && changes[2].before == nil)
    }

    @Test func orderOfAListAndAbsenceAsNullAreNoChange() {
        let before = snapshot([("list", .array([.string("a"), .string("b")])), ("n", .null)])
        let after = snapshot([("list", .array([.string("b"), .string("a")]))])
        #expect(ConfigurationChange.between(before, after) == [])
        #expect(
            ConfigurationChange.between(before, snapshot([("list", .array([.string("a"), .string("a")]))])).map(\.path) == [
                "list"
            ])
    }

    @Test func changedSecretIsNamedAsOne() {
        let changes = ConfigurationChange.between(
            snapshot([("proxy", .secret(Secret("one")))]), snapshot([("proxy", .secret(Secret("two")))]))
        #expect(changes.map(\.isSecret) == [true])
        #expect(!"\(changes)".contains("two"))
    }
}
