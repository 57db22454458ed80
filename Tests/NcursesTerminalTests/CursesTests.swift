import Testing

/// All tests that use ncurses or the locale, one after the other: both are global to the process.
@Suite(.serialized) enum CursesTests {}
