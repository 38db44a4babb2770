#include "cli/screen/to_do.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <vector>

#include "cli/screen/practice.h"
#include "cli/screen/problems.h"
#include "cli/to_do_commands.h"
#include "text/text.h"

namespace starling {

std::string to_do_facts(const ToDo& doing) {
  std::vector<std::string> facts;
  if (doing.slot) facts.emplace_back(to_string(*doing.slot));
  if (doing.what && doing.what->task) facts.emplace_back(to_string(doing.what->task->area));
  if (doing.minutes > 0) facts.push_back(duration(doing.minutes));
  if (doing.what && doing.what->target > 1) facts.push_back(fmt::format("{:g} of {:g} done", doing.what->done, doing.what->target));
  return fmt::format("{}", fmt::join(facts, " · "));
}

std::string to_do_screen(const ToDo& doing, const Style& style, int width) {
  std::string text = style.bold(paragraph(doing.number > 0 ? fmt::format("{}. {}", doing.number, doing.title) : doing.title, width));
  if (const std::string facts = to_do_facts(doing); !facts.empty()) text += style.dim(paragraph(facts, width));
  const Task* task = doing.what ? doing.what->task : nullptr;
  if (doing.problem) text += "\n" + problem_brief(*doing.problem, style, width);
  else if (doing.exercise) text += "\n" + paragraph(doing.exercise->title, width);
  else if (doing.story && doing.what) text += "\n" + paragraph(doing.story->title, width);
  else if (task) text += text_lines("Do", task->doing, style, width) + text_lines("Done when", task->done_when, style, width);
  text += "\n";
  for (const std::string& command : commands_of(doing)) text += fmt::format("  {}\n", command);  // in one piece, to be copied
  return text;
}

std::string problem_brief(const CodingProblem& problem, const Style& style, int width) {
  std::string text = paragraph(problem_name(problem), width);
  text += style.dim(paragraph(fmt::format("{} · {}", to_string(problem.size), duration(problem.target_minutes)), width));
  if (!problem.url.empty()) text += address_line(problem.url);
  if (problem.premium) text += paragraph("Its page wants a subscription.", width);
  return text;
}

std::string work_clock(int seconds, int minutes, const Style& style, int width) {
  if (minutes <= 0) return clock_time(seconds) + "\n";
  const std::string text = fmt::format("{} of {}  ", clock_time(seconds), clock_time(minutes * 60));
  const int room = std::max(8, std::min(40, width - display_width(text)));
  const std::string line = text + bar(std::min(1.0, seconds / (minutes * 60.0)), room);
  return (seconds > minutes * 60 ? style.late(line) : line) + "\n";
}

}  // namespace starling
