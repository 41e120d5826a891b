#ifndef COPYDESK_CMALLOC_SHIM_H
#define COPYDESK_CMALLOC_SHIM_H

#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

// Swift's own module of the C library leaves <malloc.h> out; other libraries have no such call.
static inline void copydesk_give_back_freed_memory(void) {
#ifdef __GLIBC__
  malloc_trim(0);
#endif
}

#endif
