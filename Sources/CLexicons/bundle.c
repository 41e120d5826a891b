#include "CLexicons.h"

// `Lexicons/` inside the binary, so that `copydesk` is one file to copy. `#embed` is C23, which
// clang offers earlier.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char inflections[] = {
#embed "../../Lexicons/inflections.tsv"
};
static const unsigned char sources[] = {
#embed "../../Lexicons/sources.tsv"
};

static const copydesk_lexicon_file files[] = {
    {"inflections.tsv", inflections, sizeof inflections},
    {"sources.tsv", sources, sizeof sources},
};

size_t copydesk_lexicon_count(void) { return sizeof files / sizeof files[0]; }

copydesk_lexicon_file copydesk_lexicon_at(size_t index) { return files[index]; }
