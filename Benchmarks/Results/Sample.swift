import Glibc

/// A results file as the platform writes it (API.md section 8): items of one or two kilobytes, every twelfth failed.
struct Sample {
    private var state: UInt64 = 42

    private mutating func number(below limit: UInt64) -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (state >> 33) % limit
    }

    private mutating func item() -> String {
        let api = ["list-products", "product-details", "prices", "stock-levels", "reviews"][Int(number(below: 5))]
        let hasFailed = number(below: 12) == 0
        let products = (0...number(below: 12)).map { _ in
            #"{"sku":"A-\#(number(below: 1 << 30))","title":"Gartenstuhl \"Modell \#(number(below: 999))\" – wetterfest","#
                + #""price":\#(number(below: 500)).95,"stock":\#(number(below: 40)),"tags":["a","b",null]}"#
        }
        let result = hasFailed ? "null" : #"{"output":[\#(products.joined(separator: ","))],"extendedPayloads":[]}"#
        let message = "Timeout \(number(below: 30_000))ms exceeded at https://shop.example/p/\(number(below: 1 << 30))"
        let error = #"{"message":"\#(message)","code":"script-timeout","details":{"attempts_count":3}}"#
        return #"{"apiInfo":{"name":"\#(api)","parameters":{"page":\#(number(below: 99)),"category":"garden"},"#
            + #""runId":"ssFwmzw_9iwIYS1cB\#(number(below: 10_000))","result":\#(result),"#
            + #""started_at":"2026-03-01T10:\#(10 + number(below: 50)):00.123Z","ended_at":"2026-03-01T11:00:00.456Z","#
            + #""error":\#(hasFailed ? error : "null"),"reason":null,"trace_url":"https://store.example/t/1.zip","#
            + #""log_url":"https://store.example/l/1.jsonl"},"workspaceId":"w","project":{"id":"p1","name":"shop"}}"# + "\n"
    }

    /// Writes items until the file has `mebibytes` MiB.
    mutating func write(to path: String, mebibytes: Int) -> Bool {
        // Repeats a thousand items: creating each item would take longer than everything that is measured.
        let block = Array((0..<1_000).map { _ in item() }.joined().utf8)
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var written = 0
        while written < mebibytes << 20 {
            let count = Glibc.write(descriptor, block, block.count)
            guard count > 0 else { return false }
            written += count
        }
        return true
    }
}
