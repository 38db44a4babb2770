#include "history/answer_time.h"

namespace starling {

bool timed(const Answered& answer) { return answer.took && answer.took->count() > 0; }

AnswersTo answers_to(const ItemId& item) {
  return {item.kind(), item.kind() == ItemKind::Card ? std::string(item.group()) : std::string()};
}

AnswerTimes answer_times(std::span<const Deed> deeds, Day first, Day last) {
  AnswerTimes times;
  for (const Deed& deed : deeds) {
    if (deed.day < first || deed.day > last) continue;
    for (const Event& event : deed.events)
      if (const auto* answer = std::get_if<Answered>(&event); answer && timed(*answer)) times[answers_to(answer->item)] += *answer->took;
  }
  return times;
}

}  // namespace starling
