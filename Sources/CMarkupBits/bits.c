#include "CMarkupBits.h"

// What the header defines is compiled where it is used; a target of C must have a file.
