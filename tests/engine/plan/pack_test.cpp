// What was read once is kept as bytes; damaged bytes are refused and never followed.
#include <doctest/doctest.h>

#include "plan_text.h"
#include "shipped_plan.h"

using namespace starling;

namespace {

std::string small_bytes() {
  const auto plan = read_plan(plan_text(), "plans/two.toml").plan;
  REQUIRE(plan.has_value());
  return pack_plan(*plan);
}

}  // namespace

TEST_CASE("a plan comes back from its bytes exactly as it went in") {
  const auto small = read_plan(plan_text(), "plans/two.toml").plan;
  REQUIRE(small.has_value());

  CHECK(unpack_plan(pack_plan(*small)) == small);
  CHECK(unpack_plan(pack_plan(shipped_plan())) == shipped_plan());
}

TEST_CASE("bytes that were cut off or have something behind them are no plan") {
  const std::string bytes = small_bytes();

  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    REQUIRE_FALSE(unpack_plan(std::string_view(bytes).substr(0, size)).has_value());
  }
  CHECK_FALSE(unpack_plan(bytes + '\0').has_value());
  CHECK(unpack_plan(bytes).has_value());
}

TEST_CASE("damaged bytes that still make a plan hold only days, areas, slots and principles that exist") {
  const std::string bytes = small_bytes();
  int refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (const int damage : {0x01, 0x10, 0x80, 0xff}) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ static_cast<unsigned>(damage));
      const auto plan = unpack_plan(changed);
      if (!plan) {
        ++refused;
        continue;
      }
      REQUIRE(plan->days.size() == static_cast<std::size_t>(plan->weeks) * 7);
      (void)area_minutes(tasks_of_week(*plan, "L6", 1), "L6");
      for (const PlanDay& day : plan->days)
        for (const Task& task : day.tasks) {
          REQUIRE_FALSE(to_string(task.area).empty());
          REQUIRE_FALSE(to_string(task.slot).empty());
          for (const std::size_t principle : task.principles) REQUIRE(principle < kPrincipleCount);
        }
    }
  CHECK(refused > 1000);
}

TEST_CASE("a plan whose weeks and days do not agree is refused") {
  Plan plan = shipped_plan();
  plan.weeks = 25;
  CHECK_FALSE(unpack_plan(pack_plan(plan)).has_value());
  plan = shipped_plan();
  plan.days.pop_back();
  CHECK_FALSE(unpack_plan(pack_plan(plan)).has_value());
  CHECK_FALSE(unpack_plan(pack_plan(Plan{})).has_value());
}
