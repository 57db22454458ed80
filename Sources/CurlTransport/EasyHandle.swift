import CCurl
import Intuned

/// A libcurl easy handle, with the memory that libcurl borrows for a transfer.
final class EasyHandle {
    let pointer: curl_easy_handle
    private let errorBuffer = UnsafeMutableBufferPointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var headerList: UnsafeMutablePointer<curl_slist>?

    /// A new handle; nil if memory is exhausted.
    init?() {
        guard let pointer = curl_easy_init() else { return nil }
        self.pointer = pointer
        errorBuffer.initialize(repeating: 0)
    }

    deinit {
        curl_easy_cleanup(pointer)
        curl_slist_free_all(headerList)
        errorBuffer.deallocate()
    }

    /// Clears the last request, including its secrets.
    func reset() {
        curl_easy_reset(pointer)
        curl_slist_free_all(headerList)
        headerList = nil
        errorBuffer.update(repeating: 0)
    }

    /// libcurl's message about the failure of the transfer; empty if there is none.
    ///
    /// The message may quote the value that failed, such as a proxy's URL with its password.
    var complaint: LibcurlComplaint {
        LibcurlComplaint(text: errorBuffer.baseAddress.map { String(cString: $0) } ?? "")
    }

    /// Sets an option whose value is a number or a switch.
    func set(_ option: CURLoption, _ value: Int) throws(HTTPTransportError) {
        try EasyHandle.check(curl_set_number(pointer, option, value))
    }

    /// Sets an option whose value is text; libcurl copies it.
    func set(_ option: CURLoption, _ value: String) throws(HTTPTransportError) {
        try EasyHandle.check(curl_set_text(pointer, option, value))
    }

    /// Sets the header lines of the request.
    func set(headerLines lines: [String]) throws(HTTPTransportError) {
        for line in lines {
            guard let longer = curl_slist_append(headerList, line) else { throw .other(.outOfMemory) }
            headerList = longer
        }
        try EasyHandle.check(curl_set_list(pointer, CURLOPT_HTTPHEADER, headerList))
    }

    /// Makes libcurl write its message about a failure to the buffer that `complaint` reads.
    func collectComplaints() throws(HTTPTransportError) {
        try EasyHandle.check(curl_set_error_buffer(pointer, errorBuffer.baseAddress))
    }

    /// A number that libcurl knows about the transfer; 0 if it does not know the number.
    func number(_ info: CURLINFO) -> Int {
        var value = 0
        return curl_get_number(pointer, info, &value) == CURLE_OK ? value : 0
    }

    /// A yes-or-no fact about the transfer; nil if this libcurl does not know the question.
    func flag(_ info: CURLINFO) -> Bool? {
        var value = 0
        return curl_get_number(pointer, info, &value) == CURLE_OK ? value != 0 : nil
    }

    /// A count of bytes or microseconds that libcurl knows about the transfer; -1 if it does not know the count.
    func offset(_ info: CURLINFO) -> Int {
        var value: curl_off_t = -1
        return curl_get_offset(pointer, info, &value) == CURLE_OK ? value : -1
    }

    /// Throws when libcurl rejected an option.
    static func check(_ code: CURLcode) throws(HTTPTransportError) {
        guard code == CURLE_OK else {
            throw .other(.library(String(cString: curl_easy_strerror(code))))
        }
    }
}
