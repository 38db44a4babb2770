// `month`: the monthly review, filled in from the history; kept in notes/ where it is asked for.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/handing_out.h"
#include "cli/open_study.h"
#include "cli/page/reports.h"
#include "cli/screen/review.h"
#include "cli/wire/wire.h"
#include "study/study.h"

namespace starling {

namespace {

constexpr Operand<Whole> kMonthNumber{"N", {0, 99}};  // the plan knows how many it has
constexpr Switch kWrite{"--write", "keep it as notes/month-N.md, unless you wrote into that"};

int need_month(const Arguments& arguments, const Plan& plan, int today) {
  const int months = plan.months.empty() ? 1 : plan.months.back().number;
  const int number = arguments.value(kMonthNumber).value_or(std::min(today, months));
  if (number < 1 || number > months) throw UsageError(fmt::format("N goes from 1 to {}, not {}", months, number));
  return number;
}

Exit run_month(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Standpoint from = study->standpoint();
  const int number = need_month(arguments, study->timeline().plan(), month_of(from.timeline.on(from.now.day).week));
  MonthReport report = month_report(from, number, study->standing());
  std::optional<NoteWritten> written;
  if (arguments.has(kWrite)) written = write_note(study->folder(), fmt::format("month-{}.md", number), month_markdown(report));
  const auto format = arguments.value(kFormat);
  if (arguments.json) {
    world.out << month_json(report, written);
  } else if (written) {
    world.out << note_sentence(*written, fmt::format("starling month {}", number));
  } else if (format == "md" || format == "html") {
    Handout handout(study->library().stories(), !arguments.has(kUnmasked));
    handout.prepare(report);
    world.out << (format == "md" ? month_markdown(report) : month_page(report));
    tell_handout(handout.remarks(), arguments, world);
  } else {
    world.out << month_screen(report, Style(world.colour), text_width(world));
  }
  return Exit::Ok;
}

}  // namespace

const Command kMonthCommand{.name = "month",
                            .operands = {maybe(kMonthNumber)},
                            .summary = "a month in review: what the log says to nine questions, and progress",
                            .options = {&kWrite, &kFormat, &kUnmasked},
                            .relations = {excludes(kWrite, kFormat)},
                            .examples = {"starling month", "starling month 2 --write", "starling month --format html > month.html"},
                            .pages = true,
                            .run = run_month};

}  // namespace starling
