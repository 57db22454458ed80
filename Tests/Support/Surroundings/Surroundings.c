#include "Surroundings.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

extern char **environ;

// Each keeps all variables that begin with it; one with a sign of equality keeps a single one.
static const char *const kept[] = {
    "PATH=", "TMPDIR=", "LD_", "SWT_", "SWIFT_", "XCT", "ASAN_OPTIONS=", "TSAN_OPTIONS=", "UBSAN_OPTIONS=", "LLVM_", "RECORD_",
};

// tmux starts its commands by SHELL, which for a service's user is nologin if nothing else is said. Nothing can be kept below
// /dev/null, also not by root.
static const char *const own[][2] = {
    {"LANG", "C.UTF-8"}, {"TERM", "xterm-256color"}, {"TZ", "UTC"}, {"HOME", "/nonexistent"}, {"SHELL", "/bin/sh"},
    {"XDG_STATE_HOME", "/dev/null/state"},
};

static bool is_kept(const char *variable) {
    for (size_t index = 0; index < sizeof kept / sizeof *kept; index++) {
        if (!strncmp(variable, kept[index], strlen(kept[index]))) return true;
    }
    return false;
}

void bring_surroundings(void) {
    // unsetenv(3) moves the variables behind the one that it takes away, so that the same place has the next one.
    for (char **variable = environ; variable && *variable;) {
        const char *end = strchr(*variable, '=');
        if (is_kept(*variable) || !end) {
            variable++;
            continue;
        }
        char *name = strndup(*variable, (size_t)(end - *variable));
        if (!name || unsetenv(name)) variable++;
        free(name);
    }
    for (size_t index = 0; index < sizeof own / sizeof *own; index++) setenv(own[index][0], own[index][1], 1);
    umask(022);
}

__attribute__((constructor)) static void bring_them_before_main(void) { bring_surroundings(); }
