#include "CBuild.h"

// Package.swift defines it from the variable JOBTOP_COMMIT. In C, because a definition with a value does not reach Swift, and
// because another commit then compiles this file only.
#ifndef JOBTOP_COMMIT
#define JOBTOP_COMMIT ""
#endif

const char *jobtop_commit(void) { return JOBTOP_COMMIT; }
