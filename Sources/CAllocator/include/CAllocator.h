#ifndef ZHUJIE_ALLOCATOR_H
#define ZHUJIE_ALLOCATOR_H

// Makes the heaps of the threads that will work, one for each core, before there are any. To be called before the first
// thread begins.
//
// glibc gives each thread a heap of its own when it first asks for memory, and passes it on when the thread ends; so the heaps
// that short-lived threads make here are those that the workers get. Two things are different about them. They grow by
// 60 MiB instead of page by page, with a system call each: some ten thousand in a build of half a second; what is not used
// costs nothing. And the kernel is asked for large pages: with pages of 4 KiB the processor spends a tenth of an edit's time on
// finding where memory is. glibc offers that as a setting of the environment alone (glibc.malloc.hugetlb).
void zhujie_begin_heaps(void);

#endif
