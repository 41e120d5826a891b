#include "CLexicons.h"

// `Lexicons/` inside the binary, so that `copydesk` is one file to copy. `#embed` is C23, which
// clang offers earlier.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char accuracy[] = {
#embed "../../Lexicons/accuracy.tsv"
};
static const unsigned char agencies[] = {
#embed "../../Lexicons/agencies.tsv"
};
static const unsigned char attribution_weights[] = {
#embed "../../Lexicons/attribution-weights.tsv"
};
static const unsigned char attribution[] = {
#embed "../../Lexicons/attribution.tsv"
};
static const unsigned char background[] = {
#embed "../../Lexicons/background.tsv"
};
static const unsigned char boilerplate_credits[] = {
#embed "../../Lexicons/boilerplate-credits.tsv"
};
static const unsigned char boilerplate_dates[] = {
#embed "../../Lexicons/boilerplate-dates.tsv"
};
static const unsigned char boilerplate[] = {
#embed "../../Lexicons/boilerplate.tsv"
};
static const unsigned char boosting[] = {
#embed "../../Lexicons/boosting.tsv"
};
static const unsigned char cleaning_weights[] = {
#embed "../../Lexicons/cleaning-weights.tsv"
};
static const unsigned char entities[] = {
#embed "../../Lexicons/entities.tsv"
};
static const unsigned char fact_weights[] = {
#embed "../../Lexicons/fact-weights.tsv"
};
static const unsigned char given_names[] = {
#embed "../../Lexicons/given-names.tsv"
};
static const unsigned char hedging[] = {
#embed "../../Lexicons/hedging.tsv"
};
static const unsigned char inflections[] = {
#embed "../../Lexicons/inflections.tsv"
};
static const unsigned char labels[] = {
#embed "../../Lexicons/labels.tsv"
};
static const unsigned char languages[] = {
#embed "../../Lexicons/languages.tsv"
};
static const unsigned char loaded[] = {
#embed "../../Lexicons/loaded.tsv"
};
static const unsigned char markup[] = {
#embed "../../Lexicons/markup.tsv"
};
static const unsigned char metadata[] = {
#embed "../../Lexicons/metadata.tsv"
};
static const unsigned char numbers[] = {
#embed "../../Lexicons/numbers.tsv"
};
static const unsigned char outlets[] = {
#embed "../../Lexicons/outlets.tsv"
};
static const unsigned char page_notices[] = {
#embed "../../Lexicons/page-notices.tsv"
};
static const unsigned char precision[] = {
#embed "../../Lexicons/precision.tsv"
};
static const unsigned char source_words[] = {
#embed "../../Lexicons/source-words.tsv"
};
static const unsigned char sources[] = {
#embed "../../Lexicons/sources.tsv"
};

static const copydesk_lexicon_file files[] = {
    {"accuracy.tsv", accuracy, sizeof accuracy},
    {"agencies.tsv", agencies, sizeof agencies},
    {"attribution-weights.tsv", attribution_weights, sizeof attribution_weights},
    {"attribution.tsv", attribution, sizeof attribution},
    {"background.tsv", background, sizeof background},
    {"boilerplate-credits.tsv", boilerplate_credits, sizeof boilerplate_credits},
    {"boilerplate-dates.tsv", boilerplate_dates, sizeof boilerplate_dates},
    {"boilerplate.tsv", boilerplate, sizeof boilerplate},
    {"boosting.tsv", boosting, sizeof boosting},
    {"cleaning-weights.tsv", cleaning_weights, sizeof cleaning_weights},
    {"entities.tsv", entities, sizeof entities},
    {"fact-weights.tsv", fact_weights, sizeof fact_weights},
    {"given-names.tsv", given_names, sizeof given_names},
    {"hedging.tsv", hedging, sizeof hedging},
    {"inflections.tsv", inflections, sizeof inflections},
    {"labels.tsv", labels, sizeof labels},
    {"languages.tsv", languages, sizeof languages},
    {"loaded.tsv", loaded, sizeof loaded},
    {"markup.tsv", markup, sizeof markup},
    {"metadata.tsv", metadata, sizeof metadata},
    {"numbers.tsv", numbers, sizeof numbers},
    {"outlets.tsv", outlets, sizeof outlets},
    {"page-notices.tsv", page_notices, sizeof page_notices},
    {"precision.tsv", precision, sizeof precision},
    {"source-words.tsv", source_words, sizeof source_words},
    {"sources.tsv", sources, sizeof sources},
};

size_t copydesk_lexicon_count(void) { return sizeof files / sizeof files[0]; }

copydesk_lexicon_file copydesk_lexicon_at(size_t index) { return files[index]; }
