#include "simulate/simulate.h"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <exception>
#include <memory>
#include <thread>

#include "simulate/player.h"

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

void add(Simulation& sum, const Simulation& more) {
  for (std::size_t i = 0; i < sum.days.size(); ++i) {
    sum.days[i].reviews += more.days[i].reviews;
    sum.days[i].fresh += more.days[i].fresh;
    sum.days[i].minutes += more.days[i].minutes;
    sum.days[i].memorised += more.days[i].memorised;
  }
  sum.steps += more.steps;
  sum.mean_recall_at_end += more.mean_recall_at_end;
  sum.lowest_decile_recall_at_end += more.lowest_decile_recall_at_end;
  sum.most_minutes_in_a_day += more.most_minutes_in_a_day;
  sum.backlog_at_end += more.backlog_at_end;
  sum.unseen_at_end += more.unseen_at_end;
}

// From sums over learners to means, and the totals over the days.
void finish(Simulation& sum, int learners) {
  const double n = learners;
  for (SimulatedDay& day : sum.days) {
    day = {day.reviews / n, day.fresh / n, day.minutes / n, day.memorised / n};
    sum.reviews += day.reviews;
    sum.fresh += day.fresh;
    sum.minutes += day.minutes;
    sum.mean_memorised += day.memorised / static_cast<double>(sum.days.size());
  }
  for (double* figure : {&sum.steps, &sum.mean_recall_at_end, &sum.lowest_decile_recall_at_end,
                         &sum.most_minutes_in_a_day, &sum.backlog_at_end, &sum.unseen_at_end})
    *figure /= n;
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

// What all threads look at.
class Work {
 public:
  Work(std::span<const Run> runs, const Effort& effort, const Watch& watch)
      : runs_(runs), effort_(effort), watch_(watch), tasks_(deal(runs.size(), effort.learners)), sums_(tasks_.size()) {
    for (const Run& run : runs) days_ += static_cast<std::uint64_t>(run.scenario.days);
    days_ *= static_cast<std::uint64_t>(effort.learners);
  }

  // Takes tasks until none is left.
  void take_tasks(bool tell) {
    const std::function<bool()> go_on = [&] {
      const auto done = ++days_done_;
      if (tell && watch_.progress) watch_.progress(static_cast<double>(done) / static_cast<double>(days_));
      return !stopped();
    };
    std::unique_ptr<Player> player;
    std::size_t of_run = 0;
    for (std::size_t i = next_++; i < tasks_.size() && !stopped(); i = next_++) {
      const Task& task = tasks_[i];
      if (!player || of_run != task.run) player = std::make_unique<Player>(runs_[task.run]);
      of_run = task.run;
      sums_[i].days.resize(static_cast<std::size_t>(runs_[task.run].scenario.days));
      for (int learner = task.first; learner < task.last && !stopped(); ++learner)
        player->play(effort_.seed, static_cast<std::uint64_t>(learner), effort_.memorised, go_on, sums_[i]);
    }
  }

  [[nodiscard]] bool stopped() const {
    return failed_.load(std::memory_order_relaxed) || (watch_.stop && watch_.stop->load(std::memory_order_relaxed));
  }
  void fail() { failed_ = true; }

  [[nodiscard]] std::vector<Simulation> sums() const {
    std::vector<Simulation> result(runs_.size());
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
      Simulation& sum = result[tasks_[i].run];
      sum.days.resize(sums_[i].days.size());
      add(sum, sums_[i]);
    }
    for (Simulation& each : result) finish(each, effort_.learners);
    return result;
  }

 private:
  std::span<const Run> runs_;
  const Effort& effort_;
  const Watch& watch_;
  std::vector<Task> tasks_;
  std::vector<Simulation> sums_;  // by task
  std::atomic<std::size_t> next_ = 0;
  std::uint64_t days_ = 0;  // of all lives
  std::atomic<std::uint64_t> days_done_ = 0;
  std::atomic<bool> failed_ = false;
};

void check(const Run& run) {
  [[maybe_unused]] const Scenario& scenario = run.scenario;
  assert(scenario.days >= 1 && scenario.days <= 3650);
  assert(scenario.desired_retention >= 0.70 && scenario.desired_retention <= 0.99);
  assert(scenario.maximum_interval_days >= 1);
}

}  // namespace

std::optional<std::vector<Simulation>> simulate(std::span<const Run> runs, const Effort& effort, const Watch& watch) {
  assert(effort.learners >= 1 && effort.threads >= 1);
  std::ranges::for_each(runs, check);
  Work work(runs, effort, watch);
  std::vector<std::exception_ptr> errors(static_cast<std::size_t>(effort.threads));
  const auto labour = [&](std::size_t thread) {
    try {
      work.take_tasks(thread == 0);
    } catch (...) {  // memory that ran out: told by the thread that called
      errors[thread] = std::current_exception();
      work.fail();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < errors.size(); ++thread) others.emplace_back(labour, thread);
    labour(0);
  }
  for (const std::exception_ptr& error : errors)
    if (error) std::rethrow_exception(error);
  if (work.stopped()) return std::nullopt;
  return work.sums();
}

}  // namespace starling
