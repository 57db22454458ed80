import Testing

/// Everything that touches ncurses or the locale, one test after the other: both are global to the process.
@Suite(.serialized) enum CursesTests {}
