// Values of the engine as JSON, in the shapes that scripts rely on.
#pragma once

#include <nlohmann/json.hpp>

#include <iosfwd>

#include "report/report.h"
#include "study/study.h"

namespace starling {

using Json = nlohmann::ordered_json;

// `{"version":1}` to add to.
[[nodiscard]] Json reply();
// One line, with a newline behind it.
void write_json(std::ostream& out, const Json& json);

[[nodiscard]] Json due_json(const Due& due, const DayRule& rule);
[[nodiscard]] Json card_json(const QueuedCard& card, const Study& study);
[[nodiscard]] Json story_item_json(const QueuedStory& story, const Study& study);
[[nodiscard]] Json outcomes_json(const std::array<Outcome, 4>& outcomes, const DayRule& rule);
[[nodiscard]] Json task_json(const Task& task);
[[nodiscard]] Json problem_json(const Problem& problem);

// A number with so many decimals, or null.
[[nodiscard]] Json rounded(std::optional<double> value, int decimals = 4);
[[nodiscard]] Json day_json(const std::optional<Day>& day);

// What is said of an answer that made a leech.
[[nodiscard]] std::string leech_remark(const Answered& done);

// "10 min", "4 days": what a button shows.
[[nodiscard]] std::string outcome_label(const Outcome& outcome);

}  // namespace starling
