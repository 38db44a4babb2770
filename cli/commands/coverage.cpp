// `coverage`: which Leadership Principles the stories cover, or the plan's story slots would.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "text/text.h"

namespace starling {

namespace {

struct Covered {
  Coverage coverage;
  std::string source;  // "stories" | "plan"
};

Covered planned(const Study& study, const std::optional<std::string>& source) {
  const std::vector<std::string> known{"seed", "sibling", "starling"};
  if (source && std::find(known.begin(), known.end(), *source) == known.end())
    throw UsageError(fmt::format("--source takes seed, sibling or starling, not '{}'{}", *source,
                                 did_you_mean(*source, known)));
  std::vector<PlannedSlot> slots;
  for (const StorySlot& slot : story_slots(study.plan()))
    if (!source || slot.source == *source) slots.push_back({slot.principle, slot.stories});
  return {planned_coverage(slots), "plan"};
}

Json principle_json(const PrincipleCoverage& p) {
  Json stories = Json::array();
  for (const CoveredStory& story : p.stories)
    stories.push_back({{"id", story.id},
                       {"strength", story.strength == Strength::Primary ? "primary" : "secondary"},
                       {"quality", rounded(story.quality, 2)}});
  return {{"id", principles()[p.principle].id},
          {"code", principles()[p.principle].code},
          {"name", principles()[p.principle].name},
          {"status", to_string(p.status)},
          {"primary", p.primary},
          {"secondary", p.secondary},
          {"angles", p.angles},
          {"best_quality", rounded(p.best_quality, 2)},
          {"mean_quality", rounded(p.mean_quality, 2)},
          {"tellings", p.tellings},
          {"last_told", day_json(p.last_told)},
          {"warm", p.warm},
          {"recall", rounded(p.recall)},
          {"recall_on_interview", rounded(p.recall_on_interview)},
          {"stories", std::move(stories)}};
}

Json coverage_json(const Covered& covered, const Study& study) {
  const Coverage& c = covered.coverage;
  Json json = reply();
  json["date"] = to_string(study.today());
  json["level"] = study.settings().level;
  json["source"] = covered.source;
  json["summary"] = {{"principles", static_cast<int>(c.principles.size())},
                     {"covered", c.covered},
                     {"stories", c.stories},
                     {"complete", c.complete},
                     {"mean_quality", rounded(c.mean_quality, 2)},
                     {"gate", {{"passed", c.gate_passed}, {"reasons", c.gate_reasons}}}};
  json["principles"] = Json::array();
  for (const PrincipleCoverage& p : c.principles) json["principles"].push_back(principle_json(p));
  json["next"] = Json::array();
  for (const CoverageStep& step : c.next) {
    Json next{{"principle", principles()[step.principle].id}, {"action", step.action}};
    if (!step.story.empty()) next["story"] = step.story;
    next["text"] = step.text;
    json["next"].push_back(std::move(next));
  }
  return json;
}

std::string status_text(CoverageStatus status, const Style& style) {
  const std::string word = padded(to_string(status), 7);
  return status == CoverageStatus::Covered ? style.good(word) : style.warn(word);
}

void print_row(std::ostream& out, const PrincipleCoverage& p, const Style& style, int width, bool of_plan) {
  const Principle& principle = principles()[p.principle];
  const bool wide = width >= 64;
  std::string figures = fmt::format("{} + {}", p.primary, p.secondary);
  if (wide && !of_plan)
    figures = fmt::format("{:>7}  {:>7}  {:>9}", figures, p.best_quality ? fmt::format("{:.1f}", *p.best_quality) : "-",
                          p.last_told ? short_date(*p.last_told) : "-");
  const int room = width - 4 - 9 - display_width(figures) - 1;
  out << principle.code << "  " << padded(shorten(principle.name, room), room) << " " << status_text(p.status, style)
      << "  " << style.dim(figures) << "\n";
}

// On a `low` screen all sixteen principles still fit.
void print_coverage(std::ostream& out, const Covered& covered, const Style& style, int width, bool low) {
  const Coverage& c = covered.coverage;
  const bool of_plan = covered.source == "plan";
  const std::string what = of_plan ? counted(c.stories, "story slot") : counted(c.complete, "complete story", "complete stories");
  out << style.bold(at_both_ends(fmt::format("{} of {} principles covered", c.covered, c.principles.size()), low ? "" : what, width)) << "\n";
  if (width >= 64 && !of_plan)
    out << style.dim(at_both_ends("", fmt::format("{:>7}  {:>7}  {:>9}", "stories", "quality", "last told"), width)) << "\n";
  for (const PrincipleCoverage& p : c.principles) print_row(out, p, style, width, of_plan);
  // Header, columns, sixteen rows, a gap, these and the gate: all of it in 24 lines.
  const std::size_t shown = low ? 1 : 3;
  if (!c.next.empty() && !low) out << "\n";
  for (std::size_t i = 0; i < std::min(shown, c.next.size()); ++i)
    out << hanging(i == 0 ? "Next: " : "      ", c.next[i].text, width);
  if (low) return;
  const std::string gate = c.gate_passed ? "The gate of month 4 is met."
                                         : fmt::format("The gate of month 4 is not met: {}.",
                                                       counted(static_cast<int>(c.gate_reasons.size()), "reason"));
  out << style.dim(paragraph(gate, width));
}

}  // namespace

Exit run_coverage(const Arguments& arguments, World& world) {
  if (arguments.has("--source") && !arguments.has("--planned"))
    throw UsageError("--source goes with --planned");
  const auto study = open_study(arguments, world);
  const Covered covered = arguments.has("--planned") ? planned(*study, arguments.text("--source"))
                                                     : Covered{study->coverage(), "stories"};
  if (arguments.json)
    write_json(world.out, coverage_json(covered, *study));
  else
    print_coverage(world.out, covered, Style(world.colour), text_width(world), is_low(world));
  return Exit::Ok;
}

}  // namespace starling
