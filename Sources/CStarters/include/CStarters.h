#ifndef ZHUJIE_STARTERS_H
#define ZHUJIE_STARTERS_H

#include <stddef.h>
#include <stdint.h>

/* The files of projects/, embedded. Indices run from 0 to the count; past it the pointers are null. */
size_t zhujie_starter_file_count(void);
const char *zhujie_starter_file_path(size_t index);
const uint8_t *zhujie_starter_file_bytes(size_t index);
size_t zhujie_starter_file_size(size_t index);

#endif
