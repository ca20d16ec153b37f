#ifndef ZHUJIE_ALLOCATOR_H
#define ZHUJIE_ALLOCATOR_H

// glibc gives each thread a heap of its own and lets it grow page by page, with a system call each: some ten thousand
// in a build of half a second. After this each begins with 32 MiB of addresses; what is not used costs nothing. To be called
// before the first thread begins.
void zhujie_begin_heaps_with_room(void);

#endif
