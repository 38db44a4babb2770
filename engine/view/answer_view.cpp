#include "view/answer_view.h"

#include <fmt/format.h>

#include "view/words.h"

namespace starling {

std::string leech_remark(const AnswerView& answer) {
  const std::string forgotten = fmt::format("Forgotten {}: a leech.", counted(answer.lapses, "time"));
  return forgotten + (answer.suspended ? " It is put away until you call it back; reword it or split it first."
                                       : " Reword it, split it or suspend it.");
}

}  // namespace starling
