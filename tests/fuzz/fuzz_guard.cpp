// Any bytes are a comparison of ways to review or nothing; what they give names a policy and comes back from its bytes.
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "damage.h"
#include "law.h"
#include "study/study.h"

using namespace starling;

namespace {

Guard sound_one() {
  const Day today{std::chrono::days(20'000)};
  const StudyWay plain{StudyPolicy::Plain, 0.9, std::nullopt};
  const StudyWay priced{StudyPolicy::Deadline, 0.9, 2e-4};
  GuardBasis basis{today + std::chrono::days(2), {{Asking::All, 15}, {Asking::Nothing, 0}}, {today + std::chrono::days(1)}, 20, 120, .9, Thoroughness::More, "coding=2"};
  return {today, std::move(basis), {0.2, 1.3}, 1300, plain,
          {{plain, {.8, .9, .95}, {.5, .6, .7}, .8, 30}, {priced, {.9, .95, .97}, {.6, .7, .8}, .85, 31}}};
}

void read_and_use(std::string_view bytes) {
  const auto guard = unpack_guard(bytes);
  if (!guard) return;
  law(unpack_guard(pack_guard(*guard)).has_value(), "a comparison comes back from its bytes");
  for (const bool any_base : {false, true})
    if (const WayForeseen* best = best_way(guard->ways, guard->own, any_base))
      law(std::ranges::find(guard->ways, *best) != guard->ways.end(), "the best way is one of those that were compared");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string kept = pack_guard(sound_one());
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_and_use(bytes);
  (void)damaged(kept, bytes, read_and_use);
  return 0;
}
