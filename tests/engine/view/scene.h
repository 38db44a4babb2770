// Everything that a view is made of, from values: a few cards, states that a test sets, a day.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/history.h"
#include "support/home.h"
#include "support/own_deck.h"
#include "view/view.h"

namespace starling::test {

// Beside what can be asked, what is put away by its text.
inline const std::string kSceneDeck = kOwnDeck + R"([[card]]
id = "away"
kind = "basic"
front = "Away?"
back = "Yes"
suspended = true
[[card]]
id = "gone"
kind = "basic"
front = "Gone?"
back = "Yes"
retired = true
)";

class Scene {
 public:
  explicit Scene(const std::string& deck = kSceneDeck, const Settings& chosen = {}) : settings(chosen) {
    folder_.write("study/decks/mine.toml", deck);
    library_.emplace(library_over(folder_, store_, settings));
    timeline_.emplace(*library_->plan(), PlanDates{test::day("2026-11-23"), test::day("2027-05-07")},
                      test::day("2026-11-23"));
  }

  Settings settings;
  ItemStates states;
  PlanProgress progress;
  MemoryModel model{default_weights()};
  DayRule rule{"UTC", 4};
  Moment now = at("2026-11-23");

  [[nodiscard]] Moment at(const char* date) const {
    return {rule.moment(test::day(date), std::chrono::hours(12)), test::day(date)};
  }
  [[nodiscard]] const Library& library() const { return *library_; }
  [[nodiscard]] Standpoint from() const {
    return {settings, *library_, *timeline_, states, progress, model, rule, now};
  }
  [[nodiscard]] DayFrame frame() const {
    DayFrame day;
    day.now = now;
    const Position where = timeline_->on(now.day);
    day.plan_day = where.offset;
    day.plan_week = where.week;
    day.cooling_from = cooling_from(*library_->plan());
    day.days_left = timeline_->days_left(now.day);
    day.nothing_new_days = nothing_new_days(days_between(timeline_->start(), timeline_->interview()));
    day.nothing_new = why_nothing_new(day.days_left, day.nothing_new_days);
    day.asking = asking_on(false, false, day.days_left, day.nothing_new_days);
    return day;
  }
  [[nodiscard]] Agenda agenda(DayFrame frame, Wish wish = {}) const {
    return Agenda(library_->items(), states, std::move(frame), {}, model, std::move(wish));
  }
  [[nodiscard]] Agenda agenda() const { return agenda(frame()); }
  [[nodiscard]] const Item& item(std::string_view id) const { return *library_->find(test::item(id)); }
  // In review since `since`, due on `due`.
  void review(std::string_view id, const char* since, const char* due) {
    ItemState& state = states[test::item(id)];
    state.reviews = 1;
    state.first_day = test::day(since);
    state.standing = {Phase::Review, 0, model.first_review(Grade::Good), test::day(since), Due{test::day(due), {}},
                      at(since).at};
  }

 private:
  static Library library_over(const TemporaryFolder& folder, Store& store, const Settings& settings) {
    return {StudyFolder(folder / "study"), ContentFolder(shipped_content()), settings.plan,
            StoryReading{settings.target_seconds, settings.story_cards}, store};
  }
  // A cache that has the shipped content already: parsing every deck is most of a scene.
  static StorePlace store_place(const TemporaryFolder& folder) {
    static const TemporaryFolder parsed;
    static const bool made = [] {
      Store store(StorePlace{parsed / "cache", parsed / "study/log", "test"});
      (void)library_over(parsed, store, {});
      return true;
    }();
    if (made) std::filesystem::copy(parsed / "cache", folder / "cache", std::filesystem::copy_options::recursive);
    return {folder / "cache", folder / "study/log", "test"};
  }

  TemporaryFolder folder_;
  Store store_{store_place(folder_)};
  std::optional<Library> library_;
  std::optional<Timeline> timeline_;
};

}  // namespace starling::test
