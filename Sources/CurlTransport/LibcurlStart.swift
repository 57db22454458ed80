import CCurl

/// The only initialization of libcurl in this process.
enum LibcurlStart {
    /// The result of curl_global_init(3); Swift calls it once, on the first read, on any thread.
    static let code = curl_start_library()
}
