#include "study/keep_drill.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "source/source.h"

namespace starling {

namespace {

Grade grade_of(ProbeMark mark) {
  return mark == ProbeMark::Ready ? Grade::Good : mark == ProbeMark::Shaky ? Grade::Hard : Grade::Again;
}

// One follow-up of the file, or a new one, with what the drill made of it.
struct Drilled {
  FollowUp followup;
  std::optional<std::size_t> at;  // in the file
  const DrillAnswer* answer = nullptr;
  bool changes = false;
};

Drilled drilled(const Story& story, const DrillAnswer& answer, int& next_number) {
  const ProbeQuestion& question = answer.step.question;
  Drilled made{{question.ask, "", {}, question.layer, question.from}, answer.step.followup, &answer, true};
  const bool wanted = answer.mark != ProbeMark::Ready;
  if (made.at) {
    made.followup = story.followups[*made.at];
    made.changes = wanted && (!made.followup.probe || !answer.own.empty());
  }
  if (!wanted) {
    made.changes = false;
    return made;
  }
  if (!made.followup.probe) {
    made.followup.probe = next_number++;
    if (!made.followup.layer) made.followup.layer = question.layer;
  }
  if (!answer.own.empty()) made.followup.answer = answer.own;
  return made;
}

std::vector<FollowUpEdit> edits_of(const std::vector<Drilled>& all) {
  std::vector<FollowUpEdit> edits;
  for (const Drilled& each : all)
    if (each.changes) edits.push_back({each.at, each.followup});
  return edits;
}

// Why the file was left alone; empty where it was written.
std::string write_edits(const TextPlace& place, const std::string& text, const std::vector<FollowUpEdit>& edits) {
  std::string why;
  change_file(place.path, [&](const FileText& now) -> std::optional<std::string> {
    if (!now) why = fmt::format("{} {}", place.name, now.reason);
    else if (*now != text) why = fmt::format("{} was changed while the drill ran", place.name);
    if (!why.empty()) return std::nullopt;
    StoryEdit edit = with_followups(text, place.name, edits);
    why = std::move(edit.wrong);
    return why.empty() ? std::optional(std::move(edit.text)) : std::nullopt;
  });
  return why;
}

}  // namespace

int highest_probe_ever(const Study& study, const Story& story) {
  int highest = highest_probe(story);
  for (const auto& [item, state] : study.states())
    if (item.kind() == ItemKind::Probe && item.group() == story.id) highest = std::max(highest, number_of_probe(item));
  return highest;
}

DrillKept keep_drill(Study& study, const std::string& id, const std::string& text, const std::vector<DrillAnswer>& answers) {
  DrillKept kept;
  const Story story = *study.library().story(id);
  int next_number = highest_probe_ever(study, story) + 1;
  std::vector<Drilled> all;
  for (const DrillAnswer& each : answers) all.push_back(drilled(story, each, next_number));

  const std::vector<FollowUpEdit> edits = edits_of(all);
  if (!edits.empty()) {
    kept.not_written = write_edits(study.library().place_of_story(id), text, edits);
    if (kept.not_written.empty()) study.read_texts_again();
    else
      for (const FollowUpEdit& each : edits) kept.unwritten += followup_block(each.followup);
  }

  std::vector<Answer> booked;
  for (const Drilled& each : all) {
    const auto item = each.followup.probe ? probe_item(id, *each.followup.probe) : std::nullopt;
    const Item* known = item ? study.library().find(*item) : nullptr;
    if (!known || std::ranges::find(booked, known, &Answer::item) != booked.end()) continue;
    booked.push_back({known, grade_of(each.answer->mark), each.answer->took});
    if (each.answer->mark != ProbeMark::Ready) kept.probes.push_back(*item);
  }
  if (!booked.empty()) kept.deed = study.answer(booked);
  return kept;
}

}  // namespace starling
