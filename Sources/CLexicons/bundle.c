#include "CLexicons.h"

// `Lexicons/` inside the binary, so that `copydesk` is one file to copy. `#embed` is C23, which
// clang offers earlier.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char boosting[] = {
#embed "../../Lexicons/boosting.tsv"
};
static const unsigned char inflections[] = {
#embed "../../Lexicons/inflections.tsv"
};
static const unsigned char hedging[] = {
#embed "../../Lexicons/hedging.tsv"
};
static const unsigned char labels[] = {
#embed "../../Lexicons/labels.tsv"
};
static const unsigned char sources[] = {
#embed "../../Lexicons/sources.tsv"
};

static const copydesk_lexicon_file files[] = {
    {"inflections.tsv", inflections, sizeof inflections},
    {"boosting.tsv", boosting, sizeof boosting},
    {"hedging.tsv", hedging, sizeof hedging},
    {"labels.tsv", labels, sizeof labels},
    {"sources.tsv", sources, sizeof sources},
};

size_t copydesk_lexicon_count(void) { return sizeof files / sizeof files[0]; }

copydesk_lexicon_file copydesk_lexicon_at(size_t index) { return files[index]; }
