// Any bytes are what was worked out for the days ahead or nothing; what they give is read on every day, and prices that
// come out of it are found anew from it. The bytes are read as they are, and as damage to those of a sound one.
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "aim/aim.h"
#include "damage.h"
#include "law.h"

using namespace starling;

namespace {

const Day kToday{std::chrono::days(20'000)};

Aim sound_one() {
  Aim aim;
  aim.first = kToday;
  aim.basis = {kToday + std::chrono::days(9), {0.2, 1.3}, std::vector<double>(9, 15), 2e-4, "coding 2", {kToday + std::chrono::days(4), kToday + std::chrono::days(6)}};
  aim.prices.per_second = std::vector<double>(9, 1e-3);
  aim.prices.heat = 1e-3;
  aim.least = 1e-6;
  aim.new_gains = {1e-2F, 1e-2F};
  for (const char* card : {"mine/a", "mine/b#f"})
    aim.items.push_back({*ItemId::parse(card), {Stability{7}, Difficulty{4}}, kToday - std::chrono::days(3), {0, 1e-3F, 2e-3F}});
  return aim;
}

void use(Aim aim) {
  law(unpack_aim(pack_aim(aim)).has_value(), "an aim comes back from its bytes");
  for (int day = 0; day < kAimDays; ++day) {
    const Day today = aim.first + std::chrono::days(day);
    const AimedDay aimed(aim, today);
    (void)aimed.new_pays();
    for (const AimedItem& item : aim.items) {
      Standing standing;
      standing.memory = item.memory;
      standing.last_day = item.last_day;
      const auto due = aimed.due(item.item, standing);
      law(!due || (due->day >= today && std::isfinite(due->gain)), "what is due has a day from today on");
    }
  }
  for (AimedItem& item : aim.items) law(item.gains.size() <= static_cast<std::size_t>(kAimDays), "no more days than are kept");
}

void read_and_use(std::string_view bytes) {
  if (auto aim = unpack_aim(bytes)) use(*std::move(aim));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string kept = pack_aim(sound_one());
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  read_and_use(bytes);
  (void)damaged(kept, bytes, read_and_use);
  return 0;
}
