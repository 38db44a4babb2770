#include "cli/screen/review.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/screen/done.h"
#include "cli/screen/sections.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 3> kSizeNames{"Easy", "Medium", "Hard"};
constexpr std::array<std::string_view, 4> kAreaNames{"design", "coding", "leadership", "mocks"};

std::string days_of(Day first, Day last) { return fmt::format("{} to {}", short_date(first), long_date(last)); }

std::string of_target(int done, int target) { return target > 0 ? fmt::format("{} of {}", done, target) : fmt::format("{}, none planned", done); }

std::string minutes_beside(std::optional<double> mean, std::optional<double> target) {
  const std::string beside = target ? fmt::format("target {:g} min", *target) : "";
  if (!mean) return beside;
  return fmt::format("mean {:.0f} min{}{}", *mean, beside.empty() ? "" : ", ", beside);
}

std::string score_of_five(std::optional<double> score) { return score ? fmt::format("{:.1f} of 5", *score) : "no scores yet"; }

ReportSection coding_section(const ProblemsSolved& problems, const std::array<std::optional<double>, 3>& targets, std::optional<int> target) {
  ReportSection section{"Coding", {}, {}, {}, ""};
  std::string solved = target ? of_target(problems.solved, *target) : fmt::format("{}", problems.solved);
  if (problems.tried > 0) solved += fmt::format(", {} more tried", problems.tried);
  section.figures.emplace_back("Problems solved", solved);
  for (std::size_t i = 0; i < kSizeNames.size(); ++i) {
    const std::string times = minutes_beside(problems.sizes[i].minutes, targets[i]);
    section.figures.emplace_back(kSizeNames[i], fmt::format("{}{}{}", problems.sizes[i].solved, times.empty() ? "" : ", ", times));
  }
  return section;
}

ReportSection design_section(const DesignsDone& designs, std::optional<double> minutes, std::optional<int> target) {
  return {"Design",
          {{"Designs", target ? of_target(designs.designs, *target) : fmt::format("{}", designs.designs)},
           {"Quality", score_of_five(designs.score)},
           {"Time", designs.minutes || minutes ? minutes_beside(designs.minutes, minutes) : "no times yet"}},
          {}, {}, ""};
}

ReportSection behavioural_section(const StoriesTold& stories, const MocksHeld& mocks, std::optional<int> target) {
  std::string held = target ? of_target(mocks.mocks, *target) : fmt::format("{}", mocks.mocks);
  if (mocks.score) held += ", " + score_of_five(mocks.score);
  return {"Behavioural",
          {{"Stories practised", fmt::format("{}, {}", stories.stories, counted(stories.tellings, "telling"))},
           {"New stories", fmt::format("{} told for the first time", stories.fresh)},
           {"Quality improvements", stories.improved ? counted(*stories.improved, "revision") : "not known: no story has a dated revision"},
           {"Mock interviews", held}},
          {}, {}, ""};
}

ReportSection minutes_section(const WeekReport& report) {
  ReportSection section{"Minutes by area", {}, {{"", "done", "planned", "so far", "allocation"}}, {}, ""};
  double allocated = 0;
  for (std::size_t i = 0; i < kAreaNames.size(); ++i) {
    section.table.push_back({std::string(kAreaNames[i]), duration(report.time.minutes[i]), duration(report.planned[i]),
                             duration(report.time_so_far.minutes[i]), duration(report.allocated_so_far[i])});
    allocated += report.allocated_so_far[i];
  }
  if (report.time_so_far.other > 0)
    section.table.push_back({"other cards", duration(report.time.other), "", duration(report.time_so_far.other), ""});
  section.table.push_back({"together", duration(report.time.sum()), duration(report.planned_minutes()),
                           duration(report.time_so_far.sum()), duration(allocated)});
  section.remark = fmt::format("{:g} hours a week are set.", report.hours_per_week);
  if (report.level)
    section.remark += fmt::format(" {} is meant to take {} to {}, {} to {} in all.", report.level->id, report.level->week_low,
                                  report.level->week_high, report.level->hours_low, report.level->hours_high);
  if (report.full())
    section.remark += report.has_loops ? " More is planned: full mock loops and the sprint are counted at their real length."
                                       : " More is planned.";
  section.remark += " So far and allocation are since the plan began.";
  return section;
}

}  // namespace

std::vector<ReportSection> week_sections(const WeekReport& report) {
  std::vector<ReportSection> sections;
  ReportSection goals{"Goals", {}, {}, {}, ""};
  for (const Goal& goal : report.week->goals) goals.points.push_back(goal.text);
  for (const std::string& goal : report.own_goals) goals.points.push_back("your own: " + goal);
  if (!goals.points.empty()) sections.push_back(std::move(goals));
  sections.push_back(coding_section(report.problems, report.size_targets, report.problems_target));
  sections.push_back(design_section(report.designs, report.design_target, report.designs_target));
  sections.push_back(behavioural_section(report.stories, report.mocks, report.mocks_target));
  sections.push_back(minutes_section(report));
  ReportSection done{"Done", {}, {}, {}, "", done_words(report.done)};
  if (report.tasks > 0) done.figures.emplace_back("Tasks", of_target(report.tasks_done, report.tasks));
  sections.push_back(std::move(done));
  if (!report.last_week) {
    ReportSection next{"Your goals for next week", {}, {}, report.next_goals, ""};
    if (next.points.empty()) next.remark = fmt::format("None yet: starling week {} --goals TEXT, three times.", report.number + 1);
    sections.push_back(std::move(next));
  }
  for (const AdviceGiven& advice : report.advice) {
    ReportSection section{capitalised(advice.when), {}, {}, {}, "", advice.because};
    for (const Advice* each : advice.list) section.points.push_back(each->text);
    sections.push_back(std::move(section));
  }
  return sections;
}

std::string week_title(const WeekReport& report) { return fmt::format("Week {}: {}", report.number, report.week->title); }

std::string week_dates(const WeekReport& report) {
  return report.left_out ? "It is left out: there is no time for it." : days_of(report.first, report.last);
}

namespace {

// Months --------------------------------------------------------------------------------------------------------------

// "64 of 71 %", "- of 71 %" where nothing is known.
std::string beside_curve(const ProgressFactors& actual, double expected) {
  const auto product = actual.product();
  return fmt::format("{} of {:.0f} %", product ? fmt::format("{:.0f}", *product) : "-", expected);
}

ReportSection curve_section(const MonthReport& report) {
  ReportSection section{"Progress, of what the plan expects", {}, {{"", "coding", "design", "behavioural"}}, {}, ""};
  for (const CurveRow& row : report.curve)
    section.table.push_back({fmt::format("week {}", row.week), beside_curve(row.actual.coding, row.expected.coding),
                             beside_curve(row.actual.design, row.expected.design), beside_curve(row.actual.behavioural, row.expected.behavioural)});
  if (report.curve.empty()) return section;
  const ActualProgress& now = report.curve.back().actual;
  section.remark = "Coverage x recall x quality: starling help words.";
  for (const auto& [name, factors] : {std::pair("coding", now.coding), std::pair("design", now.design), std::pair("behavioural", now.behavioural)})
    if (const auto lacks = factors.lacks(); !lacks.empty()) section.remark += fmt::format(" Of {} the {} is not known.", name, lacks);
  return section;
}

}  // namespace

std::vector<ReportSection> month_sections(const MonthReport& report) {
  std::vector<ReportSection> sections;
  if (report.month && !report.month->goals.empty()) sections.push_back({"Goals", {}, {}, report.month->goals, ""});
  sections.push_back(coding_section(report.problems, {}, {}));
  sections.push_back(design_section(report.designs, {}, {}));
  sections.push_back(behavioural_section(report.stories, report.mocks, {}));
  ReportSection minutes{"Minutes by area", {}, {{"", "done", "planned"}}, {}, ""};
  int planned = 0;
  for (std::size_t i = 0; i < kAreaNames.size(); ++i) {
    minutes.table.push_back({std::string(kAreaNames[i]), duration(report.time.minutes[i]), duration(report.planned[i])});
    planned += report.planned[i];
  }
  minutes.table.push_back({"together", duration(report.time.sum()), duration(planned)});
  sections.push_back(std::move(minutes));
  sections.push_back(curve_section(report));
  return sections;
}

std::string month_title(const MonthReport& report) {
  return fmt::format("Month {}: {}", report.number, report.month ? report.month->theme : "");
}

std::string month_dates(const MonthReport& report) { return days_of(report.first, report.last); }

std::string week_screen(const WeekReport& report, const Style& style, int width) {
  std::string text = style.bold(paragraph(week_title(report), width)) + style.dim(week_dates(report)) + "\n";
  for (const DaySpan& days : report.breaks) text += style.dim(paragraph(break_sentence(days, report.first), width));
  for (const ReportSection& section : week_sections(report)) text += section_text(section, style, width);
  return text;
}

std::string week_markdown(const WeekReport& report) {
  std::string text = fmt::format("# {}\n\n{}\n", week_title(report), week_dates(report));
  for (const DaySpan& days : report.breaks) text += "\n" + break_sentence(days, report.first) + "\n";
  for (const ReportSection& section : week_sections(report)) text += section_markdown(section);
  return text;
}

std::string month_screen(const MonthReport& report, const Style& style, int width) {
  std::string text = style.bold(paragraph(month_title(report), width)) + style.dim(month_dates(report)) + "\n";
  for (const ReportSection& section : month_sections(report)) text += section_text(section, style, width);
  for (const MonthPrompt& prompt : report.prompts)
    text += section_text({prompt.group + ": " + prompt.text, {}, {}, prompt.found,
                          prompt.found.empty() ? "The log says nothing to this." : ""},
                         style, width);
  return text;
}

// Below each question a line for the learner's own words.
std::string month_markdown(const MonthReport& report) {
  std::string text = fmt::format("# {}\n\n{}\n", month_title(report), month_dates(report));
  for (const ReportSection& section : month_sections(report)) text += section_markdown(section);
  for (const MonthPrompt& prompt : report.prompts)
    text += section_markdown({prompt.group + ": " + prompt.text, {}, {}, prompt.found, ""}) + "- \n";
  return text + "\n";
}

std::string note_sentence(const NoteWritten& written, std::string_view command) {
  if (written.kept) return fmt::format("{} holds your own words and stays as it is. Print the review: {}\n", written.name, command);
  return written.changed ? fmt::format("{} is written; your own words go below each question.\n", written.name)
                         : fmt::format("{} is up to date.\n", written.name);
}

}  // namespace starling
