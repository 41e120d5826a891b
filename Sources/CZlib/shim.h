#ifndef COPYDESK_CZLIB_SHIM_H
#define COPYDESK_CZLIB_SHIM_H

#include <zlib.h>

// `inflateInit2` is a macro, which Swift can not call.
static inline int copydesk_inflate_init(z_streamp stream, int window_bits) {
  return inflateInit2(stream, window_bits);
}

#endif
