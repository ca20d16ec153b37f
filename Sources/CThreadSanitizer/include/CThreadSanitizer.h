#ifndef ZHUJIE_THREAD_SANITIZER_H
#define ZHUJIE_THREAD_SANITIZER_H

// Tell the thread sanitizer that the lock at an address was taken, and that it is about to be given back. Swift's own
// library is built without the sanitizer, which therefore does not see the locks that are in it. In other builds these
// do nothing.
void zhujie_lock_taken(const void *lock);
void zhujie_lock_given(const void *lock);

#endif
