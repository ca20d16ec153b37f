#include "CAllocator.h"

#include <malloc.h>

void zhujie_begin_heaps_with_room(void) { mallopt(M_TOP_PAD, 32 << 20); }
