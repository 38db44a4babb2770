#include "calendar/chance.h"

namespace starling {

Seed seed_from(std::string_view text, std::uint64_t count) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return Seed{split_mix(hash ^ split_mix(count))};
}

}  // namespace starling
