// The real program, killed at any moment.
#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/child.h"
#include "support/history.h"

using namespace starling;
using test::Child;
using test::contains;
using test::Desk;
using test::Json;

namespace {

constexpr const char* kDate = "2026-12-14";

int questions_in(const std::string& text) {
  constexpr std::string_view kSign = " min\n\n";
  int count = 0;
  for (std::size_t at = 0; (at = text.find(kSign, at)) != text.npos; at += kSign.size()) ++count;
  return count;
}

}  // namespace

TEST_SUITE("life") {
  TEST_CASE("killing a sitting loses no answer whose next card was shown") {
    for (int answers = 1; answers <= 5; ++answers) {
      Desk desk;
      desk.begin();
      {
        const Child sitting(desk, {"review", "--date", kDate, "--quiet"});
        std::string seen;
        for (int given = 0; given <= answers; ++given) {
          while (questions_in(seen) <= given) {
            const std::string more = sitting.read();
            REQUIRE_FALSE(more.empty());
            seen += more;
          }
          if (given < answers) sitting.type("\n4\n");  // shows the answer; easy
        }
        sitting.kill();
      }
      CHECK(desk("stats --json --date 2026-12-14").json()["today"]["reviews"] == answers);
      CHECK(desk("undo --date 2026-12-14").exit == 0);
      CHECK(desk("stats --json --date 2026-12-14").json()["today"]["reviews"] == answers - 1);
    }
  }
}

namespace {

// How many calls are killed: few in a run of all tests, thousands by STARLING_KILLS.
int kills() {
  const char* wanted = std::getenv("STARLING_KILLS");
  return wanted ? std::max(1, std::atoi(wanted)) : 60;
}

bool takes_back(const Deed& deed, const std::string& id) {
  return std::ranges::any_of(deed.events, [&](const Event& event) {
    const auto* undone = std::get_if<Undone>(&event);
    return undone && to_string(undone->deed) == id;
  });
}

bool adopts(const Deed& deed) {
  return std::ranges::any_of(deed.events, [](const Event& event) { return std::holds_alternative<Adopted>(event); });
}

// A learner whose power fails all the time. What was told as kept has to be there.
class Unlucky {
 public:
  explicit Unlucky(Seed seed) : dice_(seed) {}

  void do_something() {
    const std::uint64_t choice = dice_.below(20);
    if (!began_ || choice == 0) return begin();
    if (choice < 4) return undo();
    if (choice < 8) return review();
    if (choice < 10) return optimise();
    answer();
  }

  // It works, and what the cache says is what the lines add up to.
  void check() {
    REQUIRE(desk_("stats --json --date 2026-12-14").exit == 0);
    const FixedClock clock{Instant{}};
    const Study study(desk_.place(), clock, DayAndTime{test::day(kDate), {}});
    CHECK(study.states() == fold_items(deeds(), study.model()));
  }

  [[nodiscard]] std::string told() const {
    return fmt::format("told as kept: {} answers, {} of sittings, {} undos, {} adoptions", answers_, of_sittings_, undos_,
                       adoptions_);
  }

 private:
  // Killed somewhere in the time that it mostly takes; what it printed before.
  std::string run_and_kill(std::vector<std::string> words, int most_ms) {
    words.insert(words.end(), {"--date", kDate});
    const Child child(desk_, std::move(words));
    ::usleep(static_cast<useconds_t>(dice_.below(static_cast<std::uint64_t>(most_ms) * 1000)));
    child.kill();
    return child.read_all();
  }
  // The whole reply in JSON, or null where it was cut short.
  Json reply(std::vector<std::string> words, int most_ms) {
    const std::string out = run_and_kill(std::move(words), most_ms);
    return out.ends_with('\n') ? Json::parse(out) : Json();
  }

  [[nodiscard]] std::vector<Deed> deeds() const {
    std::vector<Deed> deeds;
    for (const LogFile& file : list_log(desk_.home() / "log").files)
      (void)read_lines(desk_.home() / "log" / file.name, {}, [&](LineRead line, const LinePlace&) {
        if (line.deed) deeds.push_back(std::move(*line.deed));
      });
    return in_order(std::move(deeds));
  }
  template <class Is>
  [[nodiscard]] auto count(const Is& is) const {
    return std::ranges::count_if(deeds(), is);
  }

  void begin() {
    std::filesystem::remove_all(desk_.home());
    (void)run_and_kill({"today"}, 60);
    REQUIRE(desk_("today --date 2026-12-14").exit == 0);
    desk_.begin();  // some weeks ago
    // Enough answers of other days for a proposal.
    std::filesystem::create_directories(desk_.home() / "log/befor3");
    std::ofstream(desk_.home() / "log/befor3/2026-11.jsonl") << past_;
    began_ = true;
  }

  void answer() {
    static constexpr std::array kItems{"lp-dive-deep/meaning", "lp-think-big/meaning", "lp-ownership/neighbour-lost-rows"};
    const Json told = reply({"answer", kItems[dice_.below(kItems.size())], "good", "--json"}, 30);
    if (told.is_null()) return;
    ++answers_;
    CHECK(count([&](const Deed& deed) { return to_string(deed.id) == told["deed"]; }) == 1);
  }

  void undo() {
    const Json told = reply({"undo", "--json"}, 30);
    if (told.is_null()) return;
    for (const Json& event : told["events"]) {
      ++undos_;
      CHECK(count([&](const Deed& deed) { return takes_back(deed, event["deed"]); }) >= 1);
    }
  }

  void review() {
    using Clock = std::chrono::steady_clock;
    const auto before = std::ssize(deeds());
    const Child sitting(desk_, {"review", "--quiet", "--ahead", "60", "--date", kDate});
    const auto end = Clock::now() + std::chrono::milliseconds(dice_.below(100));
    int shown = 0;
    while (sitting.prints(std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()))) {
      const std::string some = sitting.read();
      if (some.empty()) break;
      const int questions = questions_in(some);
      for (int i = 0; i < questions; ++i) sitting.type("\n3\n");
      shown += questions;
    }
    sitting.kill();
    shown += questions_in(sitting.read_all());
    const int kept = std::max(0, shown - 1);
    of_sittings_ += kept;
    CHECK(std::ssize(deeds()) >= before + kept);
  }

  void optimise() {
    const auto before = count(adopts);
    const Json told = reply({"optimise", "--apply", "--json", "--model", "fsrs-6", "--epochs", "1"}, 150);
    const auto after = count(adopts);
    CHECK(after - before <= 1);
    if (told.is_null() || !told.value("applied", false)) return;
    ++adoptions_;
    CHECK(after == before + 1);
  }

  static std::string past() {
    std::string lines;
    SplitMix64 dice(Seed{3});
    std::int64_t number = 0;
    for (int day = 0; day < 20; ++day)
      for (int card = 0; card < 40; ++card) {
        const Day on = test::day("2026-11-20") + std::chrono::days(day);
        const Instant at = DayRule("UTC", 4).moment(on, std::chrono::minutes(600 + card));
        const Grade grade = dice.below(5) == 0 ? Grade::Again : Grade::Good;
        const Answered answered{test::item(fmt::format("gone/c{}", card)), grade, std::chrono::seconds(9),
                                Phase::Review, 0, Due{on + std::chrono::days(3), {}}, {}};
        lines += written({{"befor3", ++number}, at.time_since_epoch().count(), at, {}, on, {answered}}) + '\n';
      }
    return lines;
  }

  Desk desk_;
  SplitMix64 dice_;
  const std::string past_ = past();
  bool began_ = false;
  int answers_ = 0;
  int of_sittings_ = 0;
  int undos_ = 0;
  int adoptions_ = 0;
};

}  // namespace

TEST_SUITE("life") {
  TEST_CASE("killing it at any moment of anything loses nothing that was told as kept") {
    Unlucky learner(Seed{static_cast<std::uint64_t>(kills())});
    for (int i = 0; i < kills(); ++i) {
      CAPTURE(i);
      learner.do_something();
      learner.check();
    }
    MESSAGE(learner.told());
  }
}

namespace {

std::filesystem::path only_log_file(const Desk& desk) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(desk.home() / "log"))
    if (entry.path().extension() == ".jsonl") return entry.path();
  return {};
}

void answer_three(Desk& desk) {
  desk.begin();
  for (const std::string card : {"lp-think-big/meaning", "lp-have-backbone/hour-after", "estimation-numbers/million-a-day"})
    CHECK(desk("answer " + card + " good").exit == 0);
}

}  // namespace

TEST_CASE("a history that is gone is named by every command that would go on without it, and then by doctor") {
  Desk desk;
  answer_three(desk);
  const std::string device = only_log_file(desk).parent_path().filename();
  std::filesystem::remove_all(desk.home() / "log");
  const std::string sentence = "his machine wrote up to " + device + "-3, and none of it is here";
  for (const std::string line : {"today", "stats", "answer lp-think-big/meaning good"}) {
    CAPTURE(line);
    const auto reply = desk(line);
    CHECK(reply.err == "T" + sentence + ": 'starling restore FILE' brings it from a backup, a sync from another machine; more: "
                                        "starling doctor\n");
  }
  CHECK(desk("stats").err.empty());
  for (int i = 0; i < 2; ++i) {
    CHECK(contains(desk("doctor").out, "t" + sentence));
    CHECK(contains(desk("today").err, "T" + sentence + ": 'starling restore FILE'"));
    CHECK(desk("answer lp-think-big/meaning good").err.empty());
  }
  // Who knows that it is gone for good says so.
  CHECK(contains(desk("doctor").out, "delete "));
  for (const auto& entry : std::filesystem::recursive_directory_iterator(desk.folder / "state"))
    if (entry.path().string().ends_with("-given-up")) std::filesystem::remove(entry.path());
  CHECK_FALSE(contains(desk("doctor").out, sentence));
  CHECK(desk("today").err.empty());
}

TEST_CASE("the last deed that was told as kept is missed when it is gone, and so is half of it") {
  for (const bool half : {false, true}) {
    CAPTURE(half);
    Desk desk;
    answer_three(desk);
    const auto file = only_log_file(desk);
    desk.columns = 100;
    const std::string text = test::text_of(file);
    const std::size_t last = text.rfind('\n', text.size() - 2) + 1;
    std::filesystem::resize_file(file, half ? text.size() - 40 : last);
    const auto reply = desk("doctor");
    CHECK(contains(reply.out, "-3, and only what is up to 2 is here"));
    CHECK_FALSE(contains(reply.out, "nothing that was told as kept"));
    CHECK(contains(desk("today").err, "only what is up to 2 is here"));
  }
}

TEST_CASE("a log that is a link to nothing is named") {
  Desk desk;
  answer_three(desk);
  std::filesystem::remove_all(desk.home() / "log");
  std::filesystem::create_symlink("nowhere", desk.home() / "log");
  CHECK(contains(desk("doctor").out, "log is a link to nothing"));
  CHECK(contains(desk("today").err, "none of it is here"));
}
