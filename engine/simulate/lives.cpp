#include "simulate/lives.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <memory>

#include "simulate/player.h"
#include "threads/threads.h"

namespace starling {

namespace {

// The learners of a run are dealt into so many parts, however many threads there are, and the parts are summed in
// order: so the sums round alike.
constexpr int kParts = 64;

struct Task {
  std::size_t run;
  int first;
  int last;  // behind the last learner
};

void add_each(std::vector<double>& sums, const std::vector<double>& more) {
  sums.resize(more.size());
  for (std::size_t i = 0; i < more.size(); ++i) sums[i] += more[i];
}

void add(Simulation& sum, const Simulation& more) {
  for (std::size_t i = 0; i < sum.days.size(); ++i) {
    sum.days[i].reviews += more.days[i].reviews;
    sum.days[i].fresh += more.days[i].fresh;
    sum.days[i].minutes += more.days[i].minutes;
    sum.days[i].memorised += more.days[i].memorised;
    sum.days[i].kept += more.days[i].kept;
  }
  sum.steps += more.steps;
  sum.mean_recall_at_end += more.mean_recall_at_end;
  sum.lowest_decile_recall_at_end += more.lowest_decile_recall_at_end;
  sum.most_minutes_in_a_day += more.most_minutes_in_a_day;
  sum.backlog_at_end += more.backlog_at_end;
  sum.unseen_at_end += more.unseen_at_end;
  add_each(sum.recalled_earlier, more.recalled_earlier);
  add_each(sum.recall_at_end, more.recall_at_end);
}

// From sums over learners to means, and the totals over the days.
void finish(Simulation& sum, int learners) {
  const double n = learners;
  for (SimulatedDay& day : sum.days) {
    day = {day.reviews / n, day.fresh / n, day.minutes / n, day.memorised / n, day.kept / n};
    sum.reviews += day.reviews;
    sum.fresh += day.fresh;
    sum.minutes += day.minutes;
    sum.mean_memorised += day.memorised / static_cast<double>(sum.days.size());
  }
  for (double* figure : {&sum.steps, &sum.mean_recall_at_end, &sum.lowest_decile_recall_at_end,
                         &sum.most_minutes_in_a_day, &sum.backlog_at_end, &sum.unseen_at_end})
    *figure /= n;
  for (std::vector<double>* figures : {&sum.recalled_earlier, &sum.recall_at_end})
    for (double& recall : *figures) recall /= n;
}

std::vector<Task> deal(std::size_t runs, int learners) {
  std::vector<Task> tasks;
  const int parts = std::min(kParts, learners);
  for (std::size_t run = 0; run < runs; ++run)
    for (int part = 0; part < parts; ++part)
      tasks.push_back({run, static_cast<int>(1LL * learners * part / parts),
                       static_cast<int>(1LL * learners * (part + 1) / parts)});
  return tasks;
}

using Priced = std::shared_ptr<const PricedScenario>;

// The same scenario where a second is worth elsewhere what it usually is; nothing where that is so, or does not count.
std::optional<Scenario> at_usual_base(const Scenario& scenario) {
  const double usual = base_price_of(Thoroughness::Usual);
  if (scenario.base_price.value_or(usual) == usual || !base_price_of(scenario)) return std::nullopt;
  Scenario result = scenario;
  result.base_price = usual;
  return result;
}

Priced priced_beside(const PricedScenario* near, const Scenario& scenario, const Weights& believed, Threads& threads) {
  const auto earlier = near ? std::optional(prices_beside(*near)) : std::nullopt;
  return std::make_shared<const PricedScenario>(scenario, believed, earlier, threads, Renewed::Never);
}

// Without an earlier run to begin from. Those of another thoroughness are sought from those of the usual one, so that several
// take little longer than one, and are the same whichever are asked for.
Priced priced_alone(const Scenario& scenario, const Weights& believed, PricesSought& sought, Threads& threads) {
  if (auto found = sought.of(scenario, believed)) return found;
  const auto usual = at_usual_base(scenario);
  const Priced near = usual ? priced_alone(*usual, believed, sought, threads) : nullptr;
  Priced priced = priced_beside(near.get(), scenario, believed, threads);
  sought.keep(scenario, believed, priced);
  return priced;
}

// `before`: of the runs before it; `sought`: of other simulations, without an earlier run to begin from.
Priced priced(const Run& run, const PricedScenario* like, PricesSought& before, PricesSought& sought, Threads& threads) {
  if (run.scenario.policy != StudyPolicy::Deadline || !PricedScenario::can_price(run.scenario)) return nullptr;
  if (auto found = before.of(run.scenario, run.believed)) return found;
  Priced priced = like ? priced_beside(like, run.scenario, run.believed, threads)
                       : priced_alone(run.scenario, run.believed, sought, threads);
  before.keep(run.scenario, run.believed, priced);
  return priced;
}

// What all threads look at. Each has a player of its own, which it keeps from task to task while the run is the same.
class Work {
 public:
  Work(std::span<const Run> runs, const Effort& effort, const Watch& watch, PricesSought& sought, Threads& threads)
      : runs_(runs),
        effort_(effort),
        watch_(watch),
        tasks_(deal(runs.size(), effort.learners)),
        sums_(tasks_.size()),
        seats_(threads.count()) {
    PricesSought before;
    for (const Run& run : runs)
      priced_.push_back(stopped() ? nullptr : priced(run, run.like ? priced_[*run.like].get() : nullptr, before, sought, threads));
    for (const Run& run : runs) days_ += static_cast<std::uint64_t>(run.scenario.days);
    days_ *= static_cast<std::uint64_t>(effort.learners);
  }

  [[nodiscard]] std::size_t tasks() const { return tasks_.size(); }

  void play(std::size_t index, std::size_t thread) {
    if (stopped()) return;
    const Task& task = tasks_[index];
    Simulation& sum = sums_[index];
    Player& player = player_of(thread, task.run);
    sum.days.resize(static_cast<std::size_t>(runs_[task.run].scenario.days));
    const bool tells = thread == 0 && watch_.progress;
    const std::function<bool()> go_on = [&] {
      const auto done = ++days_done_;
      if (tells) watch_.progress(static_cast<double>(done) / static_cast<double>(days_));
      return !stopped();
    };
    for (int learner = task.first; learner < task.last && !stopped(); ++learner)
      player.play({effort_.seed, static_cast<std::uint64_t>(learner)}, effort_, go_on, sum);
  }

  [[nodiscard]] bool stopped() const { return watch_.stop && watch_.stop->load(std::memory_order_relaxed); }

  [[nodiscard]] std::vector<Simulation> sums() const {
    std::vector<Simulation> result(runs_.size());
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      Simulation& sum = result[tasks_[i].run];
      sum.days.resize(sums_[i].days.size());
      add(sum, sums_[i]);
    }
    for (Simulation& each : result) finish(each, effort_.learners);
    for (std::size_t run = 0; run < result.size(); ++run)
      if (priced_[run]) result[run].prices = priced_[run]->prices();
    return result;
  }

 private:
  struct Seat {
    std::size_t run = 0;
    std::unique_ptr<Player> player;
  };

  Player& player_of(std::size_t thread, std::size_t run) {
    Seat& seat = seats_[thread];
    if (!seat.player || seat.run != run) seat = {run, std::make_unique<Player>(runs_[run], priced_[run].get())};
    return *seat.player;
  }

  std::span<const Run> runs_;
  const Effort& effort_;
  const Watch& watch_;
  std::vector<Priced> priced_;  // by run; null where it goes by due dates
  std::vector<Task> tasks_;
  std::vector<Simulation> sums_;  // by task
  std::vector<Seat> seats_;       // by thread
  std::uint64_t days_ = 0;        // of all lives
  std::atomic<std::uint64_t> days_done_ = 0;
};

void check(const Run& run) {
  [[maybe_unused]] const Scenario& scenario = run.scenario;
  assert(scenario.days >= 1 && scenario.days <= 3650);
  assert(scenario.desired_retention >= 0.70 && scenario.desired_retention <= 0.99);
  assert(scenario.maximum_interval_days >= 1);
}

}  // namespace

std::optional<std::vector<Simulation>> simulate(std::span<const Run> runs, const Effort& effort, const Watch& watch, PricesSought* sought) {
  assert(effort.learners >= 1 && effort.threads >= 1);
  std::ranges::for_each(runs, check);
  Threads threads(effort.threads);
  PricesSought own;
  Work work(runs, effort, watch, sought ? *sought : own, threads);
  threads.run(work.tasks(), [&](std::size_t task, std::size_t thread) { work.play(task, thread); });
  if (work.stopped()) return std::nullopt;
  return work.sums();
}

}  // namespace starling
