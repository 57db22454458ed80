/// The index entry of a row: 40 bytes, whatever the row's length.
struct RowEntry: BitwiseCopyable, Equatable {
    /// The offset of the row in the (unpacked) file.
    var offset: Int64
    private var startedOrNone: Int64
    /// The row's length in bytes and its line number; larger values become the largest number.
    var length: UInt32
    var line: UInt32
    private var durationOrNone: UInt32
    /// The numbers of the API's name and of the failure group; ``none`` if there is none.
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

    /// The start in milliseconds since 1970.
    var started: Int64? {
        get { startedOrNone == .min ? nil : startedOrNone }
        set { startedOrNone = newValue ?? .min }
    }

    /// The duration in milliseconds; at most 49 days.
    var duration: UInt32? {
        get { durationOrNone == .max ? nil : durationOrNone }
        set { durationOrNone = newValue ?? .max }
    }

    /// The file offset after the row.
    var end: Int64 { offset + Int64(length) }
}
