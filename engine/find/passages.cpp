#include "find/passages.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

#include "text/text.h"

namespace starling {

namespace {

// Passages that are there.
class Passages {
 public:
  void add(std::string_view name, std::string text) {
    if (!trimmed(text).empty()) list_.push_back({name, std::move(text)});
  }
  void add(std::string_view name, const std::vector<std::string>& texts) {
    add(name, fmt::format("{}", fmt::join(texts, "; ")));
  }
  [[nodiscard]] std::vector<Passage> take() { return std::move(list_); }

 private:
  std::vector<Passage> list_;
};

void add_gaps(Passages& passages, const Card& card) {
  const Gapped gapped = gaps_of(card);
  if (gapped.parts.empty()) return;
  passages.add(card.kind == CardKind::Code ? "code" : "front", with_gap(gapped, 0));
  for (const GapPart& part : gapped.parts) {
    passages.add("gap", part.also);
    passages.add("hint", part.hint);
  }
}

void add_options(Passages& passages, const Card& card) {
  for (const ChoiceOption& option : card.options) {
    passages.add("option", option.text);
    passages.add("why not", option.why_not);
  }
}

}  // namespace

std::string_view to_string(SearchKind kind) {
  switch (kind) {
    case SearchKind::Cards: return "cards";
    case SearchKind::Stories: return "stories";
    case SearchKind::Wins: return "wins";
    case SearchKind::Plan: return "plan";
  }
  return "";
}

std::vector<Passage> passages_of(const Card& card, const Deck& deck) {
  Passages passages;
  passages.add("front", card.front);
  add_gaps(passages, card);
  passages.add("front", card.front_reverse);
  passages.add("back", card.back);
  passages.add("back", card.back_reverse);
  if (card.kind == CardKind::Number) passages.add("back", face(card, "", Seed{0}).back);
  passages.add("answer", card.answer);
  passages.add("answer", card.accept);
  add_options(passages, card);
  passages.add("items", card.items);
  passages.add("extra", card.extra);
  passages.add("tags", card.tags);
  passages.add("deck", deck.title);
  return passages.take();
}

std::vector<Passage> passages_of(const Story& story) {
  Passages passages;
  passages.add("title", story.title);
  for (std::size_t i = 0; i < kSectionCount; ++i) passages.add(to_string(kSections[i]), story.sections[i]);
  for (const StoryMetric& metric : story.metrics)
    passages.add("figures", fmt::format("{}: {} to {}", metric.name, metric.before, metric.after));
  for (const FollowUp& followup : story.followups) {
    passages.add("follow-up", followup.ask);
    passages.add("follow-up", followup.answer);
  }
  for (const Angle& angle : story.angles) passages.add("principle", std::string(principles()[angle.principle].name));
  passages.add("role", story.role);
  passages.add("when", story.when);
  passages.add("tags", story.tags);
  return passages.take();
}

std::vector<PlanLine> plan_lines(const Plan& plan) {
  std::vector<PlanLine> lines;
  for (const PlanDay& day : plan.days)
    for (const Task& task : day.tasks) lines.push_back({"task", task.id, task.title, "", day.week, day.day});
  for (const PlanWeek& week : plan.week_list)
    for (const Goal& goal : week.goals) lines.push_back({"goal", goal.id, goal.text, "", week.number, 0});
  for (const Gate& gate : plan.gates) lines.push_back({"gate", gate.id, gate.text, "", 0, 0});
  for (const Checklist& list : plan.checklists)
    for (const ChecklistItem& item : list.items)
      lines.push_back({"list", item.id, item.text, list.title, list.week.value_or(0), list.day.value_or(0)});
  return lines;
}

std::vector<Passage> passages_of(const PlanLine& line) {
  Passages passages;
  passages.add("text", std::string(line.text));
  passages.add("list", std::string(line.list));
  return passages.take();
}

}  // namespace starling
