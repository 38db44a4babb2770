// What of the gathered items today has room for.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "agenda/asked.h"
#include "agenda/choice.h"
#include "agenda/gathered.h"
#include "agenda/spent.h"

namespace starling {

// What closed a stage, by kind: something of this kind was too long for the minutes, or a count was used up, which is
// the same for every kind.
class Closed {
 public:
  [[nodiscard]] bool is(std::size_t kind) const { return by_kind_[kind].has_value(); }
  [[nodiscard]] bool all(const CountByKind& kinds) const;
  void close(std::size_t kind, Obstacle obstacle);
  // Minutes last; nothing where it is open for every kind.
  [[nodiscard]] std::optional<Obstacle> any() const;
  // Of what was not taken.
  [[nodiscard]] Obstacle why(std::size_t kind) const { return by_kind_[kind].value_or(Obstacle::Minutes); }

 private:
  std::array<std::optional<Obstacle>, kItemKinds.size()> by_kind_;
};

class Cut {
 public:
  // `gathered` outlives this.
  explicit Cut(Gathered& gathered) : in_(gathered) {}

  // Cuts anew: looks at what was asked before, at what is asked now, and at as much behind it as shows that the day
  // is full. `left` is what `spent` leaves of the day, `stories` is how many may be told.
  void make(Budget left, int stories, const Spent& spent);

  [[nodiscard]] const std::vector<Asked>& cards() const { return cards_; }
  [[nodiscard]] const std::vector<Asked>& stories() const { return stories_; }
  // Without the minutes of the budget and those spent.
  [[nodiscard]] const AgendaCounts& counts() const { return counts_; }
  // Why an item of the rows is not asked, where room is the reason; nothing where it is not for today.
  [[nodiscard]] std::optional<Obstacle> obstacle(ItemIndex index) const;

 private:
  void clear();
  void take(ItemIndex index, Reason reason, Budget& left, Turn turn);
  void take_seen(const Row& row, std::size_t most, Stage stage, Budget& left);
  // Of what is due, what comes behind new ones.
  void take_practice(Budget& left);
  // Of the kinds that `count` says there are any of; how many were taken.
  std::size_t take_kinds(const CountByKind& count, const Row& row, std::size_t most, Stage stage, Budget& left);
  [[nodiscard]] std::size_t reach(const Row& row, std::size_t most) const;
  // Of those of a row that were not taken, nor wait for a sibling.
  [[nodiscard]] int gaining_by_waiting(const Row& row) const;
  // Marks those of the stage that have a sibling among the cards taken so far, and says how many of `row` they are.
  std::size_t mark_behind(Stage stage);
  void take_new(Budget& left);
  // That steps of what was begun today will take.
  [[nodiscard]] double seconds_of_begun() const;
  // What new ones leave to what is due, where they come first and may have so many seconds.
  [[nodiscard]] double seconds_for_due(const Budget& left, double for_new) const;
  [[nodiscard]] bool is_behind_with(std::size_t kind) const;
  // Those from `first` on, as far as they are of one rank.
  void mix(std::size_t first, std::size_t end);
  void mix_steps(std::size_t first, Stage stage);
  template <class See>
  void follow(const WholeEntry& begun, ItemIndex turn, See see);
  // Whether it is a story that competes with what is due.
  [[nodiscard]] static bool is_weighed(const Entry& entry);
  void choose(ItemIndex story);
  void choose_untold_stories(const Spent& spent, Budget& left);
  void choose_weighed_stories(double least_urgency, Budget& left);
  void choose_stories();
  [[nodiscard]] std::optional<Due> next() const;

  Gathered& in_;
  std::vector<Asked> cards_;
  std::vector<Asked> stories_;
  AgendaCounts counts_;
  std::vector<ItemIndex> followers_;
  std::vector<ItemIndex> behind_;
  std::string last_group_;
  int stories_left_ = 0;
  std::size_t pass_reach_ = 0;  // how much of its row the share of the pass is
  bool due_behind_ = false;     // something that is due waits for a sibling
  std::array<Closed, static_cast<std::size_t>(Stage::Story) + 1> closed_;  // that of the pass under Later
};

[[nodiscard]] Turn turn_of(Stage stage);

}  // namespace starling
