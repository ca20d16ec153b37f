#ifndef ZHUJIE_MARKUP_BITS_H
#define ZHUJIE_MARKUP_BITS_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint8_t zhujie_bytes16 __attribute__((ext_vector_type(16)));
typedef _Bool zhujie_flags16 __attribute__((ext_vector_type(16)));

// Where `<` and `=` stand among the first 64 of `count` bytes, of which there may be fewer: bit i is for byte i.
//
// Sixteen bytes are compared by one instruction, which Swift's vectors offer too, but not a bit for each: that is one more
// instruction here, and many there.
static inline uint64_t zhujie_markup_bits(const uint8_t *bytes, size_t count) {
  uint8_t rest[64];
  if (count < sizeof rest) {
    memset(rest, 0, sizeof rest);
    memcpy(rest, bytes, count);
    bytes = rest;
  }
  uint64_t bits = 0;
  for (int i = 0; i < 4; i++) {
    zhujie_bytes16 part;
    memcpy(&part, bytes + 16 * i, sizeof part);
    zhujie_flags16 flags = __builtin_convertvector((part == '<') | (part == '='), zhujie_flags16);
    uint16_t found;
    memcpy(&found, &flags, sizeof found);
    bits |= (uint64_t)found << 16 * i;
  }
  return bits;
}

#endif
