#include "cli/screen/task.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <vector>

#include "cli/screen/practice.h"
#include "text/text.h"

namespace starling {

namespace {

std::string task_facts(const WholeTask& whole) {
  const Task& task = *whole.task.task;
  std::string text = fmt::format("{} · {} · {}", to_string(task.slot), to_string(task.area), duration(whole.task.minutes));
  if (task.count) text += fmt::format(" · {}: {}", task.unit, *task.count);
  if (!task.level.empty()) text += fmt::format(" · {} scale", fmt::join(task.level, ", "));
  if (!task.only.empty()) text += fmt::format(" · {} alone", task.only);
  if (!task.mock.empty()) text += fmt::format(" · {} mock", task.mock);
  return task.optional ? text + " · optional" : text;
}

std::string task_problems(const WholeTask& whole, const Style& style, int width) {
  if (whole.problems.empty()) return "";
  std::string text = "\n" + style.accent("Problems") + "\n";
  for (const auto& each : whole.problems) {
    const std::string title = each.problem ? fmt::format("{}: {}", each.id, each.problem->title) : each.id;
    text += hanging("  - ", fmt::format("{} ({})", title, state_word(each.state, kProblemGroup)), width);
    if (each.problem && !each.problem->url.empty()) text += style.dim(address_line(each.problem->url, 4));
  }
  return text;
}

std::string task_links(const WholeTask& whole, const Style& style, int width) {
  if (whole.links.empty()) return "";
  std::string text = "\n" + style.accent("Links") + "\n";
  for (const Link* link : whole.links) text += hanging("  - ", link->name, width) + style.dim(address_line(link->url, 4));
  return text;
}

std::string task_exercise(const WholeTask& whole, const Style& style, int width) {
  if (!whole.exercise) return "";
  return "\n" + style.accent("Exercise") + "\n" + hanging("  - ", whole.exercise->title, width) +
         style.dim(paragraph(fmt::format("starling exercise show {}", whole.exercise->id), width, 4));
}

std::vector<std::string> deck_names(const WholeTask& whole) {
  std::vector<std::string> names;
  for (const auto& deck : whole.decks) names.push_back(deck.head ? fmt::format("{}: {}", deck.id, deck.head->title) : deck.id);
  return names;
}

std::vector<std::string> principle_names(const Task& task) {
  std::vector<std::string> names;
  for (const std::size_t principle : task.principles) names.emplace_back(principles()[principle].name);
  return names;
}

}  // namespace

std::string task_body(const WholeTask& whole, const Style& style, int width) {
  const Task& task = *whole.task.task;
  return text_lines("Do", task.doing, style, width) + text_lines("Done when", task.done_when, style, width) +
         task_problems(whole, style, width) + task_exercise(whole, style, width) + task_links(whole, style, width) +
         bullet_lines("Cards", deck_names(whole), style, width) + bullet_lines("Principles", principle_names(task), style, width);
}

std::string task_screen(const WholeTask& whole, const Style& style, int width) {
  const Task& task = *whole.task.task;
  std::string text = style.bold(paragraph(task.title, width));
  text += style.dim(paragraph(fmt::format("{}, week {}, day {} · {}", whole.by == WholeTask::By::Dropped ? std::string("Dropped") : whole.date ? long_date(*whole.date) : std::string("Left out"), whole.week, whole.day, task_facts(whole)), width));
  if (whole.by == WholeTask::By::Dropped)
    text += paragraph(fmt::format("You dropped it; take it back: starling plan keep {}", task.id), width);
  if (whole.by == WholeTask::By::Moved)
    text += paragraph(fmt::format("You moved it here; take that back: starling plan keep {}", task.id), width);
  text += task_body(whole, style, width);
  text += text_lines("So far", capitalised(done_sentence(whole)) + ".", style, width);
  return text + "\n" + style.dim(paragraph(fmt::format("{} · {} {}", task.id, whole.by == WholeTask::By::Added ? "of your own:" : task.origin.source,
                                          whole.by == WholeTask::By::Added ? "plan.toml" : task.origin.row), width));
}

}  // namespace starling
