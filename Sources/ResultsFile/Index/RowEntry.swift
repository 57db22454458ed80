/// What the index keeps of a row: 40 bytes, whatever the row's length.
struct RowEntry: BitwiseCopyable, Equatable {
    /// Where the row begins in the (unpacked) file.
    var offset: Int64
    private var startedOrNone: Int64
    /// Its length, and the line that it starts in; what does not fit is the largest number.
    var length: UInt32
    var line: UInt32
    private var durationOrNone: UInt32
    /// Numbers of its API's name and of its failure group; ``none`` without one.
    var api: UInt16
    var group: UInt16
    private var outcomeNumber: UInt8
    private var shapeNumber: UInt8
    private var faultNumber: UInt8
    var isOutputEmpty: Bool

    static let none = UInt16.max

    init(_ span: RowSpan) {
        offset = span.start
        startedOrNone = .min
        length = UInt32(clamping: span.length)
        line = UInt32(clamping: span.line)
        durationOrNone = .max
        api = Self.none
        group = Self.none
        outcomeNumber = ItemOutcome.unknown.rawValue
        shapeNumber = ItemShape.plain.rawValue
        faultNumber = 0
        isOutputEmpty = false
    }

    var outcome: ItemOutcome {
        get { ItemOutcome(rawValue: outcomeNumber) ?? .unknown }
        set { outcomeNumber = newValue.rawValue }
    }

    var shape: ItemShape {
        get { ItemShape(rawValue: shapeNumber) ?? .plain }
        set { shapeNumber = newValue.rawValue }
    }

    /// Why the row is broken.
    var fault: RowFault? {
        get { RowFault(rawValue: faultNumber) }
        set { faultNumber = newValue?.rawValue ?? 0 }
    }

    /// Milliseconds since 1970.
    var started: Int64? {
        get { startedOrNone == .min ? nil : startedOrNone }
        set { startedOrNone = newValue ?? .min }
    }

    /// Milliseconds; 49 days at most.
    var duration: UInt32? {
        get { durationOrNone == .max ? nil : durationOrNone }
        set { durationOrNone = newValue ?? .max }
    }

    /// The file offset behind the row.
    var end: Int64 { offset + Int64(length) }
}
