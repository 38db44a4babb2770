#include "contest/life.h"

#include <algorithm>
#include <numeric>

#include "contest/luck.h"
#include "fit/fit.h"

namespace starling {

namespace {

constexpr double kLeastStability = 0.001;
constexpr double kMostStability = 36500;
// When another look follows on the same day. FSRS-6 does not count it.
constexpr std::chrono::minutes kUntilNextLook{10};
constexpr Elapsed kLookAgain{WholeDays{0}, FractionalDays{std::chrono::duration<double, std::chrono::days::period>(kUntilNextLook).count()}};

template <std::size_t N>
std::size_t chosen(double unit, const std::array<double, N>& shares) {
  std::size_t i = 0;
  while (i + 1 < N && unit >= shares[i]) unit -= shares[i++];
  return i;
}

struct Looked {
  int day;
  Grade grade;
};

class Life {
 public:
  Life(const Course& course, const Nature& nature, Seed seed)
      : course_(course),
        nature_(nature),
        seed_(seed),
        believed_(course.believed),
        actual_(weights_in_life(nature, seed)) {}

  LifeEnd play(const Rival& rival, const ContestRules& rules) {
    const Way way = rival.begin();
    LifeEnd end;
    int next_refit = rules.refit_days.value_or(0);
    for (int day = 0; day < course_.days; ++day) {
      fresh_ += course_.fresh[static_cast<std::size_t>(day)];
      if (drawn_unit(seed_, kNoCard, day, Luck::Recall) < rules.skip) continue;
      for (; fresh_ > 0; --fresh_) seconds_ += learn(day);
      if (rules.refit_days && day >= next_refit) {
        refit();
        next_refit = (day / *rules.refit_days + 1) * *rules.refit_days;
      }
      sit(day, way, end);
    }
    add_recall(end);
    end.hours = seconds_ / 3600;
    return end;
  }

 private:
  void sit(int day, const Way& way, LifeEnd& end) {
    const double minutes = course_.minutes * 60;
    double left = minutes;
    for (const int card : way({course_, believed_, cards_, day})) {
      if (left <= 0) break;
      if (cards_[static_cast<std::size_t>(card)].last_day == day) continue;
      const double seconds = review(static_cast<std::size_t>(card), day);
      end.most_item = std::max(end.most_item, seconds);
      left -= seconds;
    }
    end.most_over = std::max(end.most_over, -left);
    end.most_minutes = std::max(end.most_minutes, (minutes - left) / 60);
    seconds_ += minutes - left;
  }

  double learn(int day) {
    const std::size_t card = cards_.size();
    const std::size_t grade = chosen(drawn_unit(seed_, card, 0, Luck::Grade), course_.habits.first_shares);
    const int looks = course_.looks.after_first[grade];
    cards_.push_back({believed_.first_review(kGrades[grade]), day, 1});
    actuals_.push_back(actual_.first_review(kGrades[grade]));
    looked_.push_back({{day, kGrades[grade]}});
    look_again(card, day, looks);
    disturb(card, 0, nature_.noise_per_card);
    return course_.habits.first_seconds[grade] + looks * course_.habits.step_seconds;
  }

  double review(std::size_t card, int day) {
    ContestCard& of = cards_[card];
    const Elapsed waited = elapsed_days(WholeDays{day - of.last_day});
    const double recall = actual_.recall_after(waited, actuals_[card]);
    const bool recalled = drawn_unit(seed_, card, of.answers, Luck::Recall) < recall;
    const std::size_t grade =
        recalled ? 1 + chosen(drawn_unit(seed_, card, of.answers, Luck::Grade), course_.habits.recalled_shares) : 0;
    const int looks = recalled ? 0 : course_.looks.after_lapse;
    of.believed = believed_.after_review(of.believed, waited, kGrades[grade]);
    actuals_[card] = actual_.after_review(actuals_[card], waited, kGrades[grade]);
    looked_[card].push_back({day, kGrades[grade]});
    look_again(card, day, looks);
    disturb(card, of.answers, nature_.noise_per_review);
    of.last_day = day;
    ++of.answers;
    return course_.habits.review_seconds[grade] + looks * course_.habits.step_seconds;
  }

  void look_again(std::size_t card, int day, int looks) {
    for (int i = 0; i < looks; ++i) {
      cards_[card].believed = believed_.after_review(cards_[card].believed, kLookAgain, Grade::Good);
      actuals_[card] = actual_.after_review(actuals_[card], kLookAgain, Grade::Good);
      looked_[card].push_back({day, Grade::Good});
    }
  }

  void disturb(std::size_t card, int answer, double sigma) {
    const double factor = drawn_factor(seed_, card, answer, sigma);
    MemoryState& memory = actuals_[card];
    memory = scaled(memory, factor);
    memory.stability.days = std::clamp(memory.stability.days, kLeastStability, kMostStability);
  }

  // All looks so far, those of one day one after the other.
  [[nodiscard]] ReviewLog log() const {
    std::vector<LogRow> rows;
    for (std::size_t card = 0; card < cards_.size(); ++card) {
      Instant at;
      int day = -1;
      for (const Looked& look : looked_[card]) {
        at = look.day == day ? at + kUntilNextLook : Instant(std::chrono::days(look.day) + std::chrono::hours(12));
        day = look.day;
        rows.push_back({static_cast<std::int64_t>(card), at, look.grade});
      }
    }
    return make_log(std::move(rows), DayRule("UTC", 4));
  }

  // As the program does it.
  void refit() {
    const BestFit found = best_fit(log(), {{}, believed_.weights(), {}});
    if (!found.weights) return;
    believed_ = MemoryModel(*found.weights);
    for (std::size_t card = 0; card < cards_.size(); ++card) {
      const std::vector<Looked>& looks = looked_[card];
      MemoryState memory = believed_.first_review(looks[0].grade);
      for (std::size_t i = 1; i < looks.size(); ++i) {
        const int waited = looks[i].day - looks[i - 1].day;
        memory = believed_.after_review(memory, waited == 0 ? kLookAgain : elapsed_days(WholeDays{waited}), looks[i].grade);
      }
      cards_[card].believed = memory;
    }
  }

  void add_recall(LifeEnd& end) const {
    std::vector<double> recalls(static_cast<std::size_t>(fresh_));  // never begun: not known
    for (std::size_t card = 0; card < cards_.size(); ++card) {
      const WholeDays waited{course_.days - cards_[card].last_day};
      recalls.push_back(actual_.recall_after(elapsed_days(waited), actuals_[card]));
    }
    if (recalls.empty()) return;
    std::ranges::sort(recalls);
    const std::size_t tenth = std::max<std::size_t>(1, recalls.size() / 10);
    end.mean = std::accumulate(recalls.begin(), recalls.end(), 0.0) / static_cast<double>(recalls.size());
    end.low_decile = std::accumulate(recalls.begin(), recalls.begin() + static_cast<std::ptrdiff_t>(tenth), 0.0) /
                     static_cast<double>(tenth);
  }

  const Course& course_;
  const Nature& nature_;
  Seed seed_;
  MemoryModel believed_;
  MemoryModel actual_;
  std::vector<ContestCard> cards_;
  std::vector<MemoryState> actuals_;
  std::vector<std::vector<Looked>> looked_;
  int fresh_ = 0;  // opened and not begun
  double seconds_ = 0;
};

}  // namespace

LifeEnd live(const Course& course, const Nature& nature, const Rival& rival, Seed seed, const ContestRules& rules) {
  return Life(course, nature, seed).play(rival, rules);
}

}  // namespace starling
