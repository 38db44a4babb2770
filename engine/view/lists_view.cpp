#include "view/lists_view.h"

#include <algorithm>
#include <utility>

#include "report/report.h"
#include "view/gates_view.h"

namespace starling {

namespace {

// Which of its lines are shown today: all on its day; afterwards the open ones, with those ticked today, so that the
// numbers stay what they are.
std::vector<ChecklistLine> lines_of(const Checklist& list, const Standpoint& from) {
  const Day today = from.now.day;
  std::vector<ChecklistLine> lines;
  const auto begins = from.timeline.date_of(list);
  if (!begins || *begins > today || today > from.timeline.interview()) return lines;
  const int age = days_between(*begins, today);
  const bool too_late = list.days_before ? today == from.timeline.interview() : age > kListDays;
  if (age > 0 && too_late) return lines;
  for (const ChecklistItem& item : list.items) {
    const auto ticked = ticked_on(from.timeline.plan(), from.progress, item.id);
    if (age == 0 || !ticked || *ticked == today) lines.push_back({item.id, item.text, 0, ticked.has_value()});
  }
  return lines;
}

std::vector<ChecklistView> lists_of(const Standpoint& from) {
  std::vector<ChecklistView> lists;
  for (const Checklist& list : from.timeline.plan().checklists)
    if (std::vector<ChecklistLine> lines = lines_of(list, from); !lines.empty())
      lists.push_back({list.id, list.title, &list, std::move(lines)});
  return lists;
}

Day day_to_ask(const Standpoint& from, const Gate& gate) {
  const Day due = gate_due(from, gate);
  const Day interview = from.timeline.interview();
  if (due < interview - std::chrono::days(1)) return due;
  return std::min(monday_of(interview) - std::chrono::days(1), interview - std::chrono::days(2));
}

bool is_shown(const Standpoint& from, const Gate& gate, const std::vector<ChecklistView>& lists) {
  const auto same = one_with(from.timeline.plan(), gate.id);
  return std::ranges::any_of(lists, [&](const ChecklistView& list) {
    return std::ranges::any_of(list.lines, [&](const ChecklistLine& line) { return std::ranges::find(same, line.id) != same.end(); });
  });
}

enum class Gates { OfToday, Open };

void add_gates(std::vector<ChecklistView>& lists, const Standpoint& from, Gates which) {
  const Day today = from.now.day;
  if (today > from.timeline.interview()) return;
  const Plan& plan = from.timeline.plan();
  ChecklistView asked{"gates", "Gates for you to judge", nullptr, {}};
  for (const Gate& gate : plan.gates) {
    if (gate.evidence != "self") continue;
    const Day day = day_to_ask(from, gate);
    const bool met = ticked_gate(plan, from.progress, gate).passed;
    const bool asks = which == Gates::OfToday ? day == today && (!met || ticked_on(plan, from.progress, gate.id) == today) : day <= today && !met;
    if (asks && !is_shown(from, gate, lists)) asked.lines.push_back({gate.id, gate.text, 0, met});
  }
  if (!asked.lines.empty()) lists.push_back(std::move(asked));
}

}  // namespace

std::vector<ChecklistView> lists_of_day(const Standpoint& from) {
  std::vector<ChecklistView> lists = lists_of(from);
  add_gates(lists, from, Gates::OfToday);
  return lists;
}

std::vector<ChecklistView> open_lists(const Standpoint& from) {
  std::vector<ChecklistView> lists = lists_of(from);
  for (ChecklistView& list : lists) std::erase_if(list.lines, [](const ChecklistLine& line) { return line.done; });
  std::erase_if(lists, [](const ChecklistView& list) { return list.lines.empty(); });
  add_gates(lists, from, Gates::Open);
  return lists;
}

}  // namespace starling
