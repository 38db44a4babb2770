// The gaps of a cloze or code card: {{1::answer}} or {{1::answer::hint}}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace starling {

struct Card;

struct GapPart {
  std::string text;  // plain text, or the answer of a gap
  int number = 0;    // 0: plain text
  std::string hint;
};

struct Gapped {
  std::vector<GapPart> parts;
  std::string mistake;  // one sentence; empty where there is none
};

inline constexpr int kMostGaps = 99;

// In prose every "{{" must begin a gap. In code only "{{", a number and "::" do, as braces are common there; and
// "::" begins a hint only outside brackets and only where the language has no "::" of its own.
[[nodiscard]] Gapped read_prose_gaps(std::string_view text);
[[nodiscard]] Gapped read_code_gaps(std::string_view code, std::string_view lang);

// As read from the card's `text` or `code`; without parts for the other kinds.
[[nodiscard]] Gapped gaps_of(const Card& card);

// The numbers in use, rising.
[[nodiscard]] std::vector<int> gap_numbers(const Gapped& gapped);

// With the gaps of `number` shown as "[…]" or "[hint]" and the others filled in; 0 fills in all.
[[nodiscard]] std::string with_gap(const Gapped& gapped, int number);

[[nodiscard]] std::vector<std::string> gap_answers(const Gapped& gapped, int number);

}  // namespace starling
