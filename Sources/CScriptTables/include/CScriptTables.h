// The compiled script tables, embedded in the program: mapped with it, never parsed.
// The bytes are written by compile-tables (make tables); their format is in ZhujieTables.
#ifndef ZHUJIE_SCRIPT_TABLES_H
#define ZHUJIE_SCRIPT_TABLES_H

#include <stddef.h>

/// The first byte of the tables, on a 16-byte boundary.
const unsigned char *_Nonnull zhujie_script_tables(void);
/// Their length in bytes.
size_t zhujie_script_tables_count(void);

#endif
