#include "tools/docs/pages.h"

#include <fmt/format.h>

#include <stdexcept>

#include "cli/commands.h"
#include "cli/reference.h"
#include "cli/topics.h"
#include "source/source.h"
#include "study/study.h"
#include "tools/docs/deck_pages.h"
#include "tools/docs/readings.h"
#include "tools/docs/settings_pages.h"
#include "tools/docs/timeline_table.h"
#include "view/words.h"

namespace starling {

namespace {

constexpr std::size_t kLargestFile = 16 << 20;

std::string text_of(const std::filesystem::path& path) {
  FileText file = read_file(path, kLargestFile);
  if (!file) throw std::runtime_error(path.string() + " " + file.reason);
  return *std::move(file.text);
}

std::string hours_table(const Plan& plan) {
  std::string text = "| level | area | hours | share | hours a week |\n| --- | --- | ---: | ---: | ---: |\n";
  for (const LevelHours& level : plan.levels) {
    std::vector<int> hours;
    for (const Allocation& each : plan.allocations)
      if (each.level == level.id) hours.push_back(each.hours);
    const auto percents = largest_remainder_percents(hours);
    std::size_t row = 0;
    for (const Allocation& each : plan.allocations)
      if (each.level == level.id)
        text += fmt::format("| {} | {} | {} | {} % | {:.2f} |\n", level.id, to_string(each.area), each.hours,
                            percents[row++], weekly_hours(plan, level.id, each.area));
    text += fmt::format("| {} | together | {} | 100 % | {:.2f} |\n", level.id, total_hours(plan, level.id),
                        static_cast<double>(total_hours(plan, level.id)) / plan.weeks);
  }
  return text;
}

std::string readings_table(const Plan& plan) {
  std::string text = "| | the source says | Starling does |\n| --- | --- | --- |\n";
  for (const Reading& each : plan.readings) text += fmt::format("| {} | {} | {} |\n", each.id, each.seed, each.reading);
  return text;
}

constexpr std::string_view kReports =
    "\n## How the reports count\n\n"
    "- **Minutes by area.** What was logged counts with its minutes, answers as they were timed. A task ticked without a time counts "
    "as planned; the task that a logged problem, design or mock ticks does not count again, nor does what is logged later on that day for a task already ticked. Cards of decks of the area \"mixed\" stand "
    "apart.\n"
    "- **A gate for you to judge** is met by a tick, of itself or of the line of a list that says the same; where it counts "
    "something and asks for nothing more, by the tasks done as well. The day's screen asks it on its day (of those due on the eve or "
    "the day of the interview on the Sunday before), starling check as long as it is open.\n"
    "- **Problems and designs** count once each, however often they are solved or walked through.\n"
    "- **Quality improvements** of stories are the revisions that their files date. A file holds its present scores alone: where no "
    "story has a dated revision, the number is not known. New are the stories told for the first time.\n"
    "- **A metric** is what was measured last; before that, the mean of the last ten problems or designs of the log, of the last "
    "three mock interviews, of the stories' scores; before that, for the four of week 21, the figure that the timeline begins with.\n"
    "- **An attempt** ends on the day of an outcome that is logged, but for waiting, or on the old date where one that was over is set "
    "anew. What was done up to then fills no task, list or gate of a plan that starts later; what is known stays.\n"
    "- **A gap** is what a metric lacks of its target, as a share of the target; for confidence, of the way from Low to High. Equal "
    "gaps go by the hours of their area. Up to a quarter of a week moves to the area of the largest gap from that of the smallest "
    "(C21).\n"
    "- **Behind** is less than 70 % of the tasks of the last 14 days, by their minutes; ahead is all of them and a fifth more time.\n"
    "- **Progress** in percent is coverage x recall x quality (S59, C22), beside the timeline's curve; a factor that is not known makes "
    "it unknown. Between two gates what they ask rises on a straight line.\n\n"
    "| | coverage, at most 1 | recall, the mean chance now | quality, at most 1 |\n| --- | --- | --- | --- |\n"
    "| coding | problems solved, of those the gates ask by now | cards of coding, and problems | 25 minutes, the last target of a "
    "medium problem, by what one takes |\n"
    "| design | designs, of those the gates ask by now | cards of AWS, distributed systems and architecture, and exercises | mean "
    "score of the last ten designs, of 5 |\n"
    "| behavioural | stories and drafts, of those the gates ask by now | stories that were told; before that cards of the principles | "
    "mean score of the stories, of 5 |\n";

Plan plan_of(const std::filesystem::path& file) { return read_plan(text_of(file), file.filename().string()).plan.value(); }

std::string weeks_proposed(const Plan& plan) {
  if (!plan.fewest_weeks && !plan.most_weeks) return "by name";
  if (!plan.most_weeks) return fmt::format("{} or more", *plan.fewest_weeks);
  return (plan.fewest_weeks ? fmt::format("{} to {}", *plan.fewest_weeks, *plan.most_weeks) : fmt::format("up to {}", *plan.most_weeks)) +
         (plan.second_attempt ? ", after a rejection" : "");
}

std::string levels_of(const Plan& plan) {
  std::string text;
  for (const LevelHours& level : plan.levels) text += fmt::format("{}{} {} h", text.empty() ? "" : ", ", level.id, total_hours(plan, level.id));
  return text;
}

std::string plans_table(std::span<const Plan> plans) {
  std::string text = "| plan | for whom | weeks | hours | proposed for weeks |\n| --- | --- | ---: | --- | --- |\n";
  for (const Plan& plan : plans)
    text += fmt::format("| {} | {} | {} | {} | {} |\n", plan.id, plan.about, plan.weeks, levels_of(plan), weeks_proposed(plan));
  return text;
}

// The usual one first, since the timeline is its text.
std::vector<Plan> all_plans(const std::filesystem::path& content) {
  const std::string usual = Settings{}.plan;
  std::vector<Plan> plans{plan_of(content / "plans" / (usual + ".toml"))};
  for (const ListedFile& file : list_files(content / "plans", ".toml"))
    if (file.path.stem() != usual) plans.push_back(plan_of(file.path));
  return plans;
}

std::string plan_page(const std::filesystem::path& content) {
  const std::vector<Plan> plans = all_plans(content);
  std::string text = "# The plans\n\nMade from `decks/plans/`. `starling plan --list` says which fits the time left; `starling init --plan ID` takes "
                     "one. A plan of your own lies in `plans/` of the study folder, in the same format; a plan without weeks for which it is proposed "
                     "is taken by name alone.\n\n" +
                     plans_table(plans) + std::string(kReports);
  for (const Plan& plan : plans) {
    text += fmt::format("\n## {}\n\n`{}`. {}\n\n", plan.title, plan.id, plan.id == Settings{}.plan
                            ? "Totals are the timeline's; weekly hours and shares are computed from them, since the printed ones do not add up (C1 to C4)."
                            : "Weekly hours and shares are computed from the totals.");
    text += hours_table(plan);
    if (!plan.readings.empty())
      text += "\nEach line of the plan's source that disagrees with another, and the reading that the plan follows.\n\n" + readings_table(plan);
  }
  return text;
}

std::vector<Deck> all_decks(const std::filesystem::path& content) {
  std::vector<Deck> decks;
  for (const ListedFile& file : list_files(content / "cards", ".toml"))
    decks.push_back(read_deck(text_of(file.path), file.path.filename().string()).deck.value());
  return decks;
}

// As `read` has it; empty where there is no such file yet.
template <class Read>
auto read_beside(const std::filesystem::path& file, Read read) -> decltype(read(std::string_view(), std::string())) {
  const FileText text = read_file(file, kLargestFile);
  if (!text && text.fault == FileFault::Missing) return {};
  auto result = read(text_of(file), file.filename().string());
  if (!result.problems.empty()) throw std::runtime_error(to_line(result.problems.front()));
  return result;
}

}  // namespace

std::vector<Page> made_pages(const std::filesystem::path& content) {
  const Plan plan = plan_of(content / "plans" / (Settings{}.plan + ".toml"));
  const TimelineTable timeline = read_timeline_table(text_of(content.parent_path() / kTimelineTable), kTimelineTable);
  const std::vector<Deck> decks = all_decks(content);
  const DeckReadings readings = read_beside(content.parent_path() / kReadingsFile, read_deck_readings);
  const CardDraws draws = read_beside(content.parent_path() / kDrawsFile, read_card_draws);
  return {{"docs/commands.md", command_reference(commands())},
          {"docs/plan.md", plan_page(content)},
          {"docs/timeline.md", timeline_page(plan, timeline)},
          {"docs/decks.md", decks_page(decks, readings.readings, draws.draws)},
          {"decks/README.md", decks_readme(decks)},
          {"docs/settings.md", settings_page()},
          {"docs/keys.md", topic_page(*find_topic("keys"))},
          {"docs/words.md", topic_page(*find_topic("words"))},
          {"schema/settings.json", settings_schema()}};
}

}  // namespace starling
