#include "view/sheet_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

std::string figure_of(const StoryMetric& metric) {
  const std::string before = on_one_line(metric.before);
  const std::string after = on_one_line(metric.after);
  const std::string values = before + (before.empty() || after.empty() ? "" : " → ") + after;
  const std::string name = on_one_line(metric.name);
  return name + (name.empty() || values.empty() ? "" : ": ") + values;
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> figures_of(const Story& story) {
  std::vector<std::string> figures = metrics_of(story);
  return figures.empty() ? result_figures_of(story) : figures;
}

SheetPrinciple of_principle(const Standpoint& from, std::size_t principle, bool alone) {
  SheetPrinciple of{principle, {}};
  for (const Story& story : from.library.stories()) {
    if (!counts(story)) continue;
    for (const Angle& angle : story.angles)
      if (angle.principle == principle)
        of.stories.push_back({&story, angle.strength, alone || angle.strength == Strength::Primary, opening_of(story), figures_of(story)});
  }
  std::ranges::stable_sort(of.stories, {}, &SheetStory::strength);
  return of;
}

}  // namespace

std::vector<std::string> metrics_of(const Story& story) {
  std::vector<std::string> figures;
  for (const StoryMetric& metric : story.metrics)
    if (std::string figure = figure_of(metric); !figure.empty()) figures.push_back(std::move(figure));
  return figures;
}

std::vector<std::string> result_figures_of(const Story& story) {
  std::vector<std::string> figures;
  for (const std::string_view sentence : sentences(story.sections[static_cast<std::size_t>(Section::Result)]))
    if (has_digit(sentence)) figures.push_back(on_one_line(sentence));
  return figures;
}

int SheetView::stories() const {
  int count = 0;
  for (const SheetPrinciple& of : principles) count += static_cast<int>(std::ranges::count(of.stories, true, &SheetStory::whole));
  return count;
}

std::vector<std::size_t> SheetView::gaps() const {
  std::vector<std::size_t> list;
  for (const SheetPrinciple& of : principles)
    if (of.stories.empty()) list.push_back(of.principle);
  return list;
}

SheetView sheet_view(const Standpoint& from, std::optional<std::size_t> only) {
  SheetView view;
  view.date = from.now.day;
  view.interview = from.timeline.interview();
  view.days_left = from.timeline.days_left(view.date);
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle)
    if (!only || *only == principle) view.principles.push_back(of_principle(from, principle, only.has_value()));
  for (const Story& story : from.library.stories()) {
    const bool concerns = !only || angle_for(story, *only);
    if (!counts(story) && !story.archived && story.kind == StoryKind::Star && concerns) view.unfinished.push_back(&story);
  }
  return view;
}

}  // namespace starling
