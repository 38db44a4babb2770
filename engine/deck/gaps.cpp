#include "deck/gaps.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "deck/card.h"
#include "text/text.h"

namespace starling {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::vector<std::string> split_at_bars(std::string_view text) {
  std::vector<std::string> pieces{""};
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("\\|"))
      pieces.back() += text[++at];
    else if (text[at] == '|')
      pieces.emplace_back();
    else
      pieces.back() += text[at];
  }
  return pieces;
}

class GapReader {
 public:
  GapReader(std::string_view text, bool code) : text_(text), code_(code) {}

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
    if (!text.empty()) result_.parts.push_back({std::string(text), 0, {}, {}});
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
    if (code_) {
      if (trimmed(text).empty()) return fail(fmt::format("gap {} has no answer", number));
      result_.parts.push_back({std::string(text), number, {}, {}});
      return;
    }
    const std::size_t split = hint_at(text);
    const std::string_view hint = split == text.npos ? std::string_view{} : trimmed(text.substr(split + 2));
    answers(number, text.substr(0, split), hint);
    if (split != text.npos && result_.mistake.empty()) doubt(number, text.substr(0, split), hint);
  }

  void answers(int number, std::string_view text, std::string_view hint) {
    std::vector<std::string> pieces = split_at_bars(text);
    for (std::string& piece : pieces) {
      if (trimmed(piece).empty())
        return fail(pieces.size() == 1
                        ? fmt::format("gap {} has no answer", number)
                        : fmt::format("gap {} has no answer on one side of '|'; write a bar of its own as \\|", number));
      if (pieces.size() > 1 || text.ends_with(' ')) piece = std::string(trimmed(piece));
    }
    GapPart part{std::move(pieces[0]), number, std::string(hint), {}};
    part.also.assign(std::make_move_iterator(pieces.begin() + 1), std::make_move_iterator(pieces.end()));
    result_.parts.push_back(std::move(part));
  }

  // Behind the last "::" with a blank before it, else behind the only one.
  [[nodiscard]] static std::size_t hint_at(std::string_view text) {
    if (const std::size_t apart = text.rfind(" ::"); apart != text.npos) {
      const std::string_view behind = text.substr(apart + 3);
      if (behind.empty() || behind.starts_with(' ') || behind.find("::") == behind.npos) return apart + 1;
    }
    const std::size_t only = text.find("::");
    return only != text.npos && text.find("::", only + 1) == text.npos ? only : text.npos;
  }

  // "std::move" may be one name, or "std" with the hint "move".
  void doubt(int number, std::string_view answer, std::string_view hint) {
    if (answer.ends_with(' ') || hint.empty() || hint.ends_with('?') || hint.find(' ') != hint.npos) return;
    result_.doubts.push_back(fmt::format(
        "gap {0}: is “{2}” a hint? Write {{{{{0}::{1} :: {2}}}}} where it is, {{{{{0}::{1}::{2} ::}}}} where it is not",
        number, answer, hint));
  }

  void fail(std::string mistake) { result_.mistake = std::move(mistake); }

  std::string_view text_;
  bool code_;
  Gapped result_;
};

}  // namespace

Gapped read_prose_gaps(std::string_view text) { return GapReader(text, false).read(); }

Gapped read_code_gaps(std::string_view code) { return GapReader(code, true).read(); }

Gapped gaps_of(const Card& card) {
  if (card.kind == CardKind::Cloze) return read_prose_gaps(card.text);
  if (card.kind != CardKind::Code) return {};
  Gapped gapped = read_code_gaps(card.code);
  for (GapPart& part : gapped.parts)
    if (part.number > 0) part.also = card.accept;
  return gapped;
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

FilledText filled_in(const Gapped& gapped, int number) {
  FilledText filled;
  for (const GapPart& part : gapped.parts) {
    if (part.number == number && number > 0) filled.gaps.push_back({filled.text.size(), part.text.size()});
    filled.text += part.text;
  }
  return filled;
}

std::vector<std::string> gap_answers(const Gapped& gapped, int number) {
  std::vector<std::string> answers;
  for (const GapPart& part : gapped.parts)
    if (part.number == number && number > 0) answers.push_back(part.text);
  return answers;
}

std::vector<std::vector<std::string>> accepted_answers(const Gapped& gapped, int number) {
  std::vector<std::vector<std::string>> answers;
  for (const GapPart& part : gapped.parts) {
    if (part.number != number || number == 0) continue;
    std::vector<std::string>& gap = answers.emplace_back(std::vector<std::string>{part.text});
    gap.insert(gap.end(), part.also.begin(), part.also.end());
  }
  return answers;
}

}  // namespace starling
