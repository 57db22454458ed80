#ifndef JOBTOP_CBUILD_H
#define JOBTOP_CBUILD_H

/// The commit that the program was built from, empty if that is not known.
const char *jobtop_commit(void);

#endif
