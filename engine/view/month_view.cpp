#include "view/month_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "view/coverage_view.h"
#include "view/plan_facts.h"
#include "view/practice_log_view.h"
#include "view/weak_view.h"
#include "view/week_report.h"
#include "view/words.h"

namespace starling {

namespace {

std::vector<Deed> deeds_until(std::span<const Deed> standing, Day day) {
  std::vector<Deed> deeds;
  for (const Deed& deed : standing)
    if (deed.day <= day) deeds.push_back(deed);
  return deeds;
}

// Mean chance of recall on `day`, by area; of the stories that were told apart.
struct Recalls {
  std::array<Mean, 4> areas;
  Mean stories;
};

Recalls recalls_on(const Standpoint& from, const ItemStates& states, Day day) {
  const Instant at = day == from.now.day ? from.now.at : from.rule.moment(day, std::chrono::hours(12));
  const AreaOfAnswers area_of = answer_areas(from);
  Recalls recalls;
  for (const Item& item : from.library.items()) {
    const auto state = states.find(item.id);
    if (state == states.end() || !state->second.standing.memory) continue;
    const Standing& standing = state->second.standing;
    const double recall = from.model.recall_after(elapsed_since(standing, at, day), *standing.memory);
    if (item.id.kind() == ItemKind::Story) recalls.stories.add(recall);
    if (const auto area = area_of(answers_to(item.id)); area && item.id.kind() != ItemKind::Story) recalls.areas[static_cast<std::size_t>(*area)].add(recall);
  }
  return recalls;
}

// Not of what the plan assumes.
std::optional<double> medium_speed(const Plan& plan, const MetricFacts& facts, Day day) {
  for (const Metric& metric : plan.metrics) {
    if (metric.id != "medium-minutes" || metric.targets.empty()) continue;
    const auto value = value_of(metric, facts, day);
    if (value && value->from != MetricValue::From::Start && value->value > 0)
      return std::min(1.0, metric.targets.back().value / value->value);
  }
  return std::nullopt;
}

std::optional<double> design_quality(const PlanProgress& progress) {
  Mean mean;
  for (auto at = progress.designed.rbegin(); at != progress.designed.rend() && at->day >= progress.since && mean.count < kLatest; ++at)
    if (const auto score = mean_score(at->what.scores)) mean.add(*score / kHighestPart);
  return mean.value();
}

// Prompts ------------------------------------------------------------------------------------------------------------

using Lines = std::vector<std::string>;

Lines went_well(const MonthReport& m) {
  Lines lines;
  if (m.problems.solved > 0)
    lines.push_back(fmt::format("{} solved: {} easy, {} medium, {} hard", counted(m.problems.solved, "problem"),
                                m.problems.sizes[0].solved, m.problems.sizes[1].solved, m.problems.sizes[2].solved));
  if (m.designs.designs > 0)
    lines.push_back(counted(m.designs.designs, "design") + (m.designs.score ? fmt::format(", {:.1f} of 5 on the mean", *m.designs.score) : ""));
  if (m.stories.tellings > 0)
    lines.push_back(fmt::format("{} of {}, {} of them told for the first time", counted(m.stories.tellings, "telling"),
                                counted(m.stories.stories, "story", "stories"), m.stories.fresh));
  if (m.mocks.mocks > 0)
    lines.push_back(counted(m.mocks.mocks, "mock interview") + (m.mocks.score ? fmt::format(", {:.1f} of 5 on the mean", *m.mocks.score) : ""));
  if (m.done.reviews > 0) lines.push_back(counted(m.done.reviews, "review") + fmt::format(", {} of them new", m.done.new_items));
  return lines;
}

// What is measured says how, and needs its number beside it; the others say what they count.
std::string what_lacks(const GateState& state) {
  const bool measured = state.gate->evidence == "metric" || state.gate->unit == "score";
  return fmt::format("{}: {}{}", state.gate->text, measured && state.value ? figures_of(state) + ", " : "", state.said);
}

Lines gates_that(const std::vector<GateView>& gates, bool passed) {
  Lines lines;
  for (const GateView& gate : gates)
    if (gate.state.passed == passed) lines.push_back(passed ? gate.state.gate->text : what_lacks(gate.state));
  return lines;
}

Lines improved_metrics(const Standpoint& from, const MonthReport& m) {
  Lines lines;
  for (const Metric& metric : from.timeline.plan().metrics) {
    const auto found = from.progress.metrics.find(metric.id);
    if (found == from.progress.metrics.end()) continue;
    std::optional<double> before;
    std::optional<double> after;
    for (const Measurement& each : found->second) {
      if (each.day > m.last || each.day < from.progress.since) continue;
      if (each.day < m.first || !before) before = each.value;
      if (each.day >= m.first) after = each.value;
    }
    if (before && after && (metric.lower_is_better ? *after < *before : *after > *before))
      lines.push_back(fmt::format("{}: from {:g} to {:g}", metric.title, *before, *after));
  }
  if (m.stories.improved.value_or(0) > 0) lines.push_back(counted(*m.stories.improved, "revision") + " of stories");
  return lines;
}

Lines weak_points(const WeakView& weak) {
  Lines lines;
  for (const MetricGap& gap : weak.gaps.ranked)
    if (gap.shortfall > 0 && lines.size() < 3)
      lines.push_back(fmt::format("{}: {}, target {}", gap.metric->title, measure_text(*gap.metric, std::round(10 * gap.now.value) / 10),
                                  measure_text(*gap.metric, gap.target)));
  return lines;
}

Lines difficulties(const Standpoint& from, const MonthReport& m, std::span<const Deed> standing) {
  Lines lines;
  for (const DaySpan& span : breaks_between(from.settings, m.first, m.last))
    lines.push_back(fmt::format("A break from {} to {}", short_date(span.first), short_date(span.last)));
  std::set<Day> busy;
  for (const Deed& deed : standing) busy.insert(deed.day);
  int idle = 0;
  const Day until = std::min(m.last, from.now.day - std::chrono::days(1));
  for (Day day = m.first; day <= until; day += std::chrono::days(1))
    if (!busy.contains(day)) ++idle;
  if (idle > 0) lines.push_back(counted(idle, "day") + " without anything in the log");
  if (m.problems.tried > 0) lines.push_back(counted(m.problems.tried, "problem") + " tried and not solved yet");
  return lines;
}

Lines schedule_changes(const Standpoint& from, const MonthReport& m, const PlanProgress& progress, std::span<const Deed> standing) {
  Lines lines;
  const Day day = std::min(m.last + std::chrono::days(1), from.now.day);
  const Pace pace = pace_before(from, day, progress, past_of(standing));
  if (pace.known())
    lines.push_back(fmt::format("{:.0f} % of the tasks of the {} days before {} were done, by their minutes", 100 * pace.share(),
                                pace.days, short_date(day)));
  for (const Area area : kAreas) {
    const double planned = m.planned[static_cast<std::size_t>(area)];
    if (m.last < from.now.day && m.time.of(area) < kBehindShare * planned)
      lines.push_back(fmt::format("{}: {:.0f} of {:.0f} planned minutes", to_string(area), m.time.of(area), planned));
  }
  return lines;
}

Lines next_goals(const Standpoint& from, const MonthReport& m) {
  Lines lines;
  if (const Month* next = month_entry(from.timeline.plan(), m.number + 1)) lines = next->goals;
  const auto own = from.progress.goals.find(last_week_of_month(from.timeline.plan(), m.number) + 1);
  if (own != from.progress.goals.end()) lines.insert(lines.end(), own->second.begin(), own->second.end());
  return lines;
}

Lines next_links(const Standpoint& from, const MonthReport& m) {
  const Plan& plan = from.timeline.plan();
  std::set<std::string> wanted;
  for (const PlanDay& day : plan.days)
    if (month_of(day.week) == m.number + 1)
      for (const Task& task : day.tasks) wanted.insert(task.links.begin(), task.links.end());
  constexpr std::size_t kShown = 5;
  Lines lines;
  for (const Link& link : plan.links)
    if (wanted.contains(link.id) && lines.size() < kShown) lines.push_back(fmt::format("{}: {}", link.name, link.url));
  if (wanted.size() > lines.size())
    lines.push_back(counted(static_cast<int>(wanted.size() - lines.size()), "page") + " more, in the tasks of those weeks");
  return lines;
}

// The plan's fields are "Group: question"; what is found goes to them in their order.
std::vector<MonthPrompt> prompts_of(const Plan& plan, std::vector<Lines> found) {
  std::vector<MonthPrompt> prompts;
  for (const Tracker& tracker : plan.trackers) {
    if (tracker.id != "month") continue;
    for (const std::string& field : tracker.fields) {
      const std::size_t colon = std::min(field.find(": "), field.size());
      MonthPrompt& prompt = prompts.emplace_back();
      prompt.group = colon < field.size() ? field.substr(0, colon) : "";
      prompt.text = colon < field.size() ? field.substr(colon + 2) : field;
      if (prompts.size() <= found.size()) prompt.found = std::move(found[prompts.size() - 1]);
    }
  }
  return prompts;
}

// The last three of what is found are for the month to come.
void leave_out_next_month(std::vector<MonthPrompt>& prompts) {
  constexpr std::ptrdiff_t kOfThisMonth = 6;
  constexpr std::ptrdiff_t kOfNextMonth = 3;
  const auto first = prompts.begin() + std::min(std::ssize(prompts), kOfThisMonth);
  prompts.erase(first, first + std::min(prompts.end() - first, kOfNextMonth));
}

void add_curve(MonthReport& report, const Standpoint& from, std::span<const Deed> standing) {
  for (int month = 1; month <= report.number; ++month) {
    const int last_week = last_week_of_month(from.timeline.plan(), month);
    const Day end = last_date_of(from, last_week);
    const bool past = end < from.now.day;
    const int week = past ? last_week : std::clamp(from.timeline.on(from.now.day).week, 1, last_week);
    CurveRow row{month, week, past ? end : from.now.day, expected_progress(from.timeline.plan(), week), {}};
    if (past) {
      const std::vector<Deed> deeds = deeds_until(standing, end);
      row.actual = actual_progress(from, fold_plan(deeds, from.timeline.start()), fold_items(deeds, from.model), end);
    } else {
      row.actual = actual_progress(from, from.progress, from.states, from.now.day);
    }
    report.curve.push_back(row);
    if (!past) return;  // what is still to come
  }
}

}  // namespace

ActualProgress actual_progress(const Standpoint& from, const PlanProgress& progress, const ItemStates& states, Day day) {
  const Plan& plan = from.timeline.plan();
  const PracticeTexts texts = practice_texts(from);
  const Coverage coverage = coverage_view(from).coverage;
  const Recalls recalls = recalls_on(from, states, day);
  const int week = from.timeline.on(day).week;
  // Days of a week count: on its first day not all of what it asks is due.
  const double weeks = week - 1 + std::clamp((days_between(first_date_of(from, week), day) + 1) / 7.0, 0.0, 1.0);
  const auto share = [&](int done, std::string_view unit) { return coverage_share(done, asked_by_week(plan, unit, weeks)); };
  const auto recall = [&](Area area) { return recalls.areas[static_cast<std::size_t>(area)].value(); };
  ActualProgress actual;
  actual.coding = {share(problems_solved(progress, texts, progress.since, day).solved, "problems"), recall(Area::Coding),
                   medium_speed(plan, {progress, texts, {}, progress.since}, day)};
  actual.design = {share(designs_done(progress, progress.since, day).designs, "designs"), recall(Area::Design), design_quality(progress)};
  const auto quality = coverage.mean_quality;
  actual.behavioural = {day < from.now.day ? std::nullopt : std::optional(share(drafted(coverage), "stories")),
                        recalls.stories.count > 0 ? recalls.stories.value() : recall(Area::Leadership),
                        quality ? std::optional(*quality / kHighestScore) : std::nullopt};
  return actual;
}

MonthReport month_report(const Standpoint& from, int number, std::span<const Deed> standing) {
  const Plan& plan = from.timeline.plan();
  MonthReport report;
  report.number = number;
  const int first_week = last_week_of_month(plan, number - 1) + 1;
  const int last_week = last_week_of_month(plan, number);
  report.first = first_date_of(from, first_week);
  report.last = last_date_of(from, last_week);
  report.month = month_entry(plan, number);
  report.problems = problems_solved(from.progress, practice_texts(from), report.first, report.last);
  report.designs = designs_done(from.progress, report.first, report.last);
  report.stories = stories_told(standing, first_days_of(from.states), from.library.stories(), report.first, report.last);
  report.mocks = mocks_held(from.progress, report.first, report.last);
  report.done = done_between(standing, first_days_of(from.states), report.first, report.last);
  report.time = area_time(standing, plan, from.settings.level, answer_areas(from), report.first, report.last);
  for (int week = first_week; week <= last_week; ++week) {
    const auto minutes = planned_minutes(from, week);
    for (std::size_t i = 0; i < minutes.size(); ++i) report.planned[i] += minutes[i];
  }
  report.gates = gates_view(from, number).gates;
  for (const CurvePoint& month : plan.curve) report.expected.push_back({last_week_of_month(plan, month.month), month});
  add_curve(report, from, standing);
  const bool past = report.last < from.now.day;
  const PlanProgress progress = past ? fold_plan(deeds_until(standing, report.last), from.timeline.start()) : from.progress;
  const WeakView weak = past ? weak_view(from, progress, report.last, last_week) : weak_view(from);
  report.prompts = prompts_of(plan, {went_well(report), gates_that(report.gates, true), improved_metrics(from, report), weak_points(weak),
                                     difficulties(from, report, standing), schedule_changes(from, report, progress, standing),
                                     gates_that(report.gates, false), next_goals(from, report), next_links(from, report)});
  if (nothing_ahead(from.timeline, from.now.day)) leave_out_next_month(report.prompts);
  return report;
}

}  // namespace starling
