// The follow-up questions of a story as a list shows them, and what is said of one that is scheduled.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "probe/probe.h"

namespace starling {

struct ProbeRow {
  ProbeQuestion question;
  std::optional<int> probe;  // its number, where it is asked for by itself
  bool answered = false;     // the file has an answer of the learner's
};
struct ProbesView {
  const Story* story = nullptr;
  std::vector<ProbeRow> rows;  // by layers; in a layer the learner's own ones first
};
// What the story invites, and the follow-ups that its file has beside those, under the rule "own".
[[nodiscard]] ProbesView probes_view(const Story& story);

// Which words made the probe, and when it is retired. The story has it.
[[nodiscard]] std::string about_probe(const Story& story, int number);
// Why it is not asked any more, where that is so by its text.
[[nodiscard]] std::string why_retired(const Story& story, int number);

}  // namespace starling
