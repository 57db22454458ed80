import CCurl

/// The one start of libcurl in this process.
enum LibcurlStart {
    /// What curl_global_init(3) answered; the language runs it once, on the first read, whichever thread that is.
    static let code = curl_start_library()
}
