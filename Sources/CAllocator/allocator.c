#define _GNU_SOURCE
#include "CAllocator.h"

#include <malloc.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

// What a heap takes of the address space, aligned to itself: HEAP_MAX_SIZE of glibc for 64 bits. Were it another, the advice
// below would go to other memory, or to none, and nothing else would change.
enum { heap_size = 64 << 20, most_heaps = 32 };

struct start {
  sem_t begun;
  pthread_mutex_t end;
};

// Takes memory, for which glibc makes the thread a heap, and stays until each of the others has its own.
static void *begin_heap(void *argument) {
  struct start *start = argument;
  void *memory = malloc(1);
  madvise((void *)((uintptr_t)memory & ~(uintptr_t)(heap_size - 1)), heap_size, MADV_HUGEPAGE);
  sem_post(&start->begun);
  pthread_mutex_lock(&start->end);
  pthread_mutex_unlock(&start->end);
  free(memory);
  return NULL;
}

void zhujie_begin_heaps(void) {
  mallopt(M_TOP_PAD, 60 << 20);
  long cores = sysconf(_SC_NPROCESSORS_ONLN);
  int heaps = cores < 1 ? 1 : cores > most_heaps ? most_heaps : (int)cores;
  struct start start = {.end = PTHREAD_MUTEX_INITIALIZER};
  if (sem_init(&start.begun, 0, 0) != 0) return;
  pthread_mutex_lock(&start.end);
  pthread_t threads[most_heaps];
  int count = 0;
  while (count < heaps && pthread_create(&threads[count], NULL, begin_heap, &start) == 0) count++;
  for (int i = 0; i < count; i++) {
    while (sem_wait(&start.begun) != 0) {}
  }
  pthread_mutex_unlock(&start.end);
  for (int i = 0; i < count; i++) pthread_join(threads[i], NULL);
  sem_destroy(&start.begun);
}
