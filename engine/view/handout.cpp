#include "view/handout.h"

#include <algorithm>
#include <utility>

#include "text/text.h"

namespace starling {

namespace {

// An id stays one.
std::string masked_id(const Mask& mask, const std::string& id) {
  const MaskedText masked = mask.masked(id);
  if (masked.words == 0) return id;
  const std::string better = kebab(masked.text);
  return better.empty() || !mask.find(better).empty() ? "withheld" : better;
}

// All of its texts, shown or not.
Story masked_story(const Mask& mask, Story story) {
  const auto hide = [&](std::string& text) { text = mask.masked(text).text; };
  story.id = masked_id(mask, story.id);
  for (std::string* text : {&story.title, &story.file, &story.when, &story.role, &story.employer, &story.insight, &story.money, &story.text})
    hide(*text);
  std::ranges::for_each(story.tags, hide);
  std::ranges::for_each(story.sections, hide);
  std::ranges::for_each(story.marked, hide);
  for (StoryVariant& variant : story.variants) hide(variant.text);
  for (StoryMetric& metric : story.metrics)
    for (std::string* text : {&metric.name, &metric.before, &metric.after}) hide(*text);
  for (FollowUp& followup : story.followups)
    for (std::string* text : {&followup.ask, &followup.answer, &followup.from}) hide(*text);
  for (Revision& revision : story.revisions) hide(revision.note);
  story.confidential.clear();
  story.private_names.clear();
  return story;
}

}  // namespace

Handout::Handout(std::span<const Story> stories, bool masked) : mask_(marked_words(stories)), names_(stories) { remarks_.masked = masked; }

void Handout::look(std::string_view text) {
  const MaskedText masked = mask_.masked(text);
  remarks_.marked += masked.words;
  const auto add = [&](std::string_view piece) {
    if (std::ranges::find(remarks_.pieces, piece) == remarks_.pieces.end()) remarks_.pieces.emplace_back(piece);
  };
  for (const auto& found : {find_mail_addresses(text), find_phone_numbers(text)})
    for (const Stretch place : found) add(text.substr(place.begin, place.size));
  const std::string_view shown = remarks_.masked ? std::string_view(masked.text) : text;
  for (const Stretch place : names_.find(shown)) add(shown.substr(place.begin, place.size));
}

void Handout::show(std::string& text) {
  look(text);
  if (remarks_.masked) text = mask_.masked(text).text;
}

void Handout::show_id(std::string& id) {
  look(id);
  if (remarks_.masked) id = masked_id(mask_, id);
}

const Story* Handout::stand_in(const Story* story) {
  if (story == nullptr || !remarks_.masked) return story;
  auto& mine = stand_ins_[story];
  if (!mine) mine = std::make_unique<const Story>(masked_story(mask_, *story));
  return mine.get();
}

void Handout::show_story(SheetStory& each) {
  look(each.story->title);
  each.story = stand_in(each.story);
  show(each.opening);
  std::ranges::for_each(each.figures, [this](std::string& figure) { show(figure); });
}

void Handout::prepare(SheetView& view) {
  for (SheetPrinciple& of : view.principles)
    for (SheetStory& each : of.stories) {
      // Of a second angle the title alone is shown.
      if (!each.whole) each.opening.clear(), each.figures.clear();
      show_story(each);
    }
  for (const Story*& story : view.unfinished) {
    look(story->title);
    story = stand_in(story);
  }
}

void Handout::show_round(Round& round) {
  show_id(round.id);
  show(round.title);
  show(round.interviewer);
  std::ranges::for_each(round.used, [this](std::string& id) { show_id(id); });
}

void Handout::show_places(std::vector<LoopPlace>& places) {
  for (LoopPlace& place : places)
    for (const Story** story : {&place.story, &place.backup}) {
      if (*story == nullptr) continue;
      look((*story)->title);
      *story = stand_in(*story);
    }
}

void Handout::prepare(LoopView& view) {
  for (LoopRound& of : view.rounds) {
    show_round(of.round);
    show_places(of.places);
  }
  for (LoopGap& gap : view.gaps) {
    show_id(gap.round);
    if (gap.story == nullptr) continue;
    look(gap.story->title);
    gap.story = stand_in(gap.story);
  }
}

void Handout::prepare(RoundSheetView& view) {
  show_round(view.round.round);
  for (LoopPlace& place : view.round.places) {
    place.story = stand_in(place.story);
    place.backup = stand_in(place.backup);
  }
  for (RoundSheetPlace& place : view.places)
    for (SheetStory& each : place.stories) show_story(each);
}

void Handout::prepare(WeekReport& report) {
  for (std::vector<std::string>* goals : {&report.own_goals, &report.next_goals})
    std::ranges::for_each(*goals, [this](std::string& goal) { show(goal); });
}

void Handout::prepare(MonthReport& report) {
  for (GateView& gate : report.gates) show(gate.state.said);
  for (MonthPrompt& prompt : report.prompts) std::ranges::for_each(prompt.found, [this](std::string& line) { show(line); });
}

void Handout::prepare(CoverageReport& report) {
  Coverage& coverage = report.view.coverage;
  for (PrincipleCoverage& row : coverage.principles)
    for (CoveredStory& story : row.stories) show_id(story.id);
  std::ranges::for_each(coverage.gate_reasons, [this](std::string& reason) { show(reason); });
  for (CoverageStep& step : coverage.next) {
    show(step.text);
    step.story = remarks_.masked ? masked_id(mask_, step.story) : step.story;
  }
  if (!report.facts) return;
  for (StoryFacts& each : report.facts->stories) {
    look(each.story->id);
    each.story = stand_in(each.story);
  }
  for (const Story*& story : report.facts->core.stories) {
    look(story->id);
    story = stand_in(story);
  }
  for (Leaning& leaning : report.facts->leanings) show(leaning.text);
}

}  // namespace starling
