#include "bench/made_folder.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "source/source.h"
#include "study/study.h"

namespace starling::bench {

namespace {

constexpr int kCardsOfDeck = 100;
constexpr const char* kPlanStart = "2026-09-21";  // so that today is the Monday of the last week

std::string deck_text(int deck) {
  std::string text = fmt::format(
      "schema = 1\n\n[deck]\nid = \"made-{}\"\ntitle = \"Made deck {}\"\narea = \"mixed\"\nweeks = [1]\n", deck, deck);
  for (int card = 0; card < kCardsOfDeck; ++card)
    text += fmt::format(
        "\n[[card]]\nid = \"c{}\"\nkind = \"basic\"\nfront = \"What is item {} of list {}?\"\nback = \"It is answer number "
        "{}, a short line.\"\ntags = [\"made\"]\ndifficulty = 2\n",
        card, card, deck, card);
  return text;
}

// Whole, with one primary principle and two more, scored.
std::string story_text(int number) {
  const auto principle = [&](int step) { return principles()[static_cast<std::size_t>(number * step + step) % kPrincipleCount].id; };
  std::string text = fmt::format("schema = 1\n\n[story]\nid = \"made-{0}\"\ntitle = \"Made story {0}\"\nlevel = \"L6\"\nwhen = \"2025-0{1}\"\n",
                                 number, 1 + number % 9);
  text += fmt::format("\n[[principle]]\nid = \"{}\"\nstrength = \"primary\"\n", principle(1));
  for (const int step : {3, 5})
    if (principle(step) != principle(1) && (step == 3 || principle(5) != principle(3)))
      text += fmt::format("\n[[principle]]\nid = \"{}\"\nstrength = \"secondary\"\n", principle(step));
  text += "\n[sections]\n";
  for (const std::string_view section : {"situation", "task", "action", "result", "reflection"})
    text += fmt::format("{} = \"In that {} I cut the pages of team {} from 40 to 6 a week within a quarter.\"\n", section, section, number);
  text += fmt::format("\n[[metric]]\nname = \"pages a week\"\nbefore = \"40\"\nafter = \"6\"\n\n[score]\n");
  for (const std::string_view name : kScoreNames) text += fmt::format("{} = {}\n", name, 2 + number % 4);
  return text;
}

// The reviews of one card, each on the day that the one before promised, placed so that the last was before today and
// its promise falls on today or later: as many cards are due as a learner who keeps up would find.
void add_life(std::vector<Deed>& deeds, const ItemId& item, int reviews, int number, const DayRule& rule,
              const Policy& policy, const MemoryModel& model) {
  const Day origin = *parse_day("2020-01-06");
  std::vector<Deed> life;
  Standing standing;
  Day on = origin;
  for (int review = 0; review < reviews; ++review) {
    const Seed seed = seed_from(item.text(), static_cast<std::uint64_t>(review));
    const Instant at = rule.moment(on, std::chrono::hours(9));
    const double chance = unit_interval(seed);
    const Grade grade = chance < 0.1 ? Grade::Again : chance < 0.2 ? Grade::Hard : chance < 0.9 ? Grade::Good : Grade::Easy;
    const Outcome outcome = outcomes(standing, at, rule, policy, model, seed)[index_of(grade)];
    life.push_back({{}, 0, at, {}, on,
                    {Answered{item, grade, std::chrono::milliseconds(8000 + review * 500), outcome.after.phase,
                              outcome.after.step, outcome.after.due, {}}}});
    standing = outcome.after;
    on = standing.due.day;
  }
  const int interval = std::max(1, days_between(life.back().day, on));
  const std::chrono::days shift = MadeFolder::today() + std::chrono::days(number % interval) - on;
  for (Deed& deed : life) {
    deed.at += shift;
    deed.day += shift;
    std::get<Answered>(deed.events[0]).due.day += shift;
    deeds.push_back(std::move(deed));
  }
}

// Whoever lives the plan ticks every task in the evening of its day and writes down what was practised.
void add_plan(std::vector<Deed>& deeds, const DayRule& rule) {
  const FileText text = read_file(ContentFolder(STARLING_BUILD_DECKS).plan("amazon-24-week"), kMaxTomlBytes);
  const PlanFile plan = read_plan(*text.text, "plan");
  const Timeline timeline(*plan.plan, {}, *parse_day(kPlanStart));
  for (Day date = timeline.start(); date < MadeFolder::today(); date += std::chrono::days(1)) {
    const auto day = timeline.day_on(date);
    if (!day) continue;
    int minute = 0;
    for (const Task* task : day->tasks) {
      Deed deed{{}, 0, rule.moment(date, std::chrono::hours(20) + std::chrono::minutes(minute++)), {}, date, {}};
      deed.events.emplace_back(TaskDone{task->id, static_cast<double>(task->count.value_or(1)), 1.0 * task->minutes, ""});
      for (const std::string& problem : task->problems) deed.events.emplace_back(Solved{problem, "", "", 25.0, true, {}, ""});
      if (!task->exercise.empty()) deed.events.emplace_back(Designed{task->exercise, "", "", 45.0, {}, ""});
      if (!task->mock.empty()) deed.events.emplace_back(Mocked{task->mock, "", 60.0, {}, {}, ""});
      deeds.push_back(std::move(deed));
    }
  }
}

// As one device would have written them, a file a month.
void write_lines(const StudyFolder& folder, std::vector<Deed> deeds) {
  std::stable_sort(deeds.begin(), deeds.end(), [](const Deed& a, const Deed& b) { return a.at < b.at; });
  const std::string device = "made00";
  std::map<std::string, std::string> months;
  std::int64_t order = 0;
  for (std::size_t i = 0; i < deeds.size(); ++i) {
    Deed& deed = deeds[i];
    order = std::max<std::int64_t>(order + 1, deed.at.time_since_epoch().count());
    deed.id = {device, static_cast<std::int64_t>(i) + 1};
    deed.order = order;
    months[to_string(deed.day).substr(0, 7)] += written(deed) + '\n';
  }
  make_folder(folder.log() / device);
  for (const auto& [month, lines] : months) write_file(folder.log() / device / (month + ".jsonl"), lines);
}

void fill(const std::filesystem::path& path, const Made& made) {
  const StudyFolder folder(path / "study");
  folder.make(fmt::format("start = {}\n[day]\ntime_zone = \"UTC\"\n[review]\nreviews_per_day = 10000\n",
                          made.plan ? kPlanStart : "2026-11-23"));
  for (int deck = 0; deck * kCardsOfDeck < made.cards; ++deck)
    write_file(folder.decks() / fmt::format("made-{}.toml", deck), deck_text(deck));
  for (int story = 0; story < made.stories; ++story)
    write_file(folder.stories() / fmt::format("made-{}.toml", story), story_text(story));
  if (made.reviews_each == 0 && made.tellings_each == 0) return;

  const DayRule rule("UTC", 4);
  Policy policy = policy_of(Settings{}, ItemKind::Card);
  policy.learning_steps.clear();
  policy.relearning_steps.clear();
  const MemoryModel model(default_weights());
  std::vector<Deed> deeds;
  const Policy told = policy_of(Settings{}, ItemKind::Story);
  for (int story = 0; story < made.stories; ++story)
    add_life(deeds, story_item(fmt::format("made-{}", story)), made.tellings_each, story, rule, told, model);
  for (int card = 0; card < made.cards; ++card)
    add_life(deeds, *ItemId::parse(fmt::format("made-{}/c{}", card / kCardsOfDeck, card % kCardsOfDeck)), made.reviews_each,
             card, rule, policy, model);
  if (made.plan) add_plan(deeds, rule);
  write_lines(folder, std::move(deeds));
}

}  // namespace

Day MadeFolder::today() { return *parse_day("2027-03-01"); }

MadeFolder::MadeFolder(const Made& made) {
  std::string name = (std::filesystem::temp_directory_path() / "starling-bench-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
  // In a process of its own: the memory it takes would count as that of every program started afterwards.
  const pid_t child = ::fork();
  if (child == 0) {
    fill(path_, made);
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  if (child < 0 || status != 0) throw std::runtime_error("the folder could not be made");
}

MadeFolder::~MadeFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace starling::bench
