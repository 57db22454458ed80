// The checks that a debug build adds keep an array by depth, which deep texts overrun.
#define SIMDJSON_DEVELOPMENT_CHECKS 0
#include "CSimdjson.h"

#include <simdjson.h>

#include <cstring>
#include <new>
#include <string_view>
#include <vector>

using namespace simdjson;

namespace {

/// Memory of a parser for a text of this size is given back after it.
constexpr size_t large_text = 8 << 20;

/// A container whose children are being read.
struct Frame {
    uint32_t node;
    bool is_object;
    ondemand::array_iterator element, elements_end;
    ondemand::object_iterator member, members_end;
};

struct Name {
    uint32_t start = 0, end = 0;
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// number = [ minus ] int [ frac ] [ exp ] (RFC 8259, section 6); simdjson's own reader refuses what fits no machine number.
bool is_number(std::string_view text) {
    size_t i = 0;
    auto digits = [&] {
        size_t first = i;
        while (i < text.size() && is_digit(text[i])) i++;
        return i > first;
    };
    if (i < text.size() && text[i] == '-') i++;
    if (i < text.size() && text[i] == '0') i++;
    else if (!digits()) return false;
    if (i < text.size() && text[i] == '.') {
        i++;
        if (!digits()) return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        i++;
        if (i < text.size() && (text[i] == '+' || text[i] == '-')) i++;
        if (!digits()) return false;
    }
    return i == text.size();
}

/// The kind of a value that holds no others. Whether a string closes was checked before.
bool scalar_kind(std::string_view text, uint32_t &kind) {
    if (text.empty()) return false;
    switch (text[0]) {
        case '"': kind = JSON_NODE_STRING; return text.size() > 1 && text.back() == '"';
        case 'n': kind = JSON_NODE_NULL; return text == "null";
        case 't': kind = JSON_NODE_TRUE; return text == "true";
        case 'f': kind = JSON_NODE_FALSE; return text == "false";
        default: kind = JSON_NODE_NUMBER; return is_number(text);
    }
}

}  // namespace

struct json_tape {
    ondemand::parser parser;
    std::vector<json_node> nodes;
    std::vector<Frame> frames;
    const char *text = nullptr;
    size_t length = 0;
    size_t max_depth = 0, max_nodes = 0;

    json_tape_verdict read();

  private:
    json_tape_verdict read_root_scalar();
    json_tape_verdict open(ondemand::value &value, Name name);
    json_tape_verdict add(std::string_view token, uint32_t kind, Name name);
    error_code next_child(ondemand::value &value, Name &name, bool &found);
    void close(size_t end);
    Name name_of(const char *raw) const;
    size_t end_before(ondemand::document &document) const;
    static std::string_view trimmed(std::string_view token);
    static json_tape_verdict verdict(error_code error);
};

std::string_view json_tape::trimmed(std::string_view token) {
    while (!token.empty() && is_space(token.back())) token.remove_suffix(1);
    while (!token.empty() && is_space(token.front())) token.remove_prefix(1);
    return token;
}

json_tape_verdict json_tape::verdict(error_code error) {
    switch (error) {
        case SUCCESS: return JSON_TAPE_READ;
        case UTF8_ERROR: return JSON_TAPE_NOT_UTF8;
        case MEMALLOC:
        case CAPACITY: return JSON_TAPE_TOO_LARGE;
        default: return JSON_TAPE_NOT_JSON;
    }
}

/// A name runs up to the first quote that is not escaped; the structure was checked before, so there is one.
Name json_tape::name_of(const char *raw) const {
    const char *limit = text + length;
    if (raw >= limit) return {uint32_t(raw - text), uint32_t(length)};
    const char *end = static_cast<const char *>(memchr(raw, '"', size_t(limit - raw)));
    if (!end) end = limit;
    if (end > raw && end[-1] == '\\') {
        // Almost no name has an escape.
        for (end = raw; end < limit && *end != '"';) end += *end == '\\' ? 2 : 1;
    }
    return {uint32_t(raw - text), uint32_t((end < limit ? end : limit) - text)};
}

/// A container that was just left ends before the next token, or with the text.
size_t json_tape::end_before(ondemand::document &document) const {
    const char *location = nullptr;
    size_t end = document.current_location().get(location) == SUCCESS ? size_t(location - text) : length;
    while (end > 0 && is_space(text[end - 1])) end--;
    return end;
}

json_tape_verdict json_tape::add(std::string_view token, uint32_t kind, Name name) {
    if (nodes.size() >= max_nodes) return JSON_TAPE_TOO_LARGE;
    uint32_t start = uint32_t(token.data() - text), index = uint32_t(nodes.size());
    uint32_t parent = frames.empty() ? JSON_NODE_NONE : frames.back().node;
    if (!frames.empty()) nodes[parent].count++;
    nodes.push_back({start, uint32_t(start + token.size()), index + 1, parent, name.start, name.end, 0, kind});
    return JSON_TAPE_READ;
}

/// The value comes by reference: a copy would be read back before it is written, which costs more than the rest.
json_tape_verdict json_tape::open(ondemand::value &value, Name name) {
    std::string_view raw = value.raw_json_token();
    // Behind the end of a text that breaks off, simdjson measures a token by places that it never set.
    if (raw.data() < text || raw.data() > text + length || raw.size() > size_t(text + length - raw.data())) {
        return JSON_TAPE_NOT_JSON;
    }
    std::string_view token = trimmed(raw);
    uint32_t kind = JSON_NODE_NULL;
    if (token.empty()) return JSON_TAPE_NOT_JSON;
    if (token[0] != '{' && token[0] != '[') {
        if (!scalar_kind(token, kind)) return JSON_TAPE_NOT_JSON;
        return add(token, kind, name);
    }
    if (frames.size() >= max_depth) return JSON_TAPE_TOO_DEEP;
    bool is_object = token[0] == '{';
    uint32_t node = uint32_t(nodes.size());
    error_code error = SUCCESS;
    if (auto added = add(token, is_object ? JSON_NODE_OBJECT : JSON_NODE_ARRAY, name)) return added;
    // Filled in place: a frame is more than a hundred bytes. After an error no frame is read any more.
    Frame &frame = frames.emplace_back();
    frame.is_object = is_object;
    frame.node = node;
    if (frame.is_object) {
        ondemand::object object;
        if ((error = value.get_object().get(object)) || (error = object.begin().get(frame.member)) ||
            (error = object.end().get(frame.members_end)))
            return verdict(error);
    } else {
        ondemand::array array;
        if ((error = value.get_array().get(array)) || (error = array.begin().get(frame.element)) ||
            (error = array.end().get(frame.elements_end)))
            return verdict(error);
    }
    return JSON_TAPE_READ;
}

/// The next child of the innermost container, if it has one.
error_code json_tape::next_child(ondemand::value &value, Name &name, bool &found) {
    Frame &frame = frames.back();
    found = frame.is_object ? frame.member != frame.members_end : frame.element != frame.elements_end;
    if (!found) return SUCCESS;
    name = {};
    if (!frame.is_object) return (*frame.element).get(value);
    ondemand::field field;
    if (auto error = (*frame.member).get(field)) return error;
    name = name_of(field.key().raw());
    value = field.value();
    return SUCCESS;
}

void json_tape::close(size_t end) {
    json_node &node = nodes[frames.back().node];
    node.end = uint32_t(end);
    node.next = uint32_t(nodes.size());
    frames.pop_back();
}

json_tape_verdict json_tape::read_root_scalar() {
    std::string_view token = trimmed({text, length});
    uint32_t kind = JSON_NODE_NULL;
    if (!scalar_kind(token, kind)) return JSON_TAPE_NOT_JSON;
    // Two strings in a row look like one from both ends.
    if (kind == JSON_NODE_STRING && name_of(token.data() + 1).end + 1 != token.data() - text + token.size()) {
        return JSON_TAPE_NOT_JSON;
    }
    return add(token, kind, {});
}

json_tape_verdict json_tape::read() {
    nodes.clear();
    frames.clear();
    if (length > UINT32_MAX - SIMDJSON_PADDING) return JSON_TAPE_TOO_LARGE;
    ondemand::document document;
    if (auto error = parser.iterate(padded_string_view(text, length, length + SIMDJSON_PADDING)).get(document)) {
        return verdict(error);
    }
    bool is_scalar = false;
    if (auto error = document.is_scalar().get(is_scalar)) return verdict(error);
    if (is_scalar) return read_root_scalar();

    ondemand::value value;
    Name name;
    if (auto error = document.get_value().get(value)) return verdict(error);
    if (auto opened = open(value, name)) return opened;
    while (!frames.empty()) {
        bool found = false;
        if (auto error = next_child(value, name, found)) return verdict(error);
        if (found) {
            size_t depth = frames.size();
            if (auto opened = open(value, name)) return opened;
            if (frames.size() > depth) continue;
        } else {
            close(end_before(document));
            if (frames.empty()) break;
        }
        Frame &frame = frames.back();
        if (frame.is_object) ++frame.member;
        else ++frame.element;
    }
    const char *location = nullptr;
    return document.current_location().get(location) == OUT_OF_BOUNDS ? JSON_TAPE_READ : JSON_TAPE_NOT_JSON;
}

json_tape *json_tape_new(void) { return new (std::nothrow) json_tape; }

void json_tape_free(json_tape *tape) { delete tape; }

size_t json_tape_padding(void) { return SIMDJSON_PADDING; }

json_tape_verdict json_tape_read(json_tape *tape, const char *bytes, size_t length, size_t max_depth, size_t max_nodes) {
    try {
        if (tape->parser.capacity() > large_text && length <= large_text) {
            tape->parser = ondemand::parser();
            tape->nodes = {};
            tape->frames = {};
        }
        tape->text = bytes;
        tape->length = length;
        tape->max_depth = max_depth;
        tape->max_nodes = max_nodes;
        return tape->read();
    } catch (const std::bad_alloc &) {
        tape->nodes = {};
        return JSON_TAPE_TOO_LARGE;
    }
}

const json_node *json_tape_nodes(const json_tape *tape) { return tape->nodes.data(); }

size_t json_tape_count(const json_tape *tape) { return tape->nodes.size(); }

const char *json_library_version(void) { return SIMDJSON_STRINGIFY(SIMDJSON_VERSION); }
