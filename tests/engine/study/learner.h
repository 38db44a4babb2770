// A learner with a folder and a deck of their own, who can open it on any day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "study/study.h"
#include "support/history.h"
#include "support/home.h"
#include "support/own_deck.h"
#include "support/parsed_decks.h"

namespace starling::test {

inline const std::string kPlainSettings =
    "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\nrest_days = []\n";

// A study folder with its own cache and state beside it, as on one machine.
class Learner {
 public:
  explicit Learner(const std::string& settings = kPlainSettings) {
    write("starling.toml", settings);
    keep_parsed_decks(place());
  }

  void write(const std::string& name, const std::string& text) const { place_.write("study/" + name, text); }
  [[nodiscard]] std::filesystem::path home() const { return place_ / "study"; }
  [[nodiscard]] std::filesystem::path cache() const { return place_ / "cache"; }
  [[nodiscard]] std::filesystem::path state() const { return place_ / "state"; }

  [[nodiscard]] StudyPlace place() const {
    return {StudyFolder(home()), ContentFolder(shipped_content()), cache(), state(), "/etc/machine-id",
            [this] { return dice_.next(); }};
  }
  [[nodiscard]] Study on(Day day) const { return on(to_string(day)); }
  [[nodiscard]] Study on(const std::string& moment) const { return Study(place(), clock, parse_day_and_time(moment)); }

  FixedClock clock{Instant{}};

 private:
  TemporaryFolder place_;
  mutable SplitMix64 dice_{Seed{5}};
};

class DeckLearner : public Learner {
 public:
  // `count` cards "mine/c0", "mine/c1" …, and no plan's rest days of their own.
  explicit DeckLearner(int count, const std::string& settings = kPlainSettings) : Learner(settings) {
    std::string deck = kOwnHead;
    for (int i = 0; i < count; ++i) {
      const std::string number = std::to_string(i);
      deck += own_card("c" + number, "Question " + number + "?", "Answer " + number);
    }
    write("decks/mine.toml", deck);
  }
};

// What is there under an id.
inline const Item& found(const Study& study, std::string_view id) { return *study.library().find(item(id)); }
inline ItemState state(const Study& study, std::string_view id) { return study.state(item(id)); }
inline std::array<Outcome, 4> preview(const Study& study, std::string_view id) { return study.preview(found(study, id)); }

// What an answer did, and how the item stands after it.
struct Gave {
  Did did;
  ItemState after;
  [[nodiscard]] const AnswerView& view() const { return did.view; }
  [[nodiscard]] Day due() const { return did.view.due.day; }
};
inline Gave answer(Study& study, std::string_view id, Grade grade,
                   std::optional<std::chrono::milliseconds> took = std::nullopt) {
  Did did = study.answer(found(study, id), grade, took);
  return {did, state(study, id)};
}
inline Gave answer(Study&& study, std::string_view id, Grade grade) { return answer(study, id, grade); }

// Cards of the own deck alone.
inline Wish mine() {
  Wish wish;
  wish.wanted = [](const Item& each) { return each.id.group() == "mine"; };
  return wish;
}

inline std::vector<std::string> ids(const Agenda& agenda) {
  std::vector<std::string> list;
  for (const Asked& asked : agenda.cards()) list.push_back(asked.item->id.text());
  return list;
}
inline bool holds(const Agenda& agenda, std::string_view id) { return agenda.asked(item(id)) != nullptr; }

}  // namespace starling::test
