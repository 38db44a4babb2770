#include "report/area_time.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

namespace starling {

namespace {

std::optional<Area> parse_area(std::string_view word) {
  for (const Area area : kAreas)
    if (to_string(area) == word) return area;
  return std::nullopt;
}

void give(AreaTime& time, std::optional<Area> area, double minutes) {
  (area ? time.minutes[static_cast<std::size_t>(*area)] : time.other) += minutes;
}

class TimeCount {
 public:
  TimeCount(const Plan& plan, std::string_view level) : level_(level) {
    for (const PlanDay& day : plan.days)
      for (const Task& task : day.tasks) tasks_.emplace(task.id, &task);
  }

  // Of a day before those that are asked for: what was ticked then is no work of theirs.
  void pass(const Deed& deed) {
    for (const Event& event : deed.events) {
      if (const auto* done = std::get_if<TaskDone>(&event))
        if (const auto found = tasks_.find(done->task); found != tasks_.end()) (void)count(*done, *found->second);
      if (end_of_attempt(event, deed.day)) counted_.clear();
    }
  }
  void add(const Deed& deed) {
    practised_ = false;
    ticked_ = &ticked_on_[deed.day];
    ticks_itself_ = std::ranges::any_of(deed.events, [](const Event& event) { return std::holds_alternative<TaskDone>(event); });
    for (const Event& event : deed.events) std::visit([this](const auto& e) { this->practise(e); }, event);
    for (const Event& event : deed.events) {
      if (const auto* done = std::get_if<TaskDone>(&event)) tick(*done);
      if (end_of_attempt(event, deed.day)) counted_.clear();
    }
  }
  [[nodiscard]] const AreaTime& time() const { return time_; }

 private:
  // A task that was ticked on a day, with what nothing logged on that day has told in detail yet.
  struct Ticked {
    const Task* task = nullptr;
    double minutes = 0;
    double count = 0;
  };

  void log(std::optional<Area> area, std::optional<double> minutes) {
    if (!minutes) return;
    give(time_, area, *minutes);
    practised_ = true;
  }
  template <class Practised>
  void log_for_task(Area area, const Practised& practised) {
    log(area, practised.minutes);
    if (!practised.minutes || ticks_itself_) return;
    const auto told = std::ranges::find_if(*ticked_, [&](const Ticked& each) { return each.count > 0 && takes(*each.task, practised); });
    if (told == ticked_->end()) return;
    const double counted_before = std::min(told->minutes, *practised.minutes);
    give(time_, told->task->area, -counted_before);
    told->minutes -= counted_before;
    told->count -= 1;
  }
  void practise(const Solved& solved) { log_for_task(Area::Coding, solved); }
  void practise(const Designed& designed) { log_for_task(Area::Design, designed); }
  void practise(const Mocked& mocked) { log_for_task(Area::Mocks, mocked); }
  void practise(const Studied& studied) { log(parse_area(studied.area), studied.minutes); }
  template <class Other>
  void practise(const Other&) {}

  // Whether it was done before: the other machine's tick of what was done here already is not more work.
  bool count(const TaskDone& done, const Task& task) {
    double& counted = counted_[task.id];
    const bool done_before = counted >= target_of(task);
    counted += done.count;
    return done_before;
  }
  void tick(const TaskDone& done) {
    const auto found = tasks_.find(done.task);
    if (found == tasks_.end()) return;
    const Task& task = *found->second;
    if (const bool done_before = count(done, task); practised_ || done_before) return;
    const bool timed_by_itself = !task.decks.empty() || task.unit == "tellings";
    const double share = std::min(1.0, done.count / task.count.value_or(1));
    const double minutes = done.minutes ? *done.minutes : timed_by_itself ? 0 : share * minutes_for(task, level_);
    give(time_, task.area, minutes);
    ticked_->push_back({&task, minutes, done.count});
  }

  std::string_view level_;
  std::unordered_map<std::string, const Task*> tasks_;
  AreaTime time_;
  std::unordered_map<std::string_view, double> counted_;  // of tasks, in this attempt
  std::map<Day, std::vector<Ticked>> ticked_on_;
  std::vector<Ticked>* ticked_ = nullptr;  // of the deed's day
  bool ticks_itself_ = false;              // the deed, its task
  bool practised_ = false;
};

}  // namespace

double AreaTime::sum() const { return std::accumulate(minutes.begin(), minutes.end(), other); }

std::optional<Area> area_of_deck(std::string_view word) {
  if (word == "lp") return Area::Leadership;
  if (word == "coding") return Area::Coding;
  if (word == "mixed" || word.empty()) return std::nullopt;
  return Area::Design;
}

AreaTime& AreaTime::operator+=(const AreaTime& more) {
  for (std::size_t i = 0; i < minutes.size(); ++i) minutes[i] += more.minutes[i];
  other += more.other;
  return *this;
}

AreaTime practised_time(std::span<const Deed> deeds, const Plan& plan, std::string_view level, Day first, Day last) {
  TimeCount counting(plan, level);
  for (const Deed& deed : deeds) {
    if (deed.day < first)
      counting.pass(deed);
    else if (deed.day <= last)
      counting.add(deed);
  }
  return counting.time();
}

AreaTime answered_time(const AnswerTimes& times, const AreaOfAnswers& area_of) {
  AreaTime time;
  for (const auto& [to, took] : times) give(time, area_of(to), std::chrono::duration<double, std::ratio<60>>(took).count());
  return time;
}

AreaTime area_time(std::span<const Deed> deeds, const Plan& plan, std::string_view level, const AreaOfAnswers& area_of, Day first,
                   Day last) {
  AreaTime time = practised_time(deeds, plan, level, first, last);
  return time += answered_time(answer_times(deeds, first, last), area_of);
}

}  // namespace starling
