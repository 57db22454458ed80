/// The subject of a job's items: their parameters and their output.
enum Subject: Sendable {
    case products
    case stock
    case invoices
    case reviews
    case listings
    case filings
    case articles

    /// The parameters of the item with that index.
    func parameters(_ index: Int, _ dice: Dice) -> JSON {
        var dice = dice.fork(index)
        switch self {
        case .products:
            let sku = "SKU-\(dice.number(in: 10_000...99_999))"
            return ["url": .string("https://www.northwind-outlet.example/p/\(sku)"), "sku": .string(sku), "currency": "EUR"]
        case .stock:
            return ["warehouse": .string("DE-\(index % 9 + 1)"), "sku": .string("A\(dice.number(in: 100_000...999_999))")]
        case .invoices:
            return ["account": .string("4\(dice.hex(7))"), "month": .string("2026-\(10 + index % 3)"), "page": .int(index)]
        case .reviews:
            return ["productId": .int(dice.number(in: 1_000_000...9_999_999)), "since": "2026-11-01", "locale": "de-DE"]
        case .listings: return ["city": .string(Subject.city(&dice)), "page": .int(index % 40 + 1), "radiusKm": .int(25)]
        case .filings: return ["cik": .string("000\(dice.number(in: 1_000_000...9_999_999))"), "form": "10-K", "year": 2026]
        case .articles: return ["url": .string("https://news.example/\(dice.hex(6))/story-\(index)"), "fullText": true]
        }
    }

    /// The output of a successful item.
    func output(_ index: Int, _ dice: Dice) -> JSON {
        var dice = dice.fork(index).fork(1)
        switch self {
        case .products:
            return [
                "title": .string("\(Subject.adjective(&dice)) \(Subject.thing(&dice))"), "price": Subject.price(&dice),
                "currency": "EUR", "inStock": .bool(dice.chance(0.85)), "rating": .number(Double(dice.number(in: 20...50)) / 10),
                "images": .array((1...3).map { .string("https://cdn.northwind-outlet.example/i/\(dice.hex(12))-\($0).webp") }),
                "seller": ["id": .string(dice.hex(8)), "name": "Northwind Outlet GmbH"],
            ]
        case .stock:
            return ["available": .int(dice.number(in: 0...240)), "reserved": .int(dice.number(in: 0...20)), "eta": .null]
        case .invoices:
            return [
                "number": .string("RE-2026-\(dice.number(in: 10_000...99_999))"), "total": Subject.price(&dice), "vat": 19,
                "pdf": .string("https://portal.vendor.example/invoices/\(dice.uuid()).pdf"),
                "lines": .int(dice.number(in: 1...30)),
            ]
        case .reviews:
            let reviews = (0..<dice.number(in: 0...6)).map { _ -> JSON in
                [
                    "stars": .int(dice.number(in: 1...5)), "text": .string(Subject.sentence(&dice)),
                    "verified": .bool(dice.chance(0.7)),
                ]
            }
            return ["count": .int(reviews.count), "reviews": .array(reviews)]
        case .listings:
            let flats = (0..<dice.number(in: 3...12)).map { _ -> JSON in
                ["id": .string(dice.hex(10)), "rooms": .int(dice.number(in: 1...6)), "rent": Subject.price(&dice)]
            }
            return ["listings": .array(flats), "nextPage": .int(index % 40 + 2)]
        case .filings:
            return [
                "accession": .string("0001-26-\(dice.number(in: 100_000...999_999))"), "pages": .int(dice.number(in: 40...400)),
            ]
        case .articles:
            let paragraphs = (0..<dice.number(in: 2...8)).map { _ in JSON.string(Subject.sentence(&dice)) }
            return ["headline": .string(Subject.sentence(&dice)), "paragraphs": .array(paragraphs), "language": "en"]
        }
    }

    private static func price(_ dice: inout Dice) -> JSON {
        .raw("\(dice.number(in: 3...899)).\(dice.number(in: 10...99))")
    }

    private static func city(_ dice: inout Dice) -> String {
        dice.one(of: ["Berlin", "München", "Köln", "Leipzig", "Zürich", "Wien", "Graz", "Hamburg"]) ?? "Berlin"
    }

    private static func adjective(_ dice: inout Dice) -> String {
        dice.one(of: ["Compact", "Cordless", "Organic", "Foldable", "Stainless", "Wireless", "Recycled"]) ?? "Plain"
    }

    private static func thing(_ dice: inout Dice) -> String {
        dice.one(of: ["Drill Set", "Desk Lamp", "Hiking Boot", "Espresso Maker", "Rain Jacket", "Headset", "Garden Hose"])
            ?? "Box"
    }

    private static func sentence(_ dice: inout Dice) -> String {
        let subject =
            dice.one(of: ["The delivery", "This model", "Our second order", "The support team", "The new version"]) ?? "It"
        let verb = dice.one(of: ["arrived", "held up", "disappointed us", "worked", "was replaced"]) ?? "was"
        let rest =
            dice.one(of: ["after two weeks.", "without any trouble.", "as described.", "twice this year.", "at once."]) ?? "."
        return "\(subject) \(verb) \(rest)"
    }
}
