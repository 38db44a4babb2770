// A small plan of two weeks, right in every line, for tests that make one thing wrong in it.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "plan/plan.h"

namespace starling {

inline constexpr std::string_view kPlanTop = R"(schema = 1

[plan]
id = "two-weeks"
title = "Two weeks"
about = "For two weeks."
weeks = 2
interview_day = 12
fewest_weeks = 1
most_weeks = 3
shorter = [1]
longer = [2, 1]
licence = "CC0-1.0"

[[level]]
id = "L6"
hours = [30, 40]
hours_per_week = [15, 17]
default_hours_per_week = 15
source = "seed"
row = "S3"

[[allocation]]
level = "L6"
area = "design"
hours = 12
source = "seed"
row = "S6"
[[allocation]]
level = "L6"
area = "coding"
hours = 10
source = "seed"
row = "S6"
[[allocation]]
level = "L6"
area = "leadership"
hours = 8
source = "seed"
row = "S6"
[[allocation]]
level = "L6"
area = "mocks"
hours = 6
source = "seed"
row = "S6"

[[phase]]
number = 1
name = "First"
weeks = [1, 1]
source = "seed"
row = "S9"
[[phase]]
number = 2
name = "Second"
weeks = [2, 2]
source = "seed"
row = "S9"

[[month]]
number = 1
theme = "Beginnings"
goals = ["Begin"]
source = "seed"
row = "S10"

[[metric]]
id = "medium-minutes"
title = "Medium problem"
area = "coding"
unit = "minutes"
direction = "lower"
start = 50
targets = [{ week = 1, value = 35 }, { week = 2, value = 30 }]
source = "seed"
row = "S18"
[[metric]]
id = "confidence"
title = "Confidence"
area = "mocks"
unit = "level"
direction = "higher"
levels = ["Low", "Medium", "High"]
targets = [{ week = 2, value = 3 }]
source = "seed"
row = "S49"

[[template]]
id = "weekday"
weeks = [1, 2]
title = "Weekday"
source = "seed"
row = "S21"
blocks = [{ slot = "morning", start = "06:00", minutes = 60, area = "coding", text = "Coding", parts = [
  { text = "one easy", minutes = 15 }] }]

[[week]]
number = 1
title = "Set-up"
source = "seed"
row = "S15"
goals = [{ id = "w01-problems", area = "coding", text = "Solve 3", count = 3, unit = "problems", )"
R"(source = "seed", row = "S19" }]
[[week]]
number = 2
title = "Fundamentals"
source = "seed"
row = "S22"

[[gate]]
id = "m1-problems"
month = 1
area = "coding"
text = "5 problems"
target = 5
unit = "problems"
evidence = "log"
direction = "at-least"
source = "seed"
row = "S27"
[[gate]]
id = "m1-medium-minutes"
month = 1
area = "coding"
text = "Under 30 minutes"
target = 30
unit = "minutes"
evidence = "metric"
direction = "at-most"
source = "seed"
row = "S27"

[[checklist]]
id = "t-7"
title = "A week before"
days_before = 7
items = [{ id = "t-7-rest", text = "Plan rest", source = "seed", row = "S64" }]
[[checklist]]
id = "set-up"
title = "Set-up"
week = 1
day = 2
slot = "evening"
minutes = 90
area = "coding"
items = [{ id = "set-up-editor", text = "Set up the editor", source = "seed", row = "S16" }]

[[curve]]
month = 1
coding = 60
design = 50
behavioural = 70
source = "seed"
row = "S59"

[[tracker]]
id = "week"
title = "Week in review"
fields = ["Solved"]
source = "seed"
row = "S54"

[[advice]]
when = "behind"
area = "mocks"
text = "Mocks first"
source = "seed"
row = "S60"

[[reading]]
id = "C1"
seed = "Hours do not add up"
reading = "Totals hold"

[[link]]
id = "cues"
name = "Cues of patterns"
url = "https://example.org/cues"

)";

inline constexpr std::string_view kFirstDays = R"([[day]]
week = 1
day = 1
title = "Chat"
unlocks = ["lp-ownership", "topic-arrays"]
tasks = [
  { id = "w01-d1-chat", slot = "evening", area = "design", title = "Chat", minutes = 75, )"
R"(count = 1, unit = "designs", exercise = "chat", source = "seed", row = "S25" },
]
[[day]]
week = 1
day = 2
title = "Stories"
tasks = [
  { id = "w01-d2-stories", slot = "noon", area = "leadership", title = "Stories", minutes = 30, )"
R"(count = 2, unit = "stories", principles = ["ownership", "DD"], source = "starling", row = "C7" },
]
[[day]]
week = 1
day = 3
title = "Chat again"
tasks = [
  { id = "w01-d3-chat", slot = "evening", area = "design", title = "Chat", minutes = 45, )"
R"(level = ["L6"], variant_of = "w01-d1-chat", scale = "50M messages", )"
R"(optional = true, source = "seed", row = "S35" },
  { id = "w01-d3-mock", slot = "morning", area = "mocks", title = "Mock", minutes = 60, )"
R"(mock = "bar-raiser", source = "seed", row = "S46" },
]
[[day]]
week = 1
day = 4
title = "Windows"
kind = "sprint"
[[day.tasks]]
id = "w01-d4-windows"
slot = "morning"
area = "coding"
title = "Solve two problems with a window"
do = "Say what stays true first."
done_when = "Both run."
minutes = 60
minutes_of = { L6 = 45 }
count = 2
unit = "problems"
problems = ["lc-0003", "lc-0209"]
only = "L6"
links = ["cues"]
decks = ["patterns-sliding-window"]
source = "seed"
row = "S28"
)";

// The rest of the 14 days, from day 5 on; the last one is a rest day.
inline std::string other_days() {
  std::string text;
  for (int offset = 4; offset < 14; ++offset)
    text += fmt::format("[[day]]\nweek = {}\nday = {}\ntitle = \"Day {}\"\n{}", offset / 7 + 1, offset % 7 + 1,
                        offset + 1, offset == 13 ? "rest = true\n" : "");
  return text;
}

inline std::string plan_text() { return std::string(kPlanTop) + std::string(kFirstDays) + other_days(); }

inline std::string with_change(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  if (at == text.npos) throw std::logic_error(fmt::format("the plan does not hold '{}'", from));
  return text.replace(at, from.size(), to);
}

struct Place {
  int line = 1;
  int column = 1;
};
// Where `fragment` first stands in `text`.
inline Place place_of(std::string_view text, std::string_view fragment) {
  const std::size_t at = text.find(fragment);
  if (at == text.npos) throw std::logic_error(fmt::format("the plan does not hold '{}'", fragment));
  Place place;
  for (const char c : text.substr(0, at)) {
    place.column = c == '\n' ? 1 : place.column + 1;
    if (c == '\n') ++place.line;
  }
  return place;
}

}  // namespace starling
