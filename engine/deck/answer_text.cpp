#include "deck/answer_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "deck/answer_separators.h"
#include "text/text.h"

namespace starling {

namespace {

using Words = std::vector<std::string>;

// As one text, blanks only where two numbers would become one.
std::string joined(const Words& words) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty() && digit(text.back()) && digit(word.front())) text += ' ';
    text += word;
  }
  return text;
}

// Nothing where one of them is no quantity, or they do not measure the same thing.
std::optional<bool> same_quantity(const std::optional<Quantity>& left, const std::optional<Quantity>& right) {
  if (!left || !right) return std::nullopt;
  const auto value = convert(left->value, left->unit, right->unit);
  if (!value) return std::nullopt;
  return std::abs(*value - right->value) <= kSameNumber * std::abs(right->value);
}

// "the customer's need" and "customer's need" are one answer; "a" alone is not an article but a letter, and before a
// sign or a name of one letter it is a name of maths.
Words without_article(Words words, AnswerReading reading) {
  const bool article = words.size() > 1 && (words[0] == "the" || words[0] == "an" || words[0] == "a");
  const bool alone = article && words.size() == 2 && words[1].size() == 1;
  const bool name = article && reading == AnswerReading::Maths && words[0] == "a" && words[1].size() == 1;
  if (article && !alone && !name && reading != AnswerReading::Code) words.erase(words.begin());
  return words;
}

// "60 seconds" and "1 minute" as one word each, and equal.
Words with_base_units(const Words& words) {
  Words result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto number = i + 1 < words.size() ? parse_quantity(words[i]) : std::nullopt;
    const auto base = number && number->unit.empty() ? in_base_unit(number->value, words[i + 1]) : std::nullopt;
    result.push_back(base.value_or(words[i]));
    if (base) ++i;
  }
  return result;
}

// What stands in "O(n log n)", with neither "*" nor the brackets of "log(n)"; nothing where it is no such bound.
std::optional<Words> bound_of(const Words& words) {
  if (words.size() < 4 || words[0] != "o" || words[1] != "(" || words.back() != ")") return std::nullopt;
  return Words(words.begin() + 2, words.end() - 1);
}

Words plain_bound(const Words& words) {
  Words result;
  const Words inner = bound_of(words).value_or(words);
  for (std::size_t i = 0; i < inner.size(); ++i) {
    if (inner[i] == "*") continue;
    const bool single = inner[i] == "(" && i > 0 && inner[i - 1] == "log" && i + 2 < inner.size() && inner[i + 2] == ")";
    if (!single) {
      result.push_back(inner[i]);
      continue;
    }
    result.push_back(inner[i + 1]);
    i += 2;
  }
  return result;
}

bool all_letters(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
  });
}

bool all_capitals(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::size_t characters(std::string_view text) {
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}

bool differ_in_number(std::string_view a, std::string_view b) {
  return (a.size() == b.size() + 1 && a.starts_with(b) && a.ends_with('s')) ||
         (b.size() == a.size() + 1 && b.starts_with(a) && b.ends_with('s'));
}

// A word that another card of the deck answers with is that word, not this one mistyped.
bool is_name(const std::string& word, std::string_view meant, const OtherAnswers& others) {
  if (differ_in_number(word, meant)) return false;
  return std::any_of(others.texts.begin(), others.texts.end(), [&](const std::string& text) {
    const Words words = answer_words(text, AnswerReading::Prose);
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

struct Answers {
  std::string_view given;
  std::string_view meant;
};

// One edit in one word of five letters or more that is not all capitals and not itself another thing.
bool is_slip(const Answers& both, const TextRules& rules) {
  const Words typed = without_article(answer_words(with_digits(both.given), AnswerReading::Prose), AnswerReading::Prose);
  const Words meant = without_article(answer_words(with_digits(both.meant), AnswerReading::Prose), AnswerReading::Prose);
  Words cased = answer_words(with_digits(both.meant), AnswerReading::Prose, true);
  if (typed.size() != meant.size() || cased.size() < meant.size()) return false;
  cased.erase(cased.begin(), cased.end() - static_cast<std::ptrdiff_t>(meant.size()));
  const auto place = static_cast<std::size_t>(std::mismatch(typed.begin(), typed.end(), meant.begin()).first - typed.begin());
  if (place == meant.size() || !std::equal(typed.begin() + static_cast<std::ptrdiff_t>(place) + 1, typed.end(),
                                           meant.begin() + static_cast<std::ptrdiff_t>(place) + 1))
    return false;
  const std::string& word = meant[place];
  return all_letters(word) && characters(word) >= 5 && !all_capitals(cased[place]) &&
         edit_distance(typed[place], word, 1) == 1 && !are_different_words(typed[place], word) &&
         !is_name(typed[place], word, rules.others);
}

bool same_words(const Answers& both, AnswerReading reading, bool keep_case) {
  const auto words = [&](std::string_view text) {
    return without_article(answer_words(reading == AnswerReading::Code ? std::string(text) : with_digits(text), reading, keep_case), reading);
  };
  const Words left = words(both.given);
  const Words right = words(both.meant);
  if (left == right) return true;
  if (reading == AnswerReading::Code) return false;
  if (reading == AnswerReading::Prose && with_base_units(left) == with_base_units(right)) return true;
  if (reading == AnswerReading::Maths && (bound_of(left) || bound_of(right))) return joined(plain_bound(left)) == joined(plain_bound(right));
  return joined(left) == joined(right) || joined(without_article(answer_words(both.given, reading, keep_case), reading)) ==
                                              joined(without_article(answer_words(both.meant, reading, keep_case), reading));
}

Checked compare_quantities(const Answers& both) {
  const std::string given = with_digits(both.given);
  const auto meant = parse_quantity(with_digits(both.meant));
  const auto usual = parse_quantity(given);
  if (same_quantity(usual, meant).value_or(false)) {
    if (usual->unit.empty() && !meant->unit.empty()) return {Verdict::Near, fmt::format("with its unit: {}", both.meant)};
    return {Verdict::Right, ""};
  }
  const auto by_points = parse_quantity_by_points(given);
  if (same_quantity(by_points, meant).value_or(false)) return {Verdict::Near, read_by_points(given, by_points->value)};
  return {};
}

// Vowel signs may be left out, but those that are typed are meant.
bool other_vowels(const Answers& both) {
  const std::u32string typed = vowel_signs(both.given);
  return !typed.empty() && typed != vowel_signs(both.meant) && !vowel_signs(both.meant).empty();
}

// `written` is what was meant as the card has it.
Checked compare_read(const Answers& both, std::string_view written, const TextRules& rules) {
  const AnswerReading signs = std::max(reading_of(both.given), reading_of(both.meant));
  const AnswerReading reading = rules.code ? AnswerReading::Code : signs;
  if (answer_words(both.given, reading).empty() || answer_words(both.meant, reading).empty()) return {};
  const bool keep_case = rules.keep_case || rules.code;
  if (same_words(both, reading, keep_case))
    return other_vowels(both) ? Checked{Verdict::Near, fmt::format("written: {}", written)} : Checked{Verdict::Right, ""};
  if (keep_case && same_words(both, reading, false)) return {Verdict::Near, fmt::format("written: {}", written)};
  if (reading != AnswerReading::Prose) return {};
  const std::string given = with_digits(both.given);
  const bool a_quantity = parse_quantity(given) || parse_quantity_by_points(given);
  if (a_quantity && parse_quantity(with_digits(both.meant))) return compare_quantities(both);
  if (!is_slip(both, rules)) return {};
  return {Verdict::Near, fmt::format("the spelling is: {}", written)};
}

Checked compare(const Answers& both, const TextRules& rules) {
  if (trimmed(both.given) == trimmed(both.meant)) return {Verdict::Right, ""};
  if (rules.code) return compare_read(both, both.meant, rules);
  const AnswerPair alike = with_like_separators(both.given, both.meant);
  return compare_read({alike.given, alike.meant}, both.meant, rules);
}

bool is_rejected(std::string_view given, const TextRules& rules) {
  return std::any_of(rules.reject.begin(), rules.reject.end(), [&](const std::string& text) {
    const AnswerPair alike = with_like_separators(given, text);
    return same_words({alike.given, alike.meant}, std::max(reading_of(alike.given), reading_of(alike.meant)), rules.keep_case);
  });
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

std::string read_by_points(std::string_view given, double value) {
  const bool comma = given.find(',') != given.npos;
  const bool point = given.find('.') != given.npos;
  return fmt::format("read as {}: {}{}{}", value, point ? "a point between thousands" : "",
                     point && comma ? ", " : "", comma ? "a comma as the decimal mark" : "");
}

Checked check_text(std::string_view given, const std::vector<std::string>& meant, const TextRules& rules) {
  Checked best;
  for (const std::string& answer : meant) {
    Checked one = compare({given, answer}, rules);
    if (one.verdict < best.verdict) best = std::move(one);
  }
  if (best.verdict == Verdict::Near && is_rejected(given, rules)) return {};
  return best;
}

Checked check_gaps(std::string_view given, const std::vector<std::vector<std::string>>& gaps, const TextRules& rules) {
  if (trimmed(given).empty()) return {};
  if (gaps.size() == 1) return check_text(given, gaps[0], rules);
  for (const char separator : {';', ','}) {
    const std::vector<std::string> pieces = split(given, separator);
    if (pieces.size() != gaps.size()) continue;
    Checked worst{Verdict::Right, ""};
    for (std::size_t i = 0; i < gaps.size(); ++i) {
      Checked one = check_text(pieces[i], gaps[i], rules);
      if (one.verdict == Verdict::Wrong) return {Verdict::Wrong, fmt::format("gap {} differs", i + 1)};
      if (one.verdict > worst.verdict) worst = std::move(one);
    }
    return worst;
  }
  return {Verdict::Unusable, fmt::format("there are {} gaps; separate their answers with ';'", gaps.size())};
}

}  // namespace starling
