#include "bench/made_folder.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "source/source.h"
#include "store/store.h"
#include "study/study.h"

namespace starling::bench {

namespace {

constexpr int kCardsOfDeck = 100;

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

// The reviews of one card, each on the day that the one before promised, placed so that the last was before today and
// its promise falls on today or later: as many cards are due as a learner who keeps up would find.
void add_life(std::vector<Event>& events, const std::string& item, int reviews, int number, const DayRule& rule,
              const Policy& policy, const MemoryModel& model) {
  const Day origin = *parse_day("2020-01-06");
  std::vector<Event> life;
  Standing standing;
  Day on = origin;
  for (int review = 0; review < reviews; ++review) {
    const Seed seed = seed_from(item, static_cast<std::uint64_t>(review));
    const Instant at = rule.moment(on, std::chrono::hours(9));
    const double chance = unit_interval(seed);
    const Grade grade = chance < 0.1 ? Grade::Again : chance < 0.2 ? Grade::Hard : chance < 0.9 ? Grade::Good : Grade::Easy;
    const Outcome outcome = outcomes(standing, at, rule, policy, model, seed)[static_cast<std::size_t>(grade) - 1];
    life.push_back({0, at, on, item,
                    Reviewed{grade, std::chrono::milliseconds(8000 + review * 500), outcome.after.phase,
                             outcome.after.step, outcome.after.due}});
    standing = outcome.after;
    on = standing.due.day;
  }
  const int interval = std::max(1, days_between(life.back().day, on));
  const std::chrono::days shift = MadeFolder::today() + std::chrono::days(number % interval) - on;
  for (Event& event : life) {
    event.at += shift;
    event.day += shift;
    std::get<Reviewed>(event.what).due.day += shift;
    events.push_back(std::move(event));
  }
}

void fill(const std::filesystem::path& path, int cards, int reviews_each) {
  const StudyFolder folder(path);
  folder.make("start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n");
  for (int deck = 0; deck * kCardsOfDeck < cards; ++deck)
    write_file(folder.decks() / fmt::format("made-{}.toml", deck), deck_text(deck));
  if (reviews_each == 0) return;

  const DayRule rule("UTC", 4);
  Settings settings;
  settings.learning_steps.clear();
  settings.relearning_steps.clear();
  const Policy policy = card_policy(settings);
  const MemoryModel model(default_weights());
  std::vector<Event> events;
  for (int card = 0; card < cards; ++card)
    add_life(events, fmt::format("made-{}/c{}", card / kCardsOfDeck, card % kCardsOfDeck), reviews_each,
             card, rule, policy, model);
  std::stable_sort(events.begin(), events.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
  Store store(folder.history());
  store.derive(model, "fsrs-6 default");
  store.append_all(events, model);
}

}  // namespace

Day MadeFolder::today() { return *parse_day("2027-03-01"); }

MadeFolder::MadeFolder(int cards, int reviews_each) {
  std::string name = (std::filesystem::temp_directory_path() / "starling-bench-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
  // In a process of its own: the memory it takes would count as that of every program started afterwards.
  const pid_t child = ::fork();
  if (child == 0) {
    fill(path_, cards, reviews_each);
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
