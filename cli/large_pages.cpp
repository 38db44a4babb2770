#include "cli/large_pages.h"

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace starling {

namespace {

constexpr std::uintptr_t kLargePage = 2 << 20;
constexpr int kRoom = 32 << 20;         // of addresses; what is not touched takes no memory
constexpr std::size_t kGrows = 120'000;  // more than is free at the end of a young heap, and not mapped by itself

std::uintptr_t end_of_heap() { return reinterpret_cast<std::uintptr_t>(::sbrk(0)); }

void* grow_heap() {
  ::mallopt(M_ARENA_MAX, 1);  // threads take theirs from the same piece
  ::mallopt(M_TOP_PAD, kRoom);
  ::mallopt(M_TRIM_THRESHOLD, 2 * kRoom);
  ::mallopt(M_MMAP_THRESHOLD, kRoom / 4);
  const std::uintptr_t first = (end_of_heap() + kLargePage - 1) / kLargePage * kLargePage;
  void* const grown = std::malloc(kGrows);
  const auto begin = reinterpret_cast<std::uintptr_t>(grown);
  const std::uintptr_t last = end_of_heap() / kLargePage * kLargePage;
  if (!grown || first >= last || begin >= first || ::madvise(reinterpret_cast<void*>(first), last - first, MADV_HUGEPAGE) != 0) {
    std::free(grown);
    return nullptr;
  }
  // What lies before the first large page is left unused: touched, it would come in small ones.
  return std::realloc(grown, first - begin);
}

}  // namespace

void take_large_pages() {
  static void* const taken = grow_heap();
  (void)taken;
}

}  // namespace starling
