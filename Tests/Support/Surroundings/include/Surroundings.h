// The surroundings of every test: variables, file mode mask and locale, whatever the machine's are.

#ifndef JOBTOP_SURROUNDINGS_H
#define JOBTOP_SURROUNDINGS_H

/// Replaces the environment of the process by that of the tests and sets umask 022.
///
/// It runs by itself before main, so that no other thread reads the environment meanwhile. Variables of the test runner, of the
/// sanitizers, PATH and TMPDIR are kept.
void bring_surroundings(void);

#endif
