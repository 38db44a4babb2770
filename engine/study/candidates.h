// Every card that may be asked on a day, sorted into what it waits for.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "study/library.h"
#include "study/queue.h"

namespace starling {

// Light enough to sort by the thousand. Points into the library and the states.
struct Candidate {
  const CardItem* item = nullptr;
  const ItemState* state = nullptr;
  std::optional<double> recall;
  int seconds = 0;
  std::string_view reason;
  double urgency = 0;  // of `due`: higher first
};

// Each list in the order to ask.
struct Sorted {
  std::vector<Candidate> steps;  // steps that have ended
  std::vector<Candidate> due;
  std::vector<Candidate> fresh;
  std::vector<Candidate> soon;   // steps that end within kLearnAhead
  std::optional<Due> next;       // the earliest of what is not in them
};

// Keeps the earlier of the two.
void note_next(std::optional<Due>& next, const Due& due);

[[nodiscard]] bool in_step(const ItemState& state);

[[nodiscard]] Sorted sort_items(const Library& library, const ItemStates& states, const Settings& settings,
                                const QueueDay& day, const MemoryModel& model, const QueueFilter& filter);

}  // namespace starling
