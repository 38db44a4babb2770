#include "story/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "story/when.h"
#include "text/text.h"

namespace starling {

namespace {

struct Figure {
  Quantity quantity;
  std::string text;  // as it stands there, its unit with it
};

bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }

struct Word {
  std::string text;
  bool ends = false;  // a mark behind it ends a sentence or a part of one
};

// The words of a text between blanks, without the marks around them.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  std::string word;
  const auto end = [&] {
    const std::size_t whole = word.size();
    while (!word.empty() && std::string_view(".,;:!?)\"").find(word.back()) != std::string_view::npos) word.pop_back();
    const bool ends = word.size() < whole;
    if (!word.empty()) words.push_back({std::move(word), ends});
    word.clear();
  };
  for (const char letter : text) {
    if (letter == ' ' || letter == '\n' || letter == '\t') end();
    else if (!word.empty() || (letter != '(' && letter != '"')) word += letter;
  }
  end();
  return words;
}

// No unit: "from 9 to 2 a quarter".
bool joins(std::string_view word) {
  constexpr std::array<std::string_view, 17> kJoining{"to",   "in",   "and", "or",   "from",   "by",    "for",    "with", "of",
                                                      "at",   "on",   "than", "after", "before", "until", "within", "while"};
  return std::ranges::find(kJoining, word) != kJoining.end();
}

// A number with up to two words of the same sentence behind it: "55 million users".
std::optional<Figure> figure_at(const std::vector<Word>& words, std::size_t at) {
  const std::string& first = words[at].text;
  if (!is_digit(first.front()) && !(first.size() > 1 && is_digit(first[1]))) return std::nullopt;
  std::optional<Figure> figure;
  std::string text;
  for (std::size_t i = at; i < words.size() && i <= at + 2; ++i) {
    if (i > at && (is_digit(words[i].text.front()) || joins(words[i].text))) break;
    text += (text.empty() ? "" : " ") + words[i].text;
    if (auto quantity = parse_quantity(text)) figure = Figure{*std::move(quantity), text};
    if (words[i].ends) break;
  }
  if (!figure) return std::nullopt;
  figure->quantity.unit = std::string(figure->quantity.unit.substr(0, figure->quantity.unit.find(' ')));
  return figure;
}

// "23→2" and "from 23-2" would be one word; arrows stand apart.
std::string with_arrows_apart(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    if (rest.starts_with("\xE2\x86\x92")) {
      result += ' ';
      i += 2;
    } else if (rest.starts_with("->")) {
      result += ' ';
      ++i;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::vector<Figure> figures_in(std::string_view text) {
  std::vector<Figure> figures;
  const std::vector<Word> words = words_of(with_digits(with_arrows_apart(text)));
  for (std::size_t i = 0; i < words.size(); ++i)
    if (auto figure = figure_at(words, i)) figures.push_back(*std::move(figure));
  return figures;
}

bool is_year(const Figure& figure) {
  const double value = figure.quantity.value;
  return value >= 1900 && value <= 2100 && value == std::floor(value);
}

bool same(const Quantity& given, const Quantity& right) {
  const auto converted = convert(given.value, given.unit, right.unit);
  const double value = converted.value_or(given.value);
  return std::abs(value - right.value) <= 1e-9 * std::max(1.0, std::abs(right.value));
}

std::optional<Figure> first_figure(std::string_view text) {
  auto figures = figures_in(text);
  return figures.empty() ? std::nullopt : std::optional(std::move(figures.front()));
}

constexpr std::array<std::string_view, 12> kMonths{"january", "february", "march",     "april",   "may",      "june",
                                                   "july",    "august",   "september", "october", "november", "december"};

// The month of a name or its first three letters, 1 to 12.
std::optional<unsigned> month_named(std::string_view word) {
  const std::string folded = fold(word);
  if (folded.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i].starts_with(folded)) return static_cast<unsigned>(i) + 1;
  return std::nullopt;
}

bool is_date(std::string_view typed, const Period& right) {
  const std::chrono::year_month_day first{right.first};
  const std::chrono::year_month_day last{right.last};
  const auto month_at = [](Day day) {
    const std::chrono::year_month_day date{day};
    return std::chrono::year_month(date.year(), date.month());
  };
  const auto near = [&](const Period& given) {
    const auto meets = [&](Day day) { return month_at(given.first) <= month_at(day) && month_at(day) <= month_at(given.last); };
    return meets(right.first) || meets(right.last);
  };
  if (const auto given = period_of(trimmed(typed))) return near(*given);
  std::optional<unsigned> month;
  std::optional<int> year;
  for (const Word& each : words_of(with_plain_digits(typed))) {
    const std::string& word = each.text;
    if (const auto named = month_named(word)) month = month ? month : named;
    else if (word.size() == 4 && std::ranges::all_of(word, is_digit)) year = year ? year : std::optional(std::stoi(word));
  }
  if (!year) return false;
  const auto fits = [&](const std::chrono::year_month_day& end) {
    return static_cast<int>(end.year()) == *year && (!month || static_cast<unsigned>(end.month()) == *month);
  };
  return fits(first) || fits(last);
}

std::optional<FigureAsked> of_metric(const StoryMetric& metric) {
  FigureAsked asked{FigureAsked::Of::Metric, metric.name.empty() ? "The figure" : metric.name, {}, {}};
  for (const std::string* end : {&metric.before, &metric.after})
    if (first_figure(*end)) asked.right.push_back(*end);
  if (asked.right.empty()) return std::nullopt;
  asked.ask = fmt::format("{}{}", asked.name, asked.right.size() == 2 ? ": from what to what?" : "?");
  return asked;
}

FigureAsked of_result(const Story& story) {
  FigureAsked asked{FigureAsked::Of::Result, "The result", {}, {}};
  for (Figure& figure : figures_in(story.sections[static_cast<std::size_t>(Section::Result)]))
    if (asked.right.size() < kResultFigures && !is_year(figure)) asked.right.push_back(std::move(figure.text));
  asked.ask = asked.right.size() == 1 ? "The figure of the result?" : fmt::format("The {} figures of the result?", asked.right.size());
  return asked;
}

}  // namespace

std::vector<FigureAsked> figures_asked(const Story& story) {
  std::vector<FigureAsked> all;
  if (story.kind == StoryKind::Intro) return all;
  for (const StoryMetric& metric : story.metrics)
    if (auto asked = of_metric(metric)) all.push_back(*std::move(asked));
  if (all.empty())
    if (FigureAsked asked = of_result(story); !asked.right.empty()) all.push_back(std::move(asked));
  if (period_of(story.when)) all.push_back({FigureAsked::Of::Date, "When", "When was it?", {story.when}});
  return all;
}

FiguresGiven& FiguresGiven::operator+=(const FiguresGiven& more) {
  right += more.right;
  of += more.of;
  return *this;
}

FiguresGiven figures_given(const FigureAsked& asked, std::string_view typed) {
  FiguresGiven given{0, static_cast<int>(asked.right.size())};
  if (asked.of == FigureAsked::Of::Date) {
    const auto right = period_of(asked.right.front());
    return {right && is_date(typed, *right) ? 1 : 0, 1};
  }
  std::vector<Figure> figures = figures_in(typed);
  std::size_t from = 0;
  for (const std::string& text : asked.right) {
    const auto right = first_figure(text);
    const auto begin = figures.begin() + static_cast<std::ptrdiff_t>(from);
    const auto at = std::find_if(begin, figures.end(), [&](const Figure& figure) { return right && same(figure.quantity, right->quantity); });
    if (at == figures.end()) continue;
    ++given.right;
    if (asked.of == FigureAsked::Of::Metric) from = static_cast<std::size_t>(at - figures.begin()) + 1;
    else figures.erase(at);
  }
  return given;
}

std::optional<OnlyFigure> only_figure(std::string_view text) {
  if (figures_in(text).size() != 1) return std::nullopt;
  auto all = parse_quantity(with_digits(text));
  return all ? std::optional(OnlyFigure{all->value, std::move(all->unit)}) : std::nullopt;
}

}  // namespace starling
