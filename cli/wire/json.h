// Pieces of replies, for the files of this folder: the only ones that know the JSON library.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>

#include "history/history.h"
#include "plan/plan.h"
#include "schedule/schedule.h"
#include "settings/settings.h"
#include "source/source.h"
#include "study/study.h"
#include "view/view.h"

namespace starling {

using Json = nlohmann::ordered_json;

// `{"version":1}` to add to.
[[nodiscard]] Json reply();
// One line, with a newline behind it.
[[nodiscard]] std::string line_of(const Json& json);

[[nodiscard]] Json due_json(const Due& due, const DayRule& rule);
[[nodiscard]] Json card_json(const CardView& card, const DayRule& rule);
[[nodiscard]] Json story_json(const StoryAskedView& story, const DayRule& rule);
[[nodiscard]] Json outcomes_json(const std::array<Outcome, 4>& outcomes, const DayRule& rule);
[[nodiscard]] Json task_json(const TaskView& view);
[[nodiscard]] Json problem_json(const Problem& problem);
[[nodiscard]] Json flags_json(std::span<const CardFlag> flags);
[[nodiscard]] Json win_json(const Win& win);

// Null for an empty one.
[[nodiscard]] Json text_or_null(const std::string& text);
// A number with so many decimals, or null.
[[nodiscard]] Json rounded(std::optional<double> value, int decimals = 4);
// What was practised and how long: parts of the reports on a week and a month.
[[nodiscard]] Json practised_json(const ProblemsSolved& problems, const DesignsDone& designs, const StoriesTold& stories,
                                  const MocksHeld& mocks);
[[nodiscard]] Json time_json(const AreaTime& time);
[[nodiscard]] Json gate_json(const GateView& gate);
// Null where nothing was written down.
[[nodiscard]] Json from_interview_json(const FromInterview& left);
[[nodiscard]] Json note_json(const NoteWritten& written);
[[nodiscard]] Json advice_json(std::span<const Advice* const> list);
[[nodiscard]] Json did_json(const Done& done);
[[nodiscard]] Json spans_json(std::span<const DaySpan> spans);
// Of a setting, as TOML: numbers, texts and lists are written alike in both, a date becomes a text, nothing is null.
[[nodiscard]] Json setting_json(const std::string& value);
[[nodiscard]] Json day_json(const std::optional<Day>& day);

}  // namespace starling
