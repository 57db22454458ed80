/// A failure of an item: the code and category of API.md, 3.8, and a message with placeholders for the parts that vary.
struct ItemFailure: Sendable, Equatable {
    var code: String
    var category: String
    /// The message: `{n}` becomes a number, `{ms}` milliseconds, `{hex}` an id, `{sku}` an article number, `{uuid}` a UUID.
    var template: String

    /// The message for one item.
    func message(_ dice: Dice) -> String {
        var dice = dice
        var text = ""
        for (position, part) in template.split(separator: "{", omittingEmptySubsequences: false).enumerated() {
            guard position > 0, let close = part.firstIndex(of: "}") else {
                text += part
                continue
            }
            switch part[..<close] {
            case "n": text += String(dice.number(in: 12...4_800))
            case "ms": text += String(dice.number(in: 15_000...90_000))
            case "hex": text += dice.hex(16)
            case "sku": text += "SKU-\(dice.number(in: 10_000...99_999))"
            case "uuid": text += dice.uuid()
            case let other: text += "{\(other)}"
            }
            text += part[part.index(after: close)...]
        }
        return text
    }

    static let selectorTimeout = ItemFailure(
        code: "script-execution-exception", category: "execution",
        template:
            "TimeoutError: locator.textContent: Timeout {ms}ms exceeded.\nCall log:\n  - waiting for locator('#offer-{n} .price')"
    )
    static let navigation = ItemFailure(
        code: "script-execution-exception", category: "execution",
        template:
            "Error: page.goto: net::ERR_CONNECTION_RESET at https://www.northwind-outlet.example/p/{sku}?variant={n}&ref={hex}")
    static let missingField = ItemFailure(
        code: "script-execution-exception", category: "execution",
        template:
            "TypeError: Cannot read properties of null (reading 'textContent')\n    at parsePrice (api/product-price.ts:{n}:17)")
    static let blocked = ItemFailure(
        code: "script-execution-exception", category: "execution",
        template: "Error: blocked by the site: HTTP 403 from https://api.shopfront.example/v2/items/{hex} (request {uuid})")
    static let timeout = ItemFailure(
        code: "script-timeout", category: "execution",
        template: "The script did not end within the request timeout; it was stopped after {ms} ms.")
    static let crashed = ItemFailure(
        code: "script-process-crashed", category: "execution",
        template: "The script's process {n} crashed: out of memory ({n} MB in use).")
    static let tooBig = ItemFailure(
        code: "result-too-big-error", category: "user",
        template: "The result is too big: 2{n}517 bytes, the limit is 2097152 bytes.")
    static let noOutput = ItemFailure(
        code: "script-no-valid-output-received", category: "execution",
        template: "No valid output was received from the script (stream {hex} closed early).")
    static let authCheck = ItemFailure(
        code: "auth-check-failed", category: "auth",
        template: "The auth session check failed: redirected to https://portal.vendor.example/login?next=%2Forders%2F{n}")
    static let authCreate = ItemFailure(
        code: "create-attempts-failed", category: "auth",
        template: "The auth session could not be created after 3 attempts: one-time password rejected (challenge {uuid}).")
    static let wrapped = ItemFailure(
        code: "all-attempts-failed", category: "execution",
        template: "All 3 attempts failed. Last error: Error: expected 24 rows but found {n} on page {n}")
    static let apiAttempts = ItemFailure(
        code: "api-attempts-failed", category: "execution",
        template: "The API failed in every attempt; see the attempts of run {hex}.")
    static let browserLost = ItemFailure(
        code: "internal-server-error", category: "infrastructure",
        template: "The connection to the browser was lost (pod browser-{hex}, correlation id {uuid}).")
    static let unexpected = ItemFailure(
        code: "unexpected", category: "infrastructure", template: "An unexpected error occurred (correlation id {uuid}).")
    static let password = ItemFailure(
        code: "onepassword-integration-error", category: "infrastructure",
        template: "The password manager answered 429; retry after {n} s.")
}
