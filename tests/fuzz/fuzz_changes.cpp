// Any text read as a learner's plan.toml: never a crash, every problem has a place, and a change put into it says what
// was wanted and is taken out again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "plan/plan.h"

namespace {

using namespace starling;

void need_law(bool holds) {
  if (!holds) std::abort();
}

AddedTask some_own_task(Day date) {
  AddedTask added{date, {}};
  added.task.id = "own-fuzz";
  added.task.title = "A \"title\" with \\ in it";
  added.task.minutes = 10;
  return added;
}

PlanEntries entries_in(std::string_view text) {
  const auto changes = read_plan_changes(text, "plan.toml").changes;
  return changes ? plan_entries(*changes) : PlanEntries{};
}

void look_at_change(std::string_view text, const PlanText& changed, const std::string& what) {
  if (!changed.wrong.empty()) return need_law(changed.text == text);
  need_law(entries_in(changed.text).contains(what));
  const PlanText back = with_entry(changed.text, what, {});
  need_law(back.wrong.empty() ? !entries_in(back.text).contains(what) : back.text == changed.text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const PlanChangesFile file = read_plan_changes(text, "plan.toml");
  need_law(file.changes.has_value() != has_error(file.problems));
  for (const Problem& problem : file.problems) need_law(problem.line >= 1 && problem.column >= 1);
  const Day date = *parse_day("2026-12-24");
  look_at_change(text, with_dropped(text, "w01-d1-fuzz"), "drop w01-d1-fuzz");
  look_at_change(text, with_moved(text, "w01-d1-fuzz", date), "move w01-d1-fuzz");
  look_at_change(text, with_added(text, some_own_task(date)), "add own-fuzz");
  look_at_change(text, with_resumed(text, {date, 3}), "resume 2026-12-24");
  for (const auto& [what, value] : entries_in(text)) {
    const PlanText out = with_entry(text, what, {});
    need_law(out.wrong.empty() ? with_entry(out.text, what, value).wrong.empty() : out.text == text);
  }
  (void)with_entry("", "drop w01-d1-fuzz", std::string(text));
  return 0;
}
