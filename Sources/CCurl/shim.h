#ifndef JOBTOP_CCURL_SHIM_H
#define JOBTOP_CCURL_SHIM_H

#include <curl/curl.h>

// Handles are `void *` in every version unless CURL_STRICTER is defined, which libcurl ignores since 8.11. So it is not defined,
// and these names tell the kinds of handles apart.
typedef CURL *curl_easy_handle;
typedef CURLM *curl_multi_handle;

// CURLE_TOO_LARGE and CURLINFO_USED_PROXY, which headers before 8.6 and 8.7 lack. A library that also lacks them never returns
// CURLE_TOO_LARGE and answers CURLE_UNKNOWN_OPTION for CURLINFO_USED_PROXY.
static const CURLcode curl_code_too_large = (CURLcode)100;
static const CURLINFO curl_info_used_proxy = (CURLINFO)(CURLINFO_LONG + 66);

// curl_easy_setopt, curl_multi_setopt and curl_easy_getinfo are variadic, which Swift does not import. Each kind of value has one
// typed function here.

static inline CURLcode curl_set_number(curl_easy_handle easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_set_text(curl_easy_handle easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode curl_set_list(curl_easy_handle easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}

// The buffer must have room for CURL_ERROR_SIZE characters and outlive the handle or its reset.
static inline CURLcode curl_set_error_buffer(curl_easy_handle easy, char *buffer) {
    return curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, buffer);
}

typedef size_t (*curl_piece_function)(char *piece, size_t size, size_t count, void *context);

static inline CURLcode curl_set_header_function(curl_easy_handle easy, curl_piece_function function, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, function);
    return code == CURLE_OK ? curl_easy_setopt(easy, CURLOPT_HEADERDATA, context) : code;
}

static inline CURLcode curl_set_body_function(curl_easy_handle easy, curl_piece_function function, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, function);
    return code == CURLE_OK ? curl_easy_setopt(easy, CURLOPT_WRITEDATA, context) : code;
}

static inline CURLcode curl_set_connected_function(curl_easy_handle easy, curl_prereq_callback function, void *context) {
    CURLcode code = curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, function);
    return code == CURLE_OK ? curl_easy_setopt(easy, CURLOPT_PREREQDATA, context) : code;
}

static inline CURLMcode curl_multi_set_number(curl_multi_handle multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

static inline CURLcode curl_get_number(curl_easy_handle easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode curl_get_offset(curl_easy_handle easy, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode curl_start_library(void) {
    return curl_global_init(CURL_GLOBAL_DEFAULT);
}

// CURLVERSION_NOW is a macro that Swift does not import.
static inline curl_version_info_data *curl_library_facts(void) {
    return curl_version_info(CURLVERSION_NOW);
}

#endif
