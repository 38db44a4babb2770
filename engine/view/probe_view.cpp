#include "view/probe_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

ProbeRow row_of(const FollowUp& followup, ProbeQuestion question) {
  return {std::move(question), followup.probe, !trimmed(followup.answer).empty()};
}

}  // namespace

ProbesView probes_view(const Story& story) {
  ProbesView view{&story, {}};
  std::vector<ProbeQuestion> invited = probe_questions(story);
  for (const FollowUp& each : story.followups) {
    if (trimmed(each.ask).empty()) continue;
    const auto same = std::ranges::find(invited, fold(each.ask), [](const ProbeQuestion& question) { return fold(question.ask); });
    if (same == invited.end()) {
      view.rows.push_back(row_of(each, {each.ask, each.layer.value_or(Layer::Execution), "own", each.from, {}}));
      continue;
    }
    view.rows.push_back(row_of(each, *same));
    invited.erase(same);
  }
  for (ProbeQuestion& each : invited) view.rows.push_back({std::move(each), {}, false});
  std::ranges::stable_sort(view.rows, {}, [](const ProbeRow& row) { return row.question.layer; });
  return view;
}

std::string about_probe(const Story& story, int number) {
  const FollowUp& probe = *probe_of(story, number);
  std::string text = fmt::format("A follow-up to “{}”", story.title);
  if (probe.layer) text += fmt::format(", on its {}", to_string(*probe.layer));
  if (probe.from.empty()) return text + ". No words of the text made it: it stays while the story does.";
  return text + fmt::format(", made by the words “{}”. It is retired when they are in the story no more.", probe.from);
}

std::string why_retired(const Story& story, int number) {
  const FollowUp& probe = *probe_of(story, number);
  if (story.archived) return "It is retired: its story is put away.";
  return fmt::format("It is retired: the words that made it, “{}”, are in the story no more.", probe.from);
}

}  // namespace starling
