// A learner who lives the plan by commands, day by day: what today asks is done, logged, told, measured and looked back on.
#pragma once

#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/desk.h"
#include "lived/evidence.h"
#include "lived/stories.h"
#include "plan/plan.h"

namespace starling::test {

// What happens to the learner.
struct Fate {
  std::string level;
  Day start;
  Day interview;   // as it was set at first
  Day moves_on;    // the day on which it is moved
  Day moved_to;
  DaySpan lost;    // nothing is done, and nothing was planned off
  DaySpan away;    // a break that was planned
  std::string take;  // what `replan` offers and the learner takes after the lost days
};

class LivingLearner {
 public:
  LivingLearner(const Plan& plan, const TimelineTable& table, Fate fate);

  void begin();
  // Everything of one day; `today` rises by one with every call.
  void live(Day today);
  void after_interview();

  [[nodiscard]] const Evidence& evidence() const { return evidence_; }
  // Gates of which a way that was taken said that they are out of reach.
  [[nodiscard]] const std::set<std::string>& given_up() const { return given_up_; }
  // Records of the plan that the learner had no day for: their dates were lost, or they have none. As in
  // Evidence::records_not_shown.
  [[nodiscard]] std::set<std::string> without_a_day();
  [[nodiscard]] const std::vector<MadeStory>& stories() const { return stories_; }
  // Without anything that is written down: a reply of that day.
  [[nodiscard]] Json ask(const std::string& line);
  [[nodiscard]] int commands_run() const { return commands_run_; }

 private:
  Reply run(std::vector<std::string> words, std::initializer_list<int> exits = {0});
  Reply run(const std::string& line, std::initializer_list<int> exits = {0});
  Json reply(std::vector<std::string> words, std::initializer_list<int> exits = {0});
  // At an hour of the day, such as "T02:30", in place of noon.
  Json reply_at(const std::string& hour, std::vector<std::string> words);

  void return_to_it();
  void take_over(const Json& replanned, const std::string& way);
  void move_the_date();
  void look_at_the_week(int week);
  void note_days_off(int week);
  void do_tasks(const Json& today);
  void do_task(const Task& task, int number);
  void log_problems(const Task& task);
  void log_design(const Task& task);
  void hold_mock(const Task& task);
  void write_stories(const Task& task);
  void tell_stories(const Task& task);
  void finish(const Task& task, int number);
  void tick_lists(const Json& today);
  void review_cards();
  void work_on_feedback();
  void measure(int week, int weekday);
  void move_a_task();
  void end_the_week(int week);
  void end_the_month(int month);
  void note_done(const Json& written);
  [[nodiscard]] double left_of(const Task& task) const;
  [[nodiscard]] MadeStory* story_for(const Task& task);

  const Plan& plan_;
  const TimelineTable& table_;
  Fate fate_;
  Evidence evidence_;
  Desk desk_;
  std::map<std::string, const Task*> tasks_;
  std::map<std::string, double> done_;  // of tasks, as the replies say
  std::set<std::string> ticked_;
  std::set<std::string> lists_;  // that were seen
  std::set<std::string> given_up_;
  std::set<std::string> days_off_;  // as in without_a_day
  std::string hour_;
  std::vector<MadeStory> stories_;
  std::size_t told_ = 0;
  int answers_ = 0;
  std::size_t measured_ = 0;
  int problems_ = 0;
  int commands_run_ = 0;
  Day today_{};
  Day interview_{};
};

}  // namespace starling::test
