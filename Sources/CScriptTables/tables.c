#include "CScriptTables.h"

alignas(64) static const unsigned char tables[] = {
#embed "tables.bin"
};

const unsigned char *zhujie_script_tables(void) { return tables; }

size_t zhujie_script_tables_count(void) { return sizeof tables; }
