import CCurl
import Intuned

/// The functions that libcurl calls while a transfer moves.
///
/// C hands back the pointer it was given, and each function has to turn it into the transfer again. The compiler cannot check
/// this. It is safe for two reasons: the loop keeps the transfer in its table exactly as long as the handle is in the multi
/// handle, and libcurl calls back only from within curl_multi_perform(3) and curl_easy_pause(3), on the loop's own thread.
enum TransferCallbacks {
    /// Makes libcurl call back the given transfer; the pointer is valid while the loop holds the transfer.
    static func install(on transfer: Transfer) throws(HTTPTransportError) {
        let context = Unmanaged.passUnretained(transfer).toOpaque()
        let easy = transfer.handle.pointer
        try EasyHandle.check(
            curl_set_connected_function(
                easy,
                { context, _, _, _, _ in
                    TransferCallbacks.owner(of: context)?.connected()
                    return CURL_PREREQFUNC_OK
                }, context))
        try EasyHandle.check(
            curl_set_header_function(
                easy,
                { piece, size, count, context in
                    let line = UnsafeRawBufferPointer(start: piece, count: size * count)
                    return TransferCallbacks.taken(TransferCallbacks.owner(of: context)?.receive(headerLine: line), of: line)
                }, context))
        try EasyHandle.check(
            curl_set_body_function(
                easy,
                { piece, size, count, context in
                    let piece = UnsafeRawBufferPointer(start: piece, count: size * count)
                    switch TransferCallbacks.owner(of: context)?.receive(bodyPiece: piece) {
                    case .taken: return piece.count
                    case .full: return Int(CURL_WRITEFUNC_PAUSE)
                    case .declined, nil: return Int(CURL_WRITEFUNC_ERROR)
                    }
                }, context))
    }

    private static func owner(of context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    /// The count that libcurl expects for an accepted piece; the error value ends the transfer with CURLE_WRITE_ERROR.
    private static func taken(_ isTaken: Bool?, of piece: UnsafeRawBufferPointer) -> Int {
        isTaken == true ? piece.count : Int(CURL_WRITEFUNC_ERROR)
    }
}
