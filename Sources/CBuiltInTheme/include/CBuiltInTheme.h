#ifndef ZHUJIE_BUILT_IN_THEME_H
#define ZHUJIE_BUILT_IN_THEME_H

#include <stddef.h>
#include <stdint.h>

/* The files of Templates/, embedded. Indices run from 0 to the count; past it the pointers are null. */
size_t zhujie_theme_file_count(void);
const char *zhujie_theme_file_path(size_t index);
const uint8_t *zhujie_theme_file_bytes(size_t index);
size_t zhujie_theme_file_size(size_t index);

#endif
