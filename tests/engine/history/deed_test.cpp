#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

TEST_CASE("a deed is named by its device and its number") {
  CHECK(to_string(DeedId{"k3f9x2", 812}) == "k3f9x2-812");
  for (const DeedId& id : {DeedId{"k3f9x2", 1}, DeedId{"000000", 9007199254740992}, DeedId{"abcdef", 100}})
    CHECK(parse_deed_id(to_string(id)) == id);
  for (const char* text : {"", "-", "k3f9x2", "k3f9x2-", "k3f9x2-0", "k3f9x2-01", "k3f9x2--1", "k3f9x2-+1", "k3f9x2-1 ",
                           " k3f9x2-1", "k3f9x-12", "k3f9x22-1", "K3F9X2-1", "k3f9\xc3\xa9-1", "k3f9x2_1", "k3f9x2-1x",
                           "k3f9x2-9223372036854775808", "k3f9x2-1e3", "k3-9x2-1"})
    CHECK_FALSE(parse_deed_id(text));
}

TEST_CASE("a device's name is six small letters and digits") {
  for (const char* name : {"k3f9x2", "aaaaaa", "000000"}) CHECK(is_device_name(name));
  for (const char* name : {"", "aaaaa", "aaaaaaa", "AAAAAA", "aaa-aa", "aaaaa ", "../../", "aaaa\xc3\xa9"})
    CHECK_FALSE(is_device_name(name));
}

TEST_CASE("what is taken back is said in words that name it") {
  const Day christmas_eve = *parse_day("2026-12-24");
  const ItemId why = item("lp/why");
  const Answered good = answered("patterns-two-pointers/invariant", Grade::Good);
  const Imported imported{why, Phase::Review, {}, {}, {}, {}, 1, 0};
  const std::vector<std::pair<std::vector<Event>, std::string>> table{
      {{good}, "good for patterns-two-pointers/invariant"},
      {{answered("story/checkout-cells", Grade::Hard)}, "the telling of story/checkout-cells (hard)"},
      {{good, Suspended{good.item}}, "good for patterns-two-pointers/invariant, and its suspension"},
      {{Suspended{why}}, "suspended lp/why"},
      {{Unsuspended{why}}, "unsuspended lp/why"},
      {{Flagged{why, "two are right"}}, "flagged lp/why"},
      {{Flagged{why, ""}, Flagged{why, ""}, Suspended{why}, Suspended{why}}, "flagged lp/why, and its suspension"},
      {{Unflagged{why}, Unsuspended{why}}, "the flags of lp/why taken off"},
      {{Buried{why, christmas_eve}}, "buried lp/why until 2026-12-24"},
      {{Moved{why, christmas_eve}}, "moved lp/why to 2026-12-24"},
      {{Adopted{default_weights(ModelKind::Fsrs7)}}, "new weights of fsrs-7"},
      {{Adopted{}, Moved{why, {}}}, "new weights of fsrs-6, 1 date moved"},
      {{Adopted{}, Moved{why, {}}, Moved{why, {}}}, "new weights of fsrs-6, 2 dates moved"},
      {{TaskDone{"lc-daily", 2, {}, ""}}, "2 of lc-daily"},
      {{TaskDone{"mock", 0.5, {}, ""}}, "0.5 of mock"},
      {{Measured{"mock-score", 3.5, "points", ""}}, "mock-score measured as 3.5 points"},
      {{Measured{"mock-score", 3, "", ""}}, "mock-score measured as 3"},
      {{SettingSet{"level", "\"L6\"", "\"L7\""}}, "level set to L7"},
      {{SettingSet{"review.minutes_per_day", "30", {}}}, "review.minutes_per_day set to its default"},
      {{SettingSet{"interview", {}, "2026-12-24"}, SettingSet{"start", {}, "2026-11-23"}},
       "interview set to 2026-12-24 and 1 more"},
      {{Replanned{"drop w05-d1-mock", {}, "{}"}}, "w05-d1-mock dropped"},
      {{Replanned{"move w05-d1-mock", "{}", "{}"}}, "w05-d1-mock moved"},
      {{Replanned{"add own-graphs", {}, "{}"}}, "own-graphs added"},
      {{Replanned{"resume 2027-02-01", {}, "{}"}}, "the plan resumed on 2027-02-01"},
      {{Replanned{"drop w05-d1-mock", "{}", {}}}, "drop w05-d1-mock of plan.toml taken back"},
      {{Replanned{"add own-graphs", "{}", {}}}, "own-graphs dropped"},
      {{Replanned{"drop a", {}, "{}"}, Replanned{"drop b", {}, "{}"}, Replanned{"move c", {}, "{}"}}, "2 tasks dropped, c moved"},
      {{Replanned{"resume 2027-02-01", {}, "{}"}, Replanned{"move a", {}, "{}"}, Replanned{"move b", {}, "{}"}},
       "2 tasks moved, the plan resumed on 2027-02-01"},
      {{Replanned{"move a", "{}", {}}, Replanned{"drop b", "{}", {}}}, "2 changes of the plan"},
      {{Replanned{"round a", {}, "{}"}, Replanned{"round b", "{}", {}}}, "2 changes of the rounds"},
      {{Replanned{"round a", {}, "{}"}, Replanned{"move b", {}, "{}"}}, "b moved, the round a added"},
      {{Replanned{"round bar-raiser", {}, "{}"}}, "the round bar-raiser added"},
      {{Replanned{"round bar-raiser", "{}", "{}"}}, "the round bar-raiser changed"},
      {{Replanned{"round bar-raiser", "{}", {}}}, "the round bar-raiser dropped"},
      {{imported}, "the import of lp/why"},
      {{imported, imported, imported}, "the import of 3 items"},
      {{Renamed{why, item("lp/how")}}, "the rename of lp/why to lp/how"},
      {{Renamed{item("lp/a#f"), item("lp/b#f")}, Renamed{item("lp/a#r"), item("lp/b#r")}}, "the rename of lp/a to lp/b"},
      {{Renamed{item("lp/a"), item("lp/b")}, Renamed{item("lp/c"), item("lp/d")}}, "the rename of 2 items"},
      {{good, Renamed{item("patterns-two-pointers/old"), good.item}}, "good for patterns-two-pointers/invariant"},
      {{Undone{{"k3f9x2", 7}}}, "the undo of k3f9x2-7"},
      {{Redone{{"k3f9x2", 7}}}, "the redo of k3f9x2-7"},
      {{Unknown{"sung", "{}"}}, "'sung', written by a newer Starling"},
      {{}, "nothing"}};
  for (const auto& [events, words] : table) CHECK(describe(Deed{{}, 0, {}, {}, {}, events}) == words);
}

TEST_CASE("an answer is found in its deed, and in no other") {
  const auto deed = [](std::vector<Event> events) { return Deed{{}, 0, {}, {}, {}, std::move(events)}; };
  const Answered again = answered("lp/a", Grade::Again);
  const Deed leech = deed({again, Suspended{again.item}});
  REQUIRE(answer_in(leech));
  CHECK(*answer_in(leech) == again);
  CHECK(answer_in(deed({Suspended{again.item}, Buried{again.item, {}}, Adopted{}, Unknown{}})) == nullptr);
  CHECK(answer_in(deed({})) == nullptr);
}

TEST_CASE("undos and redos are the deeds that take back and bring back") {
  const auto is = [](Event event) { return is_control(Deed{{}, 0, {}, {}, {}, {std::move(event)}}); };
  CHECK(is(Undone{}));
  CHECK(is(Redone{}));
  for (const Event& other : {Event(answered("lp/a", Grade::Good)), Event(Adopted{}), Event(Unknown{"undone", ""})})
    CHECK_FALSE(is(other));
}

}  // namespace
}  // namespace starling
