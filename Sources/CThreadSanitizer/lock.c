#include "CThreadSanitizer.h"

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

#if __has_feature(thread_sanitizer)
void __tsan_acquire(void *address);
void __tsan_release(void *address);

void zhujie_lock_taken(const void *lock) { __tsan_acquire((void *)lock); }
void zhujie_lock_given(const void *lock) { __tsan_release((void *)lock); }
#else
void zhujie_lock_taken(const void *lock) { (void)lock; }
void zhujie_lock_given(const void *lock) { (void)lock; }
#endif
