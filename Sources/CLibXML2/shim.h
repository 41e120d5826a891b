#ifndef COPYDESK_CLIBXML2_SHIM_H
#define COPYDESK_CLIBXML2_SHIM_H

// libxml2 may be configured to pull in ICU's headers, which clash with Foundation's copy of ICU.
// Nothing here needs them.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a global variable that holds a function pointer, which Swift 6 rejects as shared
// mutable state.
static inline void copydesk_xml_free(void *pointer) { xmlFree(pointer); }

#endif
