#ifndef COPYDESK_CLEXICONS_H
#define COPYDESK_CLEXICONS_H

#include <stddef.h>

// One file of `Lexicons/`, as it stood when the program was built.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} copydesk_lexicon_file;

// The number of files, and each of them.
size_t copydesk_lexicon_count(void);
copydesk_lexicon_file copydesk_lexicon_at(size_t index);

#endif
