// A learner with a folder and a deck of their own, who can open it on any day.
#pragma once

#include <string>
#include <vector>

#include "study/study.h"
#include "support/home.h"

namespace starling::test {

inline const std::string kPlainSettings =
    "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\nrest_days = []\n";

class DeckLearner {
 public:
  // `count` cards "mine/c0", "mine/c1" …, and no plan's rest days of their own.
  explicit DeckLearner(int count, const std::string& settings = kPlainSettings) {
    home.write("starling.toml", settings);
    std::string deck = "schema = 1\n[deck]\nid = \"mine\"\ntitle = \"Mine\"\narea = \"mixed\"\nweeks = [1]\n";
    for (int i = 0; i < count; ++i)
      deck += "[[card]]\nid = \"c" + std::to_string(i) + "\"\nkind = \"basic\"\nfront = \"Question " +
              std::to_string(i) + "?\"\nback = \"Answer " + std::to_string(i) + "\"\n";
    home.write("decks/mine.toml", deck);
  }

  [[nodiscard]] Study on(Day day) const { return on(to_string(day)); }
  [[nodiscard]] Study on(const std::string& moment) const {
    return Study(StudyFolder(home.path()), ContentFolder(shipped_content()), clock, parse_day_and_time(moment));
  }

  TemporaryFolder home;
  FixedClock clock{Instant{}};
};

inline QueueFilter mine() {
  QueueFilter filter;
  filter.deck = "mine";
  return filter;
}

inline std::vector<std::string> ids(const Queue& queue) {
  std::vector<std::string> list;
  for (const QueuedCard& card : queue.cards) list.push_back(card.item->id);
  return list;
}

}  // namespace starling::test
