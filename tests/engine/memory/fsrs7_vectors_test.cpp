// What published FSRS-7 programs answer, and a slow reckoning of our own: see NOTICE.md beside the files.
#include <algorithm>
#include <vector>

#include "vectors.h"

namespace starling {
namespace {

constexpr double kSecond = 1.0 / 86400;  // in days; the file's own intervals are no shorter

const MemoryModel& two_traces() {
  static const MemoryModel defaults(default_weights(ModelKind::Fsrs7));
  return defaults;
}

// In the files: slow trace, fast trace, difficulty.
MemoryState state_of(const json& c) { return {Stability{c.at(0)}, Difficulty{c.at(2)}, Stability{c.at(1)}}; }

// Time by the clock. The whole days beside it are not looked at.
Elapsed after(double days) { return {WholeDays{-7}, FractionalDays{days}}; }

bool same_state(const MemoryState& ours, const MemoryState& theirs, double relative) {
  return near(ours.stability.days, theirs.stability.days, relative, 0) &&
         near(ours.fast.days, theirs.fast.days, relative, 0) &&
         near(ours.difficulty.level, theirs.difficulty.level, relative, 0);
}

std::vector<MemoryState> replayed(const json& reviews) {
  std::vector<PastReview> past;
  for (const json& r : reviews) past.push_back({static_cast<Grade>(r.at(0).get<int>()), after(r.at(1))});
  return replay(two_traces(), past);
}

void check_states(const json& history, double relative) {
  const auto states = replayed(history.at("reviews"));
  REQUIRE(states.size() == history.at("states").size());
  for (std::size_t i = 0; i < states.size(); ++i) {
    CAPTURE(history.at("reviews").dump());
    CAPTURE(i);
    CHECK(same_state(states[i], state_of(history.at("states").at(i)), relative));
  }
}

TEST_CASE("the default weights of FSRS-7 are the published ones") {
  const auto numbers = vectors("fsrs7.json").at("default_weights").get<std::vector<double>>();
  CHECK(std::ranges::equal(numbers, default_weights(ModelKind::Fsrs7).numbers()));
}

TEST_CASE("both traces go the way that other FSRS-7 programs take them") {
  const json peer = vectors("fsrs7.json").at("peer");
  REQUIRE(peer.at("histories").size() == 3);
  for (const json& history : peer.at("histories")) check_states(history, 1e-4);
}

TEST_CASE("recall fades along the mixed curve that other FSRS-7 programs draw") {
  const json peer = vectors("fsrs7.json").at("peer");
  REQUIRE(peer.at("retrievability").size() == 6);
  for (const json& c : peer.at("retrievability")) {
    CAPTURE(c.dump());
    CHECK(near(two_traces().recall_after(after(c.at("elapsed")), state_of(c.at("state"))), c.at("r"), 0, 1e-6));
  }
}

// They stop their search within 0.001 of recall, and call what is left of the first second nothing.
TEST_CASE("intervals are those of other FSRS-7 programs") {
  const json peer = vectors("fsrs7.json").at("peer");
  REQUIRE(peer.at("intervals").size() == 5);
  for (const json& c : peer.at("intervals"))
    for (const json& at : c.at("at")) {
      CAPTURE(c.dump());
      CAPTURE(at.dump());
      CHECK(near(two_traces().interval_days(state_of(c.at("state")), at.at(0)), at.at(1), 2e-3,
                 at.at(1) == 0 ? kSecond : 0));
    }
}

TEST_CASE("long rows of reviews agree with a second reckoning to nine digits") {
  const json own = vectors("fsrs7.json").at("own");
  REQUIRE(own.at("cases").size() == 200);
  for (const json& c : own.at("cases")) {
    check_states(c, 1e-9);
    const MemoryState last = replayed(c.at("reviews")).back();
    for (const auto& [days, recall] : c.at("R").items()) {
      CAPTURE(days);
      CHECK(near(two_traces().recall_after(after(std::stod(days)), last), recall, 1e-9, 0));
    }
  }
}

TEST_CASE("an interval ends just where recall has fallen to what was asked for") {
  const json own = vectors("fsrs7.json").at("own");
  int longer = 0;
  for (const json& c : own.at("cases")) {
    const MemoryState last = replayed(c.at("reviews")).back();
    for (const auto& [wanted, theirs] : c.at("intervals").items()) {
      const double retention = std::stod(wanted);
      const double ours = two_traces().interval_days(last, retention);
      CAPTURE(c.at("reviews").dump());
      CAPTURE(wanted);
      CHECK(near(two_traces().recall_after(after(ours), last), retention, 1e-9, 0));
      if (theirs <= kSecond * 1.0001) {
        CHECK(ours <= theirs);
      } else {
        CHECK(near(ours, theirs, 1e-6, 0));
        ++longer;
      }
    }
  }
  CHECK(longer > 900);
}

}  // namespace
}  // namespace starling
