// A deed as a line, and back.
#include <doctest/doctest.h>

#include <array>
#include <bit>
#include <string>
#include <utility>
#include <vector>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

// Six days before the interview, at 22:41 on a wall clock of Berlin.
Deed evening(std::vector<Event> events) {
  const Instant at(std::chrono::milliseconds(1'795'642'863'120));
  return {{"k3f9x2", 812}, 1'795'642'863'120, at, 60min, *parse_day("2026-11-25"), std::move(events)};
}

struct Golden {
  std::vector<Event> events;
  std::string text;      // of the events
  std::string checksum;  // as Python's zlib.crc32 has it
};
constexpr const char* kGoldenHead =
    R"({"v":1,"d":"k3f9x2","n":812,"h":1795642863120,"t":"2026-11-25T22:41:03.120+01:00","day":"2026-11-25","e":[)";
// A line of every kind. They lie in learners' folders, so they stay as they are.
std::vector<Golden> golden() {
  const ItemId card = item("lp-ownership/l6-l7#f");
  const Day later = *parse_day("2027-01-08");
  Answered timed{card, Grade::Good, 8120ms, Phase::Review, 0, Due{later, {}}, {}};
  Answered step{
      card, Grade::Again, {}, Phase::Relearning, 1, Due{*parse_day("2026-11-25"), Instant(1'795'643'463'120ms)}, {}};
  Answered telling{item("story/checkout-cells"), Grade::Hard, 171'500ms, Phase::Review, 0, Due{later, {}},
                   {{"situation", Grade::Easy}, {"figures", Grade::Again}}};
  Imported imported{card, Phase::Review, {Stability{12.5}, Difficulty{5.25}}, Instant(1'795'000'000'000ms),
                    *parse_day("2026-11-18"), Due{later, {}}, 9, 2};
  Imported in_step{item("lp/a"), Phase::Learning, {Stability{0.5}, Difficulty{3}, Stability{0.125}},
                   Instant(1'795'000'000'000ms), *parse_day("2026-11-18"),
                   Due{*parse_day("2026-11-25"), Instant(1'795'643'463'120ms)}, 1, 0};
  Answered trusted{item("lp/a"), Grade::Good, {}, Phase::Review, 0, Due{*parse_day("2026-12-08"), {}}, {}};
  trusted.trusted = true;
  const std::string unknown = R"({"k":"sung","tune":[1e2, 2.50,"\u00e9"],"i":"song/a"})";
  return {
      {{timed},
       R"({"k":"answered","i":"lp-ownership/l6-l7#f","g":3,"ms":8120,"p":2,"s":0,"due":"2027-01-08"})",
       "3cba8e3b"},
      {{step},
       R"({"k":"answered","i":"lp-ownership/l6-l7#f","g":1,"p":3,"s":1,"due":"2026-11-25","at":1795643463120})",
       "8e6d17ae"},
      {{telling},
       R"({"k":"answered","i":"story/checkout-cells","g":2,"ms":171500,"p":2,"s":0,"due":"2027-01-08","parts":{"situation":4,"figures":1}})",
       "6ee0ff4a"},
      {{step, Suspended{card}},
       R"({"k":"answered","i":"lp-ownership/l6-l7#f","g":1,"p":3,"s":1,"due":"2026-11-25","at":1795643463120},{"k":"suspended","i":"lp-ownership/l6-l7#f"})",
       "dace6eb0"},
      {{Unsuspended{card}}, R"({"k":"unsuspended","i":"lp-ownership/l6-l7#f"})", "1e5e7437"},
      {{Buried{item("probe/checkout-cells/3"), later}},
       R"({"k":"buried","i":"probe/checkout-cells/3","until":"2027-01-08"})",
       "06ef4455"},
      {{Adopted{}, Moved{card, later}},
       R"({"k":"adopted","model":"fsrs-6","w":[0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542]},{"k":"moved","i":"lp-ownership/l6-l7#f","due":"2027-01-08"})",
       "a2182912"},
      {{TaskDone{"lc-daily", 2, 45.5, "two pointers, \"again\"\n"}},
       R"({"k":"done","task":"lc-daily","count":2,"min":45.5,"note":"two pointers, \"again\"\n"})",
       "24a7def5"},
      {{TaskDone{"mock", 0.5, {}, ""}}, R"({"k":"done","task":"mock","count":0.5})", "9632758e"},
      {{Measured{"pulse", 61.25, "/min", "caf\xc3\xa9 \xe2\x86\x92 walk"}},
       "{\"k\":\"measured\",\"metric\":\"pulse\",\"value\":61.25,\"unit\":\"/min\",\"note\":\"caf\xc3\xa9 \xe2\x86\x92 "
       "walk\"}",
       "4dd89096"},
      {{Measured{"score", -3, "", ""}}, R"({"k":"measured","metric":"score","value":-3})", "0ec63ff3"},
      {{Solved{"lc-0076", "", "hard", 38.5, false, {"sliding-window", "string-hash"}, "late"}},
       R"({"k":"solved","problem":"lc-0076","size":"hard","min":38.5,"ok":0,"patterns":["sliding-window","string-hash"],"note":"late"})", "15feedff"},
      {{Solved{"", "Our own", "", {}, true, {}, ""}},
       R"({"k":"solved","title":"Our own","ok":1})", "7d543379"},
      {{Designed{"chat-50m", "", "L6", 44.0, {{"scope", 4}, {"depth", 2.5}}, ""}},
       R"({"k":"designed","exercise":"chat-50m","level":"L6","min":44,"scores":{"scope":4,"depth":2.5}})", "653b61c6"},
      {{Studied{"coding", 20, "a talk"}},
       R"({"k":"studied","area":"coding","min":20,"note":"a talk"})", "a35604b1"},
      {{Mocked{"bar-raiser", "L7", 60.0, {{"ownership", 3.5}}, {"say I", "one figure"}, "again"}},
       R"({"k":"mocked","type":"bar-raiser","level":"L7","min":60,"scores":{"ownership":3.5},"feedback":["say I","one figure"],"note":"again"})", "04077c7f"},
      {{FeedbackClosed{{"k3f9x2", 811}, 2}},
       R"({"k":"closed","mock":"k3f9x2-811","point":2})", "a6f93336"},
      {{GoalsSet{7, {"sleep", "two mocks"}}},
       R"({"k":"goals","week":7,"goals":["sleep","two mocks"]})", "a3e19cd0"},
      {{GoalsSet{7, {}}},
       R"({"k":"goals","week":7,"goals":[]})", "96ef0797"},
      {{Debriefed{"When were you wrong?", "are-right-a-lot", "checkout-cells", {"Who told you?"}, 2}},
       R"({"k":"debriefed","question":"When were you wrong?","principle":"are-right-a-lot","story":"checkout-cells","follow_ups":["Who told you?"],"rating":2})", "b02cce3f"},
      {{Debriefed{"", "", "", {}, {}}}, R"({"k":"debriefed","question":""})", "a28c0db2"},
      {{InterviewOutcome{"rejected", {"depth", "figures"}}},
       R"({"k":"outcome","result":"rejected","reasons":["depth","figures"]})", "330f42bd"},
      {{Won{"cut paging by 40 %", {"unasked", "ow"}, "peak", 2025}, WinDropped{{"k3f9x2", 811}}},
       R"({"k":"won","text":"cut paging by 40 %","tags":["unasked","ow"],"kind":"peak","year":2025},{"k":"dropped","win":"k3f9x2-811"})", "69324bc5"},
      {{Won{"a line", {}, "", {}}}, R"({"k":"won","text":"a line"})", "bf8feb78"},
      {{SettingSet{"level", "\"L6\"", "\"L7\""}, SettingSet{"interview", {}, "2027-01-08"},
        SettingSet{"day.days_off", "[\"2026-12-24\"]", {}}},
       R"({"k":"set","key":"level","before":"\"L6\"","after":"\"L7\""},{"k":"set","key":"interview","after":"2027-01-08"},{"k":"set","key":"day.days_off","before":"[\"2026-12-24\"]"})",
       "f7626739"},
      {{Replanned{"move w05-d2-two-pointers", {}, "{ task = \"w05-d2-two-pointers\", to = 2026-12-24 }"}},
       R"({"k":"replanned","what":"move w05-d2-two-pointers","after":"{ task = \"w05-d2-two-pointers\", to = 2026-12-24 }"})", "f3253458"},
      {{imported, in_step},
       R"({"k":"imported","i":"lp-ownership/l6-l7#f","p":2,"stability":12.5,"difficulty":5.25,"last":"2026-11-18","at":1795000000000,"due":"2027-01-08","reviews":9,"lapses":2},{"k":"imported","i":"lp/a","p":1,"stability":0.5,"difficulty":3,"fast":0.125,"last":"2026-11-18","at":1795000000000,"due":"2026-11-25","until":1795643463120,"reviews":1,"lapses":0})",
       "ff7bdbe7"},
      {{Undone{{"k3f9x2", 811}}, Undone{{"00zz9a", 1}}},
       R"({"k":"undone","deed":"k3f9x2-811"},{"k":"undone","deed":"00zz9a-1"})",
       "5d78d4b7"},
      {{trusted}, R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":0,"due":"2026-12-08","trusted":1})", "bf1c4e8d"},
      {{Redone{{"k3f9x2", 811}}}, R"({"k":"redone","deed":"k3f9x2-811"})", "ce2cb103"},
      {{Undone{{"k3f9x2", 811}, 1795642863120}, Redone{{"00zz9a", 1}, 17}},
       R"({"k":"undone","deed":"k3f9x2-811","h":1795642863120},{"k":"redone","deed":"00zz9a-1","h":17})", "2e553dd5"},
      {{Unknown{"sung", unknown}, Suspended{card}},
       unknown + R"(,{"k":"suspended","i":"lp-ownership/l6-l7#f"})",
       "5613cb2d"},
  };
}


TEST_CASE("a line of every kind is these bytes, on every machine and in every version") {
  for (const Golden& golden : golden()) {
    const std::string line = kGoldenHead + golden.text + "],\"c\":\"" + golden.checksum + "\"}";
    CHECK(written(evening(golden.events)) == line);
    CHECK(read_line(line).deed == evening(golden.events));
  }
}

// Random deeds of every kind, with values from all of their range.
class AnyDeed {
 public:
  explicit AnyDeed(Seed seed) : dice_(seed) {}

  Deed next() {
    const std::int64_t wall = between(-2'208'988'800'000, 7'289'654'399'999);  // 1900 to 2200
    const std::chrono::minutes offset(between(-14 * 60, 14 * 60));
    Deed deed{{pick(dice_, std::array{"k3f9x2", "000000", "zzzzzz"}), between(1, std::int64_t{1} << 53)},
              between(-7'300'000'000'000, 7'300'000'000'000), Instant(std::chrono::milliseconds(wall)) - offset, offset,
              any_day(), {}};
    for (int left = 1 + below(dice_, 3); left > 0; --left) deed.events.push_back(any_event());
    return deed;
  }

 private:
  std::int64_t between(std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(dice_.below(static_cast<std::uint64_t>(high - low) + 1));
  }
  bool coin() { return below(dice_, 2) == 0; }
  Day any_day() { return Day(std::chrono::days(between(-25567, 84370))); }
  Instant any_instant() { return Instant(std::chrono::milliseconds(between(-7'300'000'000'000, 7'300'000'000'000))); }
  // Any double of that range, down to the last bit.
  double real(double low, double high) {
    for (;;) {
      const auto number = std::bit_cast<double>(dice_.next());
      if (number >= low && number <= high) return number;
      if (coin()) return low + unit_interval(Seed{dice_.next()}) * (high - low);
    }
  }
  std::string text() {
    std::string result;
    static const std::vector<std::string> kPieces{"a",
                                                  " ",
                                                  "\"",
                                                  "\\",
                                                  "\n",
                                                  "\r\n",
                                                  std::string(1, '\0'),
                                                  "\x1f",
                                                  "\x7f",
                                                  "/",
                                                  "\xc3\xa9",
                                                  "\xe2\x80\xa8",
                                                  "\xf0\x9f\x91\xa9",
                                                  "{",
                                                  "]",
                                                  ",\"c\":\"00000000\"}"};
    for (int left = below(dice_, 12); left > 0; --left) result += pick(dice_, kPieces);
    return result;
  }
  std::string some_text() { return text() + "."; }
  ItemId any_id() {
    static const std::vector<ItemId> kIds{item("a/b"),
                                          item("aws-s3/consistency#f"),
                                          item("0/0#12"),
                                          item("story/checkout"),
                                          item("probe/checkout/3"),
                                          item("question/7f2c"),
                                          item("problem/lc-0076"),
                                          item("exercise/url"),
                                          item("deck/" + std::string(395, 'a'))};
    return pick(dice_, kIds);
  }
  Due due() { return {any_day(), coin() ? std::optional(any_instant()) : std::nullopt}; }
  Phase phase() { return static_cast<Phase>(1 + below(dice_, 3)); }
  DeedId id() { return {"a0b1c2", between(1, std::int64_t{1} << 53)}; }

  Event any_event() {
    switch (below(dice_, 17)) {
      case 0: {
        Answered e{any_id(), pick(dice_, kGrades), {}, phase(), below(dice_, 1001), due(), {}};
        if (coin()) e.took = std::chrono::milliseconds(between(0, 7LL * 24 * 3600 * 1000));
        for (int left = below(dice_, 4); left > 0; --left)
          e.parts.push_back({"part-" + std::to_string(left), pick(dice_, kGrades)});
        return e;
      }
      case 1:
        return Suspended{any_id()};
      case 2:
        if (coin()) return coin() ? Event(Flagged{any_id(), coin() ? "two are right" : ""}) : Event(Unflagged{any_id()});
        return Unsuspended{any_id()};
      case 3:
        return Buried{any_id(), any_day()};
      case 4:
        return Moved{any_id(), any_day()};
      case 5: {
        Weights weights = default_weights(pick(dice_, kModelKinds));
        const auto limits = weight_limits(weights.kind());
        for (std::size_t i = 0; i < limits.size(); ++i) weights.numbers()[i] = real(limits[i].low, limits[i].high);
        return Adopted{weights};
      }
      case 6:
        return TaskDone{some_text(), real(-1e9, 1e9), coin() ? std::optional(real(0, 1e6)) : std::nullopt, text()};
      case 7:
        return Measured{some_text(), real(-1e12, 1e12), text(), text()};
      case 8:
        if (coin()) return Replanned{some_text(), coin() ? std::optional(text()) : std::nullopt, std::nullopt};
        return SettingSet{some_text(), coin() ? std::optional(text()) : std::nullopt,
                          coin() ? std::optional(text()) : std::nullopt};
      case 9: {
        const MemoryState memory{Stability{real(1e-6, 1e6)}, Difficulty{real(1, 10)},
                                 Stability{coin() ? real(1e-6, 1e6) : 0}};
        return Imported{any_id(),
                        phase(),
                        memory,
                        any_instant(),
                        any_day(),
                        due(),
                        below(dice_, 1'000'000) + 1,
                        below(dice_, 1'000'001)};
      }
      case 10:
        return coin() ? Undone{id()} : Undone{id(), below(dice_, 1'000'000)};
      case 11:
        return coin() ? Redone{id()} : Redone{id(), below(dice_, 1'000'000)};
      case 12:
        return Renamed{any_id(), any_id()};
      case 13: {
        Debriefed e{text(), text(), text(), {}, coin() ? std::optional(1 + below(dice_, 5)) : std::nullopt};
        for (int left = below(dice_, 4); left > 0; --left) e.follow_ups.push_back(text());
        return e;
      }
      case 14: {
        InterviewOutcome e{std::string(pick(dice_, kResults)), {}};
        for (int left = below(dice_, 4); left > 0; --left) e.reasons.push_back(text());
        return e;
      }
      case 15: {
        if (coin()) return WinDropped{id()};
        Won e{text(), {}, some_text(), coin() ? std::optional(1900 + below(dice_, 301)) : std::nullopt};
        for (int left = below(dice_, 4); left > 0; --left) e.tags.push_back(some_text());
        return e;
      }
      default:
        return Unknown{"answered-aloud", R"({"k":"answered-aloud", "x":[[{"y":-0.10e-2}],{},"\ud83d\ude00"] })"};
    }
  }

  SplitMix64 dice_;
};

TEST_CASE("what was written is read as it was, and written again as the same bytes") {
  AnyDeed any(Seed{2026});
  for (int i = 0; i < 4000; ++i) {
    const Deed deed = any.next();
    const std::string line = written(deed);
    CAPTURE(line);
    CHECK(line.find('\n') == line.npos);
    const LineRead read = read_line(line);
    REQUIRE(read.fault == LineFault::None);
    REQUIRE(read.deed == deed);
    REQUIRE(written(*read.deed) == line);
    REQUIRE(read.checksum == checksum_of(deed));
  }
}

TEST_CASE("equal deeds are equal bytes, whichever sign their zeros have") {
  const Deed minus = evening({TaskDone{"mock", -0.0, -0.0, ""}, Measured{"score", -0.0, "", ""}});
  const Deed plus = evening({TaskDone{"mock", 0, 0.0, ""}, Measured{"score", 0, "", ""}});
  CHECK(minus == plus);
  CHECK(written(minus) == written(plus));
}

TEST_CASE("a note that is not UTF-8 is written as text nevertheless") {
  const auto read = read_line(written(evening({TaskDone{"mock", 1, {}, "caf\xe9 \xff\xc0\x80."}})));
  REQUIRE(read.deed);
  CHECK(std::get<TaskDone>(read.deed->events[0]).note.starts_with("caf\xef\xbf\xbd "));
}

TEST_CASE("a checksum is the CRC-32 that zlib and Python have") {
  CHECK(line_checksum("") == 0);
  CHECK(line_checksum("123456789") == 0xcbf43926U);
  CHECK(line_checksum("{\"v\":1,\"d\":\"k3f9x2\"") == 0x1a16a458U);
}

}  // namespace
}  // namespace starling
