#include <stddef.h>
#include <stdint.h>

// In Entry.swift.
int copydesk_fuzz(const uint8_t *bytes, size_t count);

// libFuzzer brings `main` along.
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) { return copydesk_fuzz(bytes, count); }
