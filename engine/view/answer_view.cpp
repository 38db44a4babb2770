#include "view/answer_view.h"

#include <fmt/format.h>

namespace starling {

std::string leech_remark(const AnswerView& answer) {
  const std::string forgotten = fmt::format("Forgotten {} times: a leech.", answer.lapses);
  return forgotten + (answer.suspended ? " It is put away until you call it back; reword it or split it first."
                                       : " Reword it, split it or suspend it.");
}

}  // namespace starling
