// What a rule is: a function from a story to what it found. Each stands with others of its subject.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/flags.h"
#include "lint/spoken.h"

namespace starling {

struct LintCase {
  const Story& story;
  const SpokenStory& spoken;
  const LintSettings& settings;
  const LintContext& context;
  [[nodiscard]] double at(LintLimit limit) const { return settings.at(limit); }
};

// Where something is: a key of the file, and a piece of its value.
struct LintSpot {
  ValueName name;
  std::string_view value = {};
  std::optional<ValuePiece> piece = {};
};

struct LintFound {
  std::string text;
  LintSpot spot;
  std::optional<Section> section = {};
  std::vector<std::string> words = {};
  Severity severity = Severity::Warning;
};
using LintFinds = std::vector<LintFound>;

// About the whole story: at the head of its sections.
[[nodiscard]] LintFound about_whole(std::string text);
[[nodiscard]] LintFound about_section(const LintCase& c, Section section, std::string text);
// At the first of the pieces, with the words of all. There is at least one.
struct SectionSpans {
  Section section = Section::Situation;
  std::vector<WordSpan> spans;
};
[[nodiscard]] LintFound about_words(const LintCase& c, const std::vector<SectionSpans>& spans, std::string text);

// Of every section that has one, in their order.
[[nodiscard]] std::vector<SectionSpans> find_everywhere(const LintCase& c, std::span<const std::string_view> phrases);
[[nodiscard]] std::size_t count_of(const std::vector<SectionSpans>& spans);
[[nodiscard]] int words_of(const SectionSpans& spans);

// "59 %"; with a decimal where it would look like `limit`. Both are shares of 1.
[[nodiscard]] std::string percent(double share, double limit);
[[nodiscard]] std::string percent(double share);
// "1 word", "2 words".
[[nodiscard]] std::string numbered(int count, std::string_view thing);

// Length and shares.
[[nodiscard]] LintFinds find_short(const LintCase& c);
[[nodiscard]] LintFinds find_long(const LintCase& c);
[[nodiscard]] LintFinds find_situation_heavy(const LintCase& c);
[[nodiscard]] LintFinds find_action_thin(const LintCase& c);
[[nodiscard]] LintFinds find_no_reflection(const LintCase& c);
// Voice.
[[nodiscard]] LintFinds find_we_heavy(const LintCase& c);
[[nodiscard]] LintFinds find_i_blind(const LintCase& c);
[[nodiscard]] LintFinds find_hedged(const LintCase& c);
[[nodiscard]] LintFinds find_passive(const LintCase& c);
[[nodiscard]] LintFinds find_buzz(const LintCase& c);
// Figures of the result.
[[nodiscard]] LintFinds find_no_number(const LintCase& c);
[[nodiscard]] LintFinds find_one_number(const LintCase& c);
[[nodiscard]] LintFinds find_no_baseline(const LintCase& c);
// What was done.
[[nodiscard]] LintFinds find_jargon(const LintCase& c);
[[nodiscard]] LintFinds find_no_conflict(const LintCase& c);
[[nodiscard]] LintFinds find_no_decision(const LintCase& c);
[[nodiscard]] LintFinds find_blame(const LintCase& c);
// Dates, and how often it was told.
[[nodiscard]] LintFinds find_no_date(const LintCase& c);
[[nodiscard]] LintFinds find_old(const LintCase& c);
[[nodiscard]] LintFinds find_same_lead(const LintCase& c);
// What may not leave the house.
[[nodiscard]] LintFinds find_secret(const LintCase& c);

}  // namespace starling
