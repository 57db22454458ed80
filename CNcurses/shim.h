// Wide-character ncurses for Swift: what the importer cannot see by itself gets a constant or a function here.

#ifndef JOBTOP_NCURSES_SHIM_H
#define JOBTOP_NCURSES_SHIM_H

// Without it <curses.h> leaves out every wide function.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <wchar.h>

// From <term.h>, whose other names (columns, lines, bell ...) are macros that would break innocent code.
extern int setupterm(const char *term, int descriptor, int *reason);

// <wchar.h> declares it for X/Open sources only.
extern int wcwidth(wchar_t character);

// Attributes are cast expressions in <curses.h>.
static const attr_t attribute_bold = A_BOLD;
static const attr_t attribute_dim = A_DIM;
static const attr_t attribute_reverse = A_REVERSE;
static const attr_t attribute_underline = A_UNDERLINE;

// stdscr, curscr and COLORS are variables that ncurses changes; Swift 6 imports no such thing.
static inline WINDOW *standard_window(void) { return stdscr; }
static inline WINDOW *physical_window(void) { return curscr; }
static inline int color_count(void) { return COLORS; }

#endif
