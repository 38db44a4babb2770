#include "view/handout.h"

#include <algorithm>
#include <set>
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

bool is_of_id(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; }

// Where it stands by itself.
void replace_id(std::string& text, const std::string& id, const std::string& other) {
  for (std::size_t at = text.find(id); at != text.npos; at = text.find(id, at)) {
    const std::size_t end = at + id.size();
    const bool alone = (at == 0 || !is_of_id(text[at - 1])) && (end == text.size() || !is_of_id(text[end]));
    if (alone) text.replace(at, id.size(), other);
    at += alone ? other.size() : 1;
  }
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

Handout::Handout(std::span<const Story> stories, bool masked) : mask_(marked_words(stories)), names_(stories) {
  remarks_.masked = masked;
  for (const Story& story : stories)
    if (std::string better = masked_id(mask_, story.id); better != story.id) ids_.emplace_back(story.id, std::move(better));
  std::ranges::sort(ids_, std::ranges::greater(), [](const auto& each) { return each.first.size(); });
}

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

void Handout::show_saying(std::string& text) {
  look(text);
  if (!remarks_.masked) return;
  for (const auto& [id, other] : ids_) replace_id(text, id, other);
  text = mask_.masked(text).text;
}

void Handout::show_path(std::string& text) {
  look(text);
  if (!remarks_.masked) return;
  std::string better;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = static_cast<std::size_t>(std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_of_id) - text.begin());
    better += end > at ? masked_id(mask_, text.substr(at, end - at)) : text.substr(at, 1);
    at = std::max(end, at + 1);
  }
  text = mask_.find(better).empty() ? better : mask_.masked(better).text;
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
  std::ranges::for_each(view.unknown, [this](std::string& id) { show_id(id); });
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

void Handout::prepare(ReadinessView& view) {
  for (ReadinessEarlier& each : view.earlier) show(each.title);
  for (std::vector<ReadinessPart>* parts : {&view.areas, &view.decks, &view.principles, &view.stories})
    for (ReadinessPart& part : *parts) show(part.title);
  for (ReadinessMove& move : view.moves) {
    show_saying(move.text);
    show_saying(move.note);
  }
}

void Handout::prepare(DebriefView& view) {
  for (const OnDay<Debriefed>*& question : view.questions) {
    OnDay<Debriefed>& mine = questions_.emplace_back(*question);
    show(mine.what.question);
    if (!mine.what.story.empty()) show_id(mine.what.story);
    std::ranges::for_each(mine.what.follow_ups, [this](std::string& text) { show(text); });
    question = &mine;
  }
  for (const OnDay<InterviewOutcome>*& outcome : view.outcomes) {
    OnDay<InterviewOutcome>& mine = outcomes_.emplace_back(*outcome);
    std::ranges::for_each(mine.what.reasons, [this](std::string& text) { show(text); });
    outcome = &mine;
  }
}

void Handout::prepare(std::vector<FlaggedCard>& rows) {
  for (FlaggedCard& row : rows) {
    show_path(row.id);
    show_path(row.file);
    for (CardSide& side : row.sides) {
      show(side.front);
      if (side.code_front) show(*side.code_front);
      show(side.back);
    }
    for (CardFlag& flag : row.flags) show(flag.note);
  }
}

void Handout::prepare(CalendarView& view) {
  std::set<std::string> taken;
  for (PlanEvent& each : view.events) {
    show(each.event.title);
    show(each.event.text);
    if (remarks_.masked) {
      const MaskedText uid = mask_.masked(each.event.uid);
      if (uid.words > 0) show_path(each.event.uid);
    }
    while (!taken.insert(each.event.uid).second) each.event.uid += "-2";
  }
}

void Handout::prepare(CoverageReport& report) {
  Coverage& coverage = report.view.coverage;
  for (PrincipleCoverage& row : coverage.principles)
    for (CoveredStory& story : row.stories) show_id(story.id);
  std::ranges::for_each(coverage.gate_reasons, [this](std::string& reason) { show_saying(reason); });
  for (CoverageStep& step : coverage.next) {
    show_saying(step.text);
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
  for (Leaning& leaning : report.facts->leanings) show_saying(leaning.text);
}

}  // namespace starling
