#include "deck/gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "deck/card.h"
#include "text/text.h"

namespace starling {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_scope_operator(std::string_view lang) {
  constexpr std::array<std::string_view, 12> kLangs{"c++",  "cpp",    "cc",   "cxx", "rust", "java",
                                                    "ruby", "kotlin", "perl", "php", "sql",  "haskell"};
  return std::find(kLangs.begin(), kLangs.end(), fold(lang)) != kLangs.end();
}

class GapReader {
 public:
  GapReader(std::string_view text, bool code, bool hints) : text_(text), code_(code), hints_(hints) {}

  Gapped read() {
    while (result_.mistake.empty()) {
      const std::size_t open = next_open();
      plain(text_.substr(0, open));
      if (open == text_.npos) break;
      text_.remove_prefix(open + 2);
      gap();
    }
    if (result_.mistake.empty() && gap_numbers(result_).empty())
      result_.mistake = "there is no gap; write one as {{1::answer}}";
    return std::move(result_);
  }

 private:
  static std::size_t digits(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
  }

  static bool opens_gap(std::string_view after_braces) {
    return after_braces.substr(digits(after_braces)).starts_with("::");
  }

  [[nodiscard]] std::size_t next_open() const {
    std::size_t open = text_.find("{{");
    while (code_ && open != text_.npos && !opens_gap(text_.substr(open + 2))) open = text_.find("{{", open + 1);
    return open;
  }

  void plain(std::string_view text) {
    if (!text.empty()) result_.parts.push_back({std::string(text), 0, {}});
  }

  // Behind the opening braces.
  void gap() {
    const std::size_t count = digits(text_);
    if (count == 0) return fail("a gap has no number; write it as {{1::answer}}");
    const int number = count > 2 ? kMostGaps + 1 : std::stoi(std::string(text_.substr(0, count)));
    const std::string_view written = text_.substr(0, std::min(count, std::size_t{12}));
    if (number < 1 || number > kMostGaps)
      return fail(fmt::format("gap number {} is not from 1 to {}", written, kMostGaps));
    text_.remove_prefix(count);
    if (!text_.starts_with("::"))
      return fail(fmt::format("gap {0} has no '::' behind its number; write it as {{{{{0}::answer}}}}", number));
    text_.remove_prefix(2);
    const std::size_t close = closing();
    if (close == text_.npos) return fail(fmt::format("gap {} is not closed with }}}}", number));
    inside(number, text_.substr(0, close));
    text_.remove_prefix(close + 2);
  }

  // An answer may end in a brace of its own: of more than two braces the last two close the gap.
  [[nodiscard]] std::size_t closing() const {
    std::size_t close = text_.find("}}");
    while (close != text_.npos && close + 2 < text_.size() && text_[close + 2] == '}') ++close;
    return close;
  }

  void inside(int number, std::string_view text) {
    const std::size_t inner = text.find("{{");
    if (inner != text.npos && opens_gap(text.substr(inner + 2)))
      return fail(fmt::format("gap {} holds another gap, or is not closed with }}}}", number));
    const std::size_t split = hint_at(text);
    const std::string_view answer = text.substr(0, split);
    if (trimmed(answer).empty()) return fail(fmt::format("gap {} has no answer", number));
    const std::string_view hint = split == text.npos ? std::string_view{} : text.substr(split + 2);
    result_.parts.push_back({std::string(answer), number, std::string(trimmed(hint))});
  }

  [[nodiscard]] std::size_t hint_at(std::string_view text) const {
    if (!hints_) return text.npos;
    int depth = 0;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      const char c = text[at];
      if (code_ && (c == '(' || c == '[' || c == '{')) ++depth;
      if (code_ && (c == ')' || c == ']' || c == '}')) --depth;
      if (depth == 0 && c == ':' && text[at + 1] == ':') return at;
    }
    return text.npos;
  }

  void fail(std::string mistake) { result_.mistake = std::move(mistake); }

  std::string_view text_;
  bool code_;
  bool hints_;
  Gapped result_;
};

}  // namespace

Gapped read_prose_gaps(std::string_view text) { return GapReader(text, false, true).read(); }

Gapped read_code_gaps(std::string_view code, std::string_view lang) {
  return GapReader(code, true, !has_scope_operator(lang)).read();
}

Gapped gaps_of(const Card& card) {
  if (card.kind == CardKind::Cloze) return read_prose_gaps(card.text);
  if (card.kind == CardKind::Code) return read_code_gaps(card.code, card.lang);
  return {};
}

std::vector<int> gap_numbers(const Gapped& gapped) {
  std::vector<int> numbers;
  for (const GapPart& part : gapped.parts)
    if (part.number > 0) numbers.push_back(part.number);
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

std::string with_gap(const Gapped& gapped, int number) {
  std::string result;
  for (const GapPart& part : gapped.parts) {
    if (part.number == 0 || part.number != number)
      result += part.text;
    else
      result += part.hint.empty() ? "[…]" : fmt::format("[{}]", part.hint);
  }
  return result;
}

std::vector<std::string> gap_answers(const Gapped& gapped, int number) {
  std::vector<std::string> answers;
  for (const GapPart& part : gapped.parts)
    if (part.number == number && number > 0) answers.push_back(part.text);
  return answers;
}

}  // namespace starling
