#include "cli/beginning.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "cli/dialogue.h"
#include "cli/kinds.h"
#include "cli/plan_names.h"
#include "cli/usage_error.h"
#include "text/text.h"
#include "view/view.h"

namespace starling {

namespace {

constexpr int kNearInterview = 28;     // days; then the start is today
constexpr int kMostDays = 731;         // to the interview

void need_possible(const BeginningFrame& frame, const Beginning& beginning, bool given) {
  if (!beginning.interview) return;
  const Day interview = *beginning.interview;
  if (given && interview < frame.today)
    throw UsageError(fmt::format("the interview ({}) is before today ({})", to_string(interview), to_string(frame.today)));
  if (interview < beginning.start)
    throw UsageError(fmt::format("the interview ({}) is before the start ({})", to_string(interview), to_string(beginning.start)));
  if (given && interview > frame.today + std::chrono::days(kMostDays))
    throw UsageError(fmt::format("the interview ({}) is more than two years away; is the year right?", to_string(interview)));
}

std::string weeks_there(int weeks) { return weeks == 1 ? "1 week is there" : fmt::format("{} weeks are there", weeks); }

// The plan of an id that is there, or the usual one.
const Plan* plan_or_usual(const FoundPlans& found, const std::string& id) {
  const FoundPlan* plan = plan_named(found, id);
  if (!plan) plan = plan_named(found, Settings{}.plan);
  return plan ? &plan->plan : nullptr;
}

// Over which the plan lies: what is said of those that it leaves out counts them so.
int weeks_laid(const Plan& plan, const Beginning& beginning, Day interview) {
  return static_cast<int>(std::ssize(lay_weeks(plan, beginning.start, interview, beginning.level).weeks));
}

// By the time there is, for a new folder; of a folder that is there only a word about it.
void choose_plan(const BeginningFrame& frame, const BeginningGiven& given, Decided& decided) {
  Beginning& beginning = decided.beginning;
  if (!given.interview || given.plan) return;
  const int weeks = weeks_between(beginning.start, *given.interview);
  const std::vector<PlanSummary> plans = summaries(frame.plans);
  const PlanSummary* fitting = fitting_plan(plans, weeks, beginning.level, frame.again);
  if (!fitting) return;
  const Plan* followed = plan_or_usual(frame.plans, frame.present ? frame.present->plan : fitting->id);
  const std::string there = weeks_there(followed ? weeks_laid(*followed, beginning, *given.interview) : weeks);
  if (!frame.present) {
    beginning.plan = fitting->id;
    decided.said = fmt::format("{}: the plan is {}; all plans: starling plan --list", there, fitting->id);
  } else if (fitting->id != frame.present->plan) {
    decided.said = fmt::format("{}: {}{} would fit better: starling init --plan {}", there, fitting->id,
                               fitting->second_attempt ? ", for a second attempt," : "", fitting->id);
  }
}

std::string only_level(const FoundPlans& found, const std::optional<std::string>& plan) {
  const FoundPlan* named = plan ? plan_named(found, *plan) : nullptr;
  return named && named->plan.levels.size() == 1 ? named->plan.levels.front().id : Settings{}.level;
}

Day proposed_start(Day today, const std::optional<Day>& interview) {
  const Day monday = monday_of(today + std::chrono::days(kDaysOfWeek - 1));
  const bool near = interview && *interview < today + std::chrono::days(kNearInterview);
  return near ? today : monday;
}

// The text of a question until `take` takes the answer; false at the end of input.
bool asked_until(Dialogue& talk, const std::string& prompt, const std::string& otherwise, const std::function<void(const std::string&)>& take) {
  while (true) {
    const auto line = talk.ask(fmt::format("{} [{}]: ", prompt, otherwise));
    if (!line) {
      talk.say("\n");
      return false;
    }
    const std::string word(trimmed(*line));
    try {
      take(word.empty() ? otherwise : word);
      return true;
    } catch (const UsageError& error) {
      const std::string wrong = capitalised(error.what());
      const bool ends = wrong.ends_with('?') || wrong.find("starling ") != wrong.npos;  // a command to copy has no stop
      talk.say(paragraph(ends ? wrong : wrong + ".", talk.width()));
    }
  }
}

std::string read_level(const std::string& word) {
  const std::string level = fold(word);
  if (level != "l6" && level != "l7") throw UsageError(fmt::format("'{}' is no level; there are L6 and L7", word));
  return level == "l6" ? "L6" : "L7";
}

constexpr std::string_view kNone = "none";

std::optional<Day> read_interview(const std::string& word) {
  if (fold(word).starts_with(kNone)) return std::nullopt;
  return Date{}.read("", word);
}

// "amazon-24-week (24 weeks), amazon-8-week (8 weeks)"
std::string plans_for(const FoundPlans& found, std::string_view level) {
  std::string list;
  for (const FoundPlan& each : found.plans)
    if (has_level(each.plan, level)) list += fmt::format("{}{} ({})", list.empty() ? "" : ", ", each.plan.id, counted(each.plan.weeks, "week"));
  return list;
}

}  // namespace

Decided decide_beginning(const BeginningFrame& frame, const BeginningGiven& given) {
  const auto& present = frame.present;
  Decided decided;
  Beginning& beginning = decided.beginning;
  beginning.level = given.level ? *given.level : present ? present->level : only_level(frame.plans, given.plan);
  beginning.start = given.start ? *given.start : present && present->start ? *present->start : frame.today;
  beginning.hours_per_week = given.hours_per_week;
  if (present && !beginning.hours_per_week) beginning.hours_per_week = present->hours_per_week;
  if (given.plan) beginning.plan = need_plan(frame.plans, *given.plan).plan.id;
  beginning.interview = given.interview ? given.interview : present ? present->interview : std::nullopt;
  need_possible(frame, beginning, given.interview.has_value());
  choose_plan(frame, given, decided);

  const std::string followed = !beginning.plan.empty() ? beginning.plan : present ? present->plan : Settings{}.plan;
  const Plan* plan = plan_or_usual(frame.plans, followed);
  if (!plan) return decided;
  if (!present && !beginning.interview) beginning.interview = default_interview(*plan, beginning.start);
  const auto weeks = beginning.interview ? std::optional(weeks_between(beginning.start, *beginning.interview)) : std::nullopt;
  need_level(frame.plans, *plan, beginning.level, weeks);
  return decided;
}

BeginningGiven proposed_beginning(const BeginningFrame& frame, const BeginningGiven& given) {
  BeginningGiven proposed = given;
  if (!proposed.start && !(frame.present && frame.present->start)) proposed.start = proposed_start(frame.today, given.interview);
  return proposed;
}

std::optional<Decided> ask_beginning(const BeginningFrame& frame, World& world) {
  Dialogue talk(world);
  const auto& present = frame.present;
  talk.say(paragraph("Enter takes what stands in brackets; Ctrl-D leaves everything as it is.", talk.width()));
  Beginning beginning;
  beginning.level = present ? present->level : Settings{}.level;
  if (present) beginning.hours_per_week = present->hours_per_week;
  if (!asked_until(talk, "Level, L6 or L7", beginning.level, [&](const std::string& word) { beginning.level = read_level(word); })) return std::nullopt;

  std::optional<Day> interview = present ? present->interview : std::nullopt;
  const Plan* usual = plan_or_usual(frame.plans, Settings{}.plan);
  if (!present && usual) interview = default_interview(*usual, proposed_start(frame.today, {}));
  const bool of_interview = asked_until(
      talk, fmt::format("Interview, or {}", kNone), interview ? to_string(*interview) : std::string(kNone), [&](const std::string& word) {
        beginning.interview = read_interview(word);
        beginning.start = std::min(frame.today, beginning.interview.value_or(frame.today));
        need_possible(frame, beginning, !present || beginning.interview != present->interview);
      });
  if (!of_interview) return std::nullopt;

  const Day start = present && present->start ? *present->start : proposed_start(frame.today, beginning.interview);
  const bool of_start = asked_until(talk, "Start", to_string(start), [&](const std::string& word) {
    beginning.start = Date{}.read("", word);
    need_possible(frame, beginning, false);
  });
  if (!of_start) return std::nullopt;

  const std::vector<PlanSummary> plans = summaries(frame.plans);
  const auto weeks = beginning.interview ? std::optional(weeks_between(beginning.start, *beginning.interview)) : std::nullopt;
  const PlanSummary* fitting = weeks ? fitting_plan(plans, *weeks, beginning.level, frame.again) : nullptr;
  const bool over = present && present->interview && *present->interview < frame.today;
  const FoundPlan* followed = present ? plan_named(frame.plans, present->plan) : nullptr;
  const bool begins_again = over && fitting && fitting->second_attempt;
  const bool goes_on = followed && has_level(followed->plan, beginning.level) && !begins_again;
  const std::string plan = goes_on ? present->plan : fitting ? fitting->id : Settings{}.plan;
  const Plan* proposed = plan_or_usual(frame.plans, plan);
  const std::string there = weeks ? weeks_there(proposed ? weeks_laid(*proposed, beginning, *beginning.interview) : *weeks) + ". " : "";
  talk.say(paragraph(fmt::format("{}Plans for {}: {}", there, beginning.level, plans_for(frame.plans, beginning.level)),
                     talk.width()));
  const bool of_plan = asked_until(talk, "Plan", plan, [&](const std::string& word) {
    const Plan& named = need_plan(frame.plans, word).plan;
    need_level(frame.plans, named, beginning.level, weeks);
    beginning.plan = named.id;
  });
  if (!of_plan) return std::nullopt;
  return Decided{std::move(beginning), ""};
}

std::optional<bool> ask_to_begin_again(int weeks, World& world) {
  Dialogue talk(world);
  talk.say(paragraph(idle_sentence(weeks) + " Begin at week 1, or go on?", talk.width()));
  const char key = talk.choose("b begins today, Enter goes on: ", "b\n");
  if (key == 'q') return std::nullopt;
  return key == 'b';
}

}  // namespace starling
