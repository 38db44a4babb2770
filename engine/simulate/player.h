// One learner's days, played through.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "agenda/agenda.h"
#include "simulate/chance.h"
#include "simulate/daily_memory.h"
#include "simulate/priced.h"
#include "simulate/lives.h"

namespace starling {

// One answer as it was played.
struct PlayedAnswer {
  int day = 0;
  int card = 0;  // the known ones first, then the new ones in the order in which they open
  Grade grade = Grade::Good;
  MemoryState believed;  // afterwards
  int due_day = 0;
};

// Holds the room for one life at a time and is used for many, so that nothing is allocated on the way.
class Player {
 public:
  // `witness` is told every answer in the order in which they are given. It changes no figure, but takes time: without
  // one, a day that holds all that is due is not put in order.
  // `priced` is of the run's scenario and outlives this; without it the policy deadline is played as half-left, to which
  // it falls back.
  explicit Player(const Run& run, const PricedScenario* priced = nullptr, std::function<void(const PlayedAnswer&)> witness = {});

  // Whose life it is.
  struct Life {
    Seed seed;
    std::uint64_t learner = 0;
  };
  // Adds one life to `sum`, whose `days` are as many as the scenario's; of the effort what is to be known of it counts,
  // and whether days are skipped.
  // `go_on` is asked after each day; when it says no, the life is left half done.
  void play(const Life& life, const Effort& effort, const std::function<bool()>& go_on, Simulation& sum);

 private:
  // A card that may be asked today and what would come of it.
  struct Asked {
    int card = 0;
    Grade grade = Grade::Good;
    double seconds = 0;
  };
  // The highest comes first: by urgency, and of equal ones the card that opened earlier.
  struct Ranked {
    double urgency = 0;
    int opened = 0;  // its place in the order of opening
    int card = 0;
    auto operator<=>(const Ranked& other) const {
      const auto order = urgency <=> other.urgency;
      return order != 0 ? order : std::partial_ordering(other.opened <=> opened);
    }
    bool operator==(const Ranked&) const = default;
  };
  // `left` knows what the day had seen before; the figures do not.
  struct Today {
    int day = 0;
    Budget left;
    double seconds = 0;
    int reviews = 0;
    int fresh = 0;
    int steps = 0;
    int tellings = 0;     // stories that may be told yet
    bool behind = false;  // a card that was seen waits for minutes
  };

  [[nodiscard]] ItemWeight weight(int card) const { return weight_of(scenario_, opened_as_[static_cast<std::size_t>(card)]); }
  [[nodiscard]] double review_seconds(int card) const { return review_seconds_ * weight(card).cost; }
  void begin(const Life& life);
  void note(int card, int last_day);
  void put_into_due(int card, int due_day);
  void take_out_of_due(int card);
  // Nothing on a day that is skipped.
  [[nodiscard]] Asking asking_on_day(int day) const;
  void play_day(Today& today);
  void take_due(int day);
  [[nodiscard]] bool is_priced(int day) const { return priced_ && day < priced_->days_left(); }
  [[nodiscard]] double gain(int card, int day) const;
  void take_worthwhile(int day);
  void follow_prices(int card, int day);
  // What new ones leave to what waits, where they come first.
  [[nodiscard]] double seconds_for_waiting(const Today& today) const;
  [[nodiscard]] Asked ask(int card, int day) const;
  // Whether it waits for a sibling that was asked on that day.
  [[nodiscard]] bool is_held(int card, int day) const;
  [[nodiscard]] bool is_whole_asked(int card, int day) const;
  void note_asked(int card, int day);
  [[nodiscard]] bool any_held(int day);
  [[nodiscard]] bool everything_fits(const Today& today);
  [[nodiscard]] double urgency_of(int card, int day) const;
  void review_waiting(Today& today);
  // Of those that wait, what comes behind new ones.
  void put_practice_behind();
  void review_practice(Today& today);
  [[nodiscard]] ItemKind kind(int card) const { return kind_of(scenario_, opened_as_[static_cast<std::size_t>(card)]); }
  [[nodiscard]] bool is_story(int card) const { return kind(card) == ItemKind::Story; }
  [[nodiscard]] bool is_too_long(int card) const { return std::ranges::find(too_long_, weight(card).cost) != too_long_.end(); }
  // Tellings are none of the reviews a day.
  [[nodiscard]] Turn turn_of(int card) const { return is_story(card) ? Turn::Step : Turn::Review; }
  // Whether nothing more is reviewed on that day, since there is no room for this one.
  [[nodiscard]] bool ends_reviews(Obstacle obstacle, int card, Today& today);
  void review(const Asked& asked, Today& today);
  void begin_new(Today& today);
  void let_pass(int card);
  struct First {
    int steps = 0;
    double seconds = 0;
  };
  First meet(int card, int day);
  void learn(int card, Today& today);
  void begin_practised(int day);
  void final_pass(Today& today);
  void schedule(int card, int day, Grade grade);
  [[nodiscard]] Budget budget_on(int day) const;
  [[nodiscard]] bool met_before(int card, int day) const;
  [[nodiscard]] double noise(int card, double sigma) const;
  // The sum of the chances of recall on that day, of all that were begun.
  [[nodiscard]] double recalled_on(int day) const;
  void add_end(const Effort& effort, Simulation& sum);

  Scenario scenario_;
  const PricedScenario* priced_;
  DailyMemory believed_mind_;
  DailyMemory actual_mind_;
  double noise_per_review_ = 0;
  double noise_per_card_ = 0;
  bool same_;  // the scheduler is right about memory, so that one state does for both
  double review_seconds_;  // of a card, expected, with the steps of a lapse
  double first_seconds_;  // expected, with the steps
  double least_cost_;
  int cards_ = 0;
  std::function<void(const PlayedAnswer&)> witness_;
  CardChance day_chance_;  // by day in the place of the answer
  bool skips_ = true;      // Effort::skips

  // By card: the known ones first, then the new ones in the order in which they are begun, and those that are not yet
  // in the order in which they open: one that waits for a sibling lets others pass.
  std::vector<int> opened_as_;  // where it stood when nothing was begun
  std::vector<int> whole_;      // empty where no card has a sibling
  std::vector<MemoryState> believed_;
  std::vector<MemoryState> actual_;
  std::vector<CardChance> chance_;
  std::vector<int> last_day_;
  std::vector<double> per_day_;  // 1 / actual stability
  std::vector<int> due_day_;
  std::vector<float> gains_;    // of each card by day, where there are prices
  std::vector<int> answers_;
  std::vector<int> asked_on_;   // by whole: the last day
  std::vector<int> met_on_;     // likewise, room for any_held
  std::vector<int> next_due_;   // the next card of the same due day, or -1
  std::vector<int> first_due_;  // by day
  int begun_ = 0;               // cards [0, begun_) were seen
  int opened_ = 0;              // cards [0, opened_) may be seen
  int met_ = 0;                 // cards [0, met_) were seen before the final pass, as far as it is told
  std::vector<int> waiting_;    // due today or before
  std::vector<int> practice_;   // and of those what comes behind new ones
  std::vector<Asked> asked_;
  std::vector<Ranked> ranked_;
  std::vector<double> too_long_;  // costs for which the day has no room any more
  std::vector<double> recall_;  // room for the end
};

}  // namespace starling
