#include "history/answer_time.h"

namespace starling {

bool timed(const Answered& answer) { return answer.took && answer.took->count() > 0; }

AnswersTo answers_to(const ItemId& item) {
  return {item.kind(), item.kind() == ItemKind::Card ? std::string(item.group()) : std::string()};
}

void add_answer_times(AnswerTimes& to, const Deed& deed, const Names& names) {
  for (const Event& event : deed.events)
    if (const auto* answer = std::get_if<Answered>(&event); answer && timed(*answer))
      to[answers_to(names.now(answer->item, deed))] += *answer->took;
}

AnswerTimes answer_times(std::span<const Deed> deeds, Day first, Day last) {
  AnswerTimes times;
  for (const Deed& deed : deeds)
    if (first <= deed.day && deed.day <= last) add_answer_times(times, deed, {});
  return times;
}

}  // namespace starling
