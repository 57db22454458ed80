/// The kinds of JSON values; the raw values are those of the C header.
package enum JSONKind: UInt32, Hashable, Sendable, CaseIterable {
    /// `null`.
    case null = 0
    /// `false`.
    case `false`
    /// `true`.
    case `true`
    /// A number of any size and precision.
    case number
    /// A string.
    case string
    /// Values in order.
    case array
    /// Named values in order; names may repeat.
    case object

    /// Whether values of this kind contain others.
    package var isContainer: Bool {
        switch self {
        case .array, .object: true
        case .null, .false, .true, .number, .string: false
        }
    }
}
