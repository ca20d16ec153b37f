// The door to the cmark-gfm library (Debian: libcmark-gfm-dev and libcmark-gfm-extensions-dev).
//
// <cmark-gfm/node.h> gives the layout of a node. We read two things there that no function returns:
// the inline source of a block (`content`), by which every text is found again in its file, and
// literals without a copy.
#ifndef ZHUJIE_CMARK_GFM_SHIM_H
#define ZHUJIE_CMARK_GFM_SHIM_H

#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/node.h>

// Exported by the library, without an installed header: decodes the entity after a `&`, as the
// parser does, and returns its length in the source, or 0.
bufsize_t houdini_unescape_ent(cmark_strbuf *ob, const uint8_t *src, bufsize_t size);

#endif
