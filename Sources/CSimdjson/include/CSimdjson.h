#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What one JSON text turned out to be.
typedef enum {
    JSON_TAPE_READ = 0,
    /// Not JSON: a syntax error, an end too early, something behind the value, or nothing at all.
    JSON_TAPE_NOT_JSON,
    /// Bytes that are not UTF-8, where everything else may be well.
    JSON_TAPE_NOT_UTF8,
    /// Nested deeper than asked for.
    JSON_TAPE_TOO_DEEP,
    /// More values than asked for, or no memory for them.
    JSON_TAPE_TOO_LARGE
} json_tape_verdict;

typedef enum {
    JSON_NODE_NULL = 0,
    JSON_NODE_FALSE,
    JSON_NODE_TRUE,
    JSON_NODE_NUMBER,
    JSON_NODE_STRING,
    JSON_NODE_ARRAY,
    JSON_NODE_OBJECT
} json_node_kind;

/// `parent` of the root.
#define JSON_NODE_NONE UINT32_MAX

/// One value of a text, in document order: a value's first child follows it, `next` follows its whole subtree.
typedef struct {
    /// The value's own bytes, quotes and brackets included: `start..<end`.
    uint32_t start, end;
    uint32_t next, parent;
    /// A member's name without its quotes, as written: `key..<key_end`; both 0 outside an object.
    uint32_t key, key_end;
    /// Number of children.
    uint32_t count;
    /// A `json_node_kind`.
    uint32_t kind;
} json_node;

/// A parser with its memory, for one text after the other.
typedef struct json_tape json_tape;

/// Null when there is no memory.
json_tape *json_tape_new(void);
void json_tape_free(json_tape *tape);

/// Bytes that must be readable behind a text.
size_t json_tape_padding(void);

/// Reads `length` bytes, behind which `json_tape_padding()` more are readable. The nodes stay until the next call.
json_tape_verdict json_tape_read(json_tape *tape, const char *bytes, size_t length, size_t max_depth, size_t max_nodes);

const json_node *json_tape_nodes(const json_tape *tape);
size_t json_tape_count(const json_tape *tape);

/// The version of simdjson, such as "3.0.1"; of its headers, since the library does not tell its own.
const char *json_library_version(void);

#ifdef __cplusplus
}
#endif

#endif
