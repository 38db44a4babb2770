// The gaps of a cloze or code card: {{1::answer}}, and in prose {{1::answer|other answer :: hint}}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/text.h"

namespace starling {

struct Card;

struct GapPart {
  std::string text;  // plain text, or the answer of a gap
  int number = 0;    // 0: plain text
  std::string hint;
  std::vector<std::string> also;  // what else is right in the gap
};

struct Gapped {
  std::vector<GapPart> parts;
  std::string mistake;  // one sentence; empty where there is none
  std::vector<std::string> doubts;  // what may be read in two ways, and how to write each
};

inline constexpr int kMostGaps = 99;

// In prose every "{{" must begin a gap. A bar sets answers apart, the first is shown; "\|" is a bar of the answer's
// own. A hint stands behind the last "::" that has a blank before it, or behind the only "::" there is; "answer ::"
// has none. In code only "{{", a number and "::" begin a gap, and all that is in it is the answer.
[[nodiscard]] Gapped read_prose_gaps(std::string_view text);
[[nodiscard]] Gapped read_code_gaps(std::string_view code);

// As read from the card's `text`, or its `code` and `accept`; without parts for the other kinds.
[[nodiscard]] Gapped gaps_of(const Card& card);

// The numbers in use, rising.
[[nodiscard]] std::vector<int> gap_numbers(const Gapped& gapped);

// With the gaps of `number` shown as "[…]" or "[hint]" and the others filled in.
[[nodiscard]] std::string with_gap(const Gapped& gapped, int number);

// With all gaps filled in, and where those of `number` stand in it.
struct FilledText {
  std::string text;
  std::vector<Stretch> gaps;
};
[[nodiscard]] FilledText filled_in(const Gapped& gapped, int number);

[[nodiscard]] std::vector<std::string> gap_answers(const Gapped& gapped, int number);
// For each of them all that is right, the one above first.
[[nodiscard]] std::vector<std::vector<std::string>> accepted_answers(const Gapped& gapped, int number);

}  // namespace starling
