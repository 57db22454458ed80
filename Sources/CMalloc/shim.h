// What the allocator says of itself (mallinfo2(3), malloc_trim(3)); Glibc's own module leaves it out.
#include <malloc.h>
