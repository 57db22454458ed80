// Wide-character ncurses for Swift: a constant or a function for each thing that Swift's importer cannot read.

#ifndef JOBTOP_NCURSES_SHIM_H
#define JOBTOP_NCURSES_SHIM_H

// Without this, <curses.h> leaves out every wide function.
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <wchar.h>

// From <term.h>, whose other names (columns, lines, bell ...) are macros that would break unrelated code.
extern int setupterm(const char *term, int descriptor, int *reason);

// <wchar.h> declares wcwidth for X/Open sources only.
extern int wcwidth(wchar_t character);

// Attributes are cast expressions in <curses.h>.
static const attr_t attribute_bold = A_BOLD;
static const attr_t attribute_dim = A_DIM;
static const attr_t attribute_reverse = A_REVERSE;
static const attr_t attribute_underline = A_UNDERLINE;

// COLORS is a variable that ncurses changes; Swift 6 does not import such variables.
static inline int color_count(void) { return COLORS; }

// stdscr, the only window in use, stays on the C side: Swift sees one type for WINDOW up to ncurses 6.4 and another, opaque type
// from 6.5 on. Each function does to stdscr what its namesake in curs_*(3X) does to a window.
static inline int screen_rows(void) { return getmaxy(stdscr); }
static inline int screen_columns(void) { return getmaxx(stdscr); }
static inline int screen_move(int row, int column) { return wmove(stdscr, row, column); }
static inline int screen_erase(void) { return werase(stdscr); }
static inline int screen_clear_to_end_of_row(void) { return wclrtoeol(stdscr); }
static inline int screen_refresh(void) { return wrefresh(stdscr); }
static inline int screen_clear_at_refresh(bool clears) { return clearok(stdscr, clears); }
static inline int screen_keypad(bool decodes) { return keypad(stdscr, decodes); }
static inline int screen_do_not_wait(bool hurries) { return nodelay(stdscr, hurries); }
static inline int screen_read_key(void) { return wgetch(stdscr); }
static inline int screen_write(int row, int column, const cchar_t *cells, int count) {
    return mvwadd_wchnstr(stdscr, row, column, cells, count);
}
static inline int screen_cell(int row, int column, cchar_t *cell) { return mvwin_wch(stdscr, row, column, cell); }

#endif
