#include "simulate/new_begun.h"

#include <algorithm>
#include <utility>

namespace starling {

namespace {

// Those that wait to be begun, in the order in which they open.
class Waiting {
 public:
  explicit Waiting(const Scenario& scenario)
      : scenario_(scenario), opened_(static_cast<int>(scenario.known.size())), least_cost_(least_cost(scenario)) {}

  void open(std::size_t day, std::vector<FreshItems>& practised) {
    const int items = day < scenario_.arrivals.size() ? scenario_.arrivals[day] : 0;
    const int beside = practised_on(scenario_, day);
    for (int i = beside; i < items; ++i) waiting_.push_back(weight_of(scenario_, opened_++));
    for (int i = 0; i < beside; ++i) note(practised, static_cast<int>(day), weight_of(scenario_, opened_++));
  }
  // As many as the number and the seconds allow; what takes longer lets others pass, as Player does. Answers their cost.
  double begin(int day, int most, double seconds, double seconds_for_each, std::vector<FreshItems>& begun) {
    double cost = 0;
    std::size_t at = first_;
    std::vector<ItemWeight> stay;
    for (int count = 0; at < waiting_.size() && count < most; ++at) {
      const ItemWeight& weight = waiting_[at];
      if ((cost + weight.cost) * seconds_for_each <= seconds) {
        cost += weight.cost;
        ++count;
        note(begun, day, weight);
      } else if (weight.cost > least_cost_) {
        stay.push_back(weight);
      } else {
        break;
      }
    }
    first_ = at - stay.size();
    std::ranges::copy(stay, waiting_.begin() + static_cast<std::ptrdiff_t>(first_));
    return cost;
  }
  [[nodiscard]] int count() const { return static_cast<int>(waiting_.size() - first_); }

 private:
  static void note(std::vector<FreshItems>& begun, int day, const ItemWeight& weight) {
    for (std::size_t i = begun.size(); i-- > 0 && begun[i].day == day;)
      if (begun[i].weight == weight) {
        ++begun[i].items;
        return;
      }
    begun.push_back({day, 1, weight});
  }

  const Scenario& scenario_;
  int opened_;
  double least_cost_;
  std::vector<ItemWeight> waiting_;
  std::size_t first_ = 0;
};

// `waiting`: none of them opened.
NewBegun begun_from(Waiting waiting, std::vector<double> seconds, const Scenario& scenario, std::optional<double> first_seconds, double share) {
  NewBegun found{std::move(seconds), {}, 0};
  for (std::size_t day = 0; day < found.left.size(); ++day) {
    double& left = found.left[day];
    const bool off = left <= 0;
    const double for_new = seconds_for_new(share, left, day == 0 ? scenario.done_already.new_minutes * 60 : 0);
    if (day == 0) left = std::max(0.0, left - scenario.done_already.minutes * 60);
    waiting.open(day, found.fresh);
    if (off && first_seconds) continue;
    double cost = 0;
    if (begins_on(scenario, day)) {
      const int allowed = scenario.new_per_day.value_or(waiting.count()) - (day == 0 ? scenario.done_already.fresh : 0);
      cost = waiting.begin(static_cast<int>(day), allowed, std::min(left, for_new), first_seconds.value_or(0), found.fresh);
    }
    if (first_seconds) left = std::max(kLeastSeconds, left - cost * *first_seconds);
  }
  found.never = waiting.count();
  return found;
}

}  // namespace

NewBegun begin_new(std::vector<double> seconds, const Scenario& scenario, std::optional<double> first_seconds, double share) {
  return begun_from(Waiting(scenario), std::move(seconds), scenario, first_seconds, share);
}

int never_by_number(const Scenario& scenario, int days) {
  return begin_new(std::vector<double>(static_cast<std::size_t>(days)), scenario, std::nullopt, 1).never;
}

double share_to_begin_all(std::span<const double> seconds, const Scenario& scenario, std::optional<double> first_seconds) {
  constexpr double kStep = 0.05;
  constexpr double kSpare = 0.1;
  const Waiting none_yet(scenario);
  const auto never_begun = [&](double share) {
    return begun_from(none_yet, {seconds.begin(), seconds.end()}, scenario, first_seconds, share).never;
  };
  const int least = never_begun(1);
  for (double share = kShareOfNew; share < 1; share += kStep)
    if (never_begun(share) == least) return share == kShareOfNew ? share : std::min(1.0, share + kSpare);
  return 1;
}

bool begins_on(const Scenario& scenario, std::size_t day) {
  return day >= scenario.asking.size() || scenario.asking[day] == Asking::All;
}

Openings openings(const Scenario& scenario) {
  Openings found;
  Waiting waiting(scenario);
  for (std::size_t day = 0; day < scenario.arrivals.size(); ++day) {
    waiting.open(day, found.practised);
    waiting.begin(static_cast<int>(day), waiting.count(), 0, 0, found.to_begin);
  }
  return found;
}

}  // namespace starling
