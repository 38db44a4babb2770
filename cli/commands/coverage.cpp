// `coverage`: which Leadership Principles the stories cover, or the plan's story slots would.
#include <fmt/format.h>

#include <array>
#include <optional>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/handing_out.h"
#include "cli/open_study.h"
#include "cli/page/coverage.h"
#include "cli/screen/coverage.h"
#include "cli/terminal/terminal.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 3> kSources{"seed", "sibling", "starling"};
constexpr std::array<std::string_view, 4> kCoverageFormats{"text", "md", "csv", "html"};
constexpr std::array<std::string_view, 2> kCoverageLevels{"L6", "L7"};
constexpr Switch kWhy{"--why", "what the month's goal still asks for, and what a coach would mind, in full sentences; exit 1 where it asks for something"};
constexpr Switch kMatrix{"--matrix", "principles by stories"};
constexpr Switch kPlanned{"--planned", "over the story slots of the plan"};
constexpr Option<Choice<std::string_view>> kSource{
    "--source", "SOURCE", "with --planned: only slots of seed, sibling or starling", {kSources}};
constexpr Option<Choice<std::string_view>> kForLevel{"--level", "LEVEL", "fit for L6 or L7 in place of your own level", {kCoverageLevels}};
constexpr Option<Whole> kByWeek{"--week", "N", "beside what the plan wants by the end of week N", {1, 999}};
constexpr Option<Choice<std::string_view>> kCoverageFormat{
    "--format", "FORMAT", "text, md for Markdown, csv for a spreadsheet, or html, a page to print", {kCoverageFormats}};

CoverageWish wish_of(const Arguments& arguments, const Plan& plan) {
  CoverageWish wish;
  if (const auto level = arguments.value(kForLevel)) wish.level = std::string(*level);
  wish.week = arguments.value(kByWeek);
  if (wish.week && *wish.week > plan.weeks) throw UsageError(fmt::format("--week goes from 1 to {}, not {}", plan.weeks, *wish.week));
  return wish;
}

std::string text_of(const CoverageReport& report, const Arguments& arguments, World& world) {
  const Style style(world.colour);
  const int width = text_width(world);
  const auto format = arguments.value(kCoverageFormat);
  if (format == "md") return coverage_markdown(report);
  if (format == "csv") return coverage_csv(report);
  if (format == "html") return coverage_page(report);
  if (arguments.has(kWhy)) return coverage_why_screen(report, style, width);
  if (arguments.has(kMatrix)) return coverage_matrix_screen(report, style, width);
  return coverage_screen(report, style, width, world.terminal ? std::optional(world.terminal->rows()) : std::nullopt);
}

Exit run_coverage(const Arguments& arguments, World& world) {
  const bool planned = arguments.has(kPlanned);
  if (planned && (arguments.has(kMatrix) || arguments.value(kCoverageFormat) == "html"))
    throw UsageError("--planned has no stories to draw: text, md or csv");
  const auto study = open_study(arguments, world);
  const Standpoint from = study->standpoint();
  CoverageReport report = planned ? CoverageReport{planned_coverage_view(from, arguments.value(kSource)), {}, {}}
                                  : coverage_report(from, wish_of(arguments, from.timeline.plan()));
  Handout handout(study->library().stories(), !arguments.has(kUnmasked));
  const bool handed = !arguments.json && arguments.value(kCoverageFormat).value_or("text") != "text";
  if (handed) handout.prepare(report);
  world.out << (arguments.json ? to_json(report) : text_of(report, arguments, world));
  if (handed) tell_handout(handout.remarks(), arguments, world);
  return arguments.has(kWhy) && !report.view.coverage.gate_passed ? Exit::NotMet : Exit::Ok;
}

}  // namespace

const Command kCoverageCommand{.name = "coverage",
                               .summary = "which Leadership Principles your stories cover",
                               .options = {&kWhy, &kMatrix, &kForLevel, &kByWeek, &kPlanned, &kSource, &kCoverageFormat, &kUnmasked},
                               .relations = {needs(kSource, kPlanned)},
                               .examples = {"starling coverage", "starling coverage --why", "starling coverage --matrix",
                                            "starling coverage --week 8", "starling coverage --planned --source seed",
                                            "starling coverage --format html > coverage.html"},
                               .pages = true,
                               .run = run_coverage};

}  // namespace starling
