#include "cli/logging.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <ostream>

#include "cli/open_study.h"
#include "cli/screen.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

PartScore PartScored::read(std::string_view what, std::string_view word) const {
  const std::size_t mark = word.rfind('=');
  const std::string name = mark == word.npos ? "" : kebab(std::string(word.substr(0, mark)));
  const std::string_view number = mark == word.npos ? "" : word.substr(mark + 1);
  double score = -1;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), score);
  const bool whole = error == std::errc{} && end == number.data() + number.size() && !number.empty();
  if (name.empty() || !whole || score < 0 || score > kHighestPart || std::floor(score * 2) != score * 2)
    throw UsageError(fmt::format("{} takes a part and its score from 0 to 5 in halves, such as depth=3.5, not '{}'", what,
                                 shorten(word, 60)));
  return {name, score};
}

std::optional<Day> day_given(const Arguments& arguments, const Study& study) {
  const auto on = arguments.value(kOn);
  if (on && *on > study.now().day) throw UsageError(fmt::format("--on: {} is still to come", to_string(*on)));
  return on;
}

std::string note_given(const Arguments& arguments) { return arguments.value(kNote).value_or(""); }

std::vector<PartScore> scores_given(const Arguments& arguments) {
  std::vector<PartScore> scores = arguments.values(kScore);
  for (std::size_t i = 0; i < scores.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (scores[i].name == scores[j].name) throw UsageError(fmt::format("--score: '{}' has two scores", scores[i].name));
  return scores;
}

void tell_written(const Written& written, const Study& study, const Arguments& arguments, World& world) {
  const Standpoint from = study.standpoint();
  const auto task_now = written.task ? std::optional(task_view(from, *written.task)) : std::nullopt;
  if (arguments.json) {
    world.out << written_json(written.deed, written.text, task_now);
    return;
  }
  const int width = text_width(world);
  world.out << paragraph(written.text, width);
  if (!task_now) return;
  const Task& task = *task_now->task;
  const std::string of = task.count ? fmt::format("{:g} of {} {}", task_now->done, *task.count, task.unit) : "done";
  world.out << paragraph(fmt::format("{}: {}", task.title, of), width);
}

}  // namespace starling
