#include "deck/answer_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "text/text.h"

namespace starling {

namespace {

std::string without_blanks(std::string text) {
  std::erase(text, ' ');
  return text;
}

std::string digits_of(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c >= '0' && c <= '9') digits += c;
  return digits;
}

std::size_t characters(std::string_view text) {
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

int slips_allowed(std::string_view meant) {
  const std::size_t length = characters(meant);
  if (length >= 10) return 2;
  return length >= 5 ? 1 : 0;
}

std::vector<std::string_view> split_at_blanks(std::string_view folded) {
  std::vector<std::string_view> words;
  while (!folded.empty()) {
    const std::size_t end = std::min(folded.find(' '), folded.size());
    words.push_back(folded.substr(0, end));
    folded.remove_prefix(std::min(end + 1, folded.size()));
  }
  return words;
}

// "synchronous" and "asynchronous" are two letters apart and still not one answer.
bool are_opposites(std::string_view a, std::string_view b) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 11> kHeads{
      Pair{"", "a"},   Pair{"", "un"},   Pair{"", "in"},   Pair{"", "im"},   Pair{"", "ir"},  Pair{"", "de"},
      Pair{"a", "de"}, Pair{"in", "ex"}, Pair{"im", "ex"}, Pair{"in", "de"}, Pair{"in", "out"}};
  const auto ends = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  const auto common = static_cast<std::size_t>(ends.first - a.rbegin());
  const Pair heads{a.substr(0, a.size() - common), b.substr(0, b.size() - common)};
  return common >= 4 && std::any_of(kHeads.begin(), kHeads.end(), [&](const Pair& known) {
           return known == heads || (known.first == heads.second && known.second == heads.first);
         });
}

bool holds_an_opposite(std::string_view given, std::string_view meant) {
  const auto a = split_at_blanks(given);
  const auto b = split_at_blanks(meant);
  if (a.size() != b.size()) return false;
  return std::mismatch(a.begin(), a.end(), b.begin(),
                       [](std::string_view x, std::string_view y) { return !are_opposites(x, y); })
             .first != a.end();
}

// Nothing where one of them is no quantity, or they do not measure the same thing.
std::optional<bool> same_quantity(std::string_view given, std::string_view meant) {
  const auto left = parse_quantity(given);
  const auto right = parse_quantity(meant);
  if (!left || !right) return std::nullopt;
  const auto value = convert(left->value, left->unit, right->unit);
  if (!value) return std::nullopt;
  return std::abs(*value - right->value) <= kSameNumber * std::abs(right->value);
}

// "the customer's need" and "customer's need" are one answer; "a" alone is not an article but a letter.
std::string without_article(std::string folded) {
  for (const std::string_view article : {"the ", "an ", "a "})
    if (folded.starts_with(article) && folded.size() > article.size() + 1) return folded.substr(article.size());
  return folded;
}

Verdict compare(std::string_view given, std::string_view meant, bool keep_case) {
  const std::string left = without_article(fold(given, keep_case));
  const std::string right = without_article(fold(meant, keep_case));
  if (right.empty() || left.empty())
    return !trimmed(given).empty() && trimmed(given) == trimmed(meant) ? Verdict::Right : Verdict::Wrong;
  if (left == right) return Verdict::Right;
  if (const auto same = same_quantity(given, meant)) return *same ? Verdict::Right : Verdict::Wrong;
  if (without_blanks(left) == without_blanks(right)) return Verdict::Right;
  if (keep_case && fold(given) == fold(meant)) return Verdict::Near;
  const int slips = slips_allowed(right);
  const bool near = edit_distance(left, right, slips) <= slips && digits_of(left) == digits_of(right) &&
                    !holds_an_opposite(left, right);
  return near ? Verdict::Near : Verdict::Wrong;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> pieces;
  while (true) {
    const std::size_t end = text.find(separator);
    pieces.emplace_back(trimmed(text.substr(0, end)));
    if (end == text.npos) return pieces;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

Checked check_text(std::string_view given, const std::vector<std::string>& meant, bool keep_case) {
  Checked best;
  for (const std::string& answer : meant) {
    const Verdict verdict = compare(given, answer, keep_case);
    if (verdict >= best.verdict) continue;
    best.verdict = verdict;
    if (verdict == Verdict::Near) best.remark = fmt::format("spelt: {}", answer);
    if (verdict == Verdict::Right) best.remark.clear();
  }
  return best;
}

Checked check_gaps(std::string_view given, const std::vector<std::string>& gaps) {
  if (gaps.size() == 1) return check_text(given, gaps, false);
  for (const char separator : {';', ','}) {
    const std::vector<std::string> pieces = split(given, separator);
    if (pieces.size() != gaps.size()) continue;
    Checked worst{Verdict::Right, ""};
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      const Checked one = check_text(pieces[i], {gaps[i]}, false);
      if (one.verdict > worst.verdict) worst = one;
      if (one.verdict == Verdict::Wrong) return {Verdict::Wrong, fmt::format("gap {} differs", i + 1)};
    }
    return worst;
  }
  return {Verdict::Wrong, fmt::format("there are {} gaps; separate their answers with ';'", gaps.size())};
}

}  // namespace starling
