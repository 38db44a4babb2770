#include "deck/answer_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <set>

#include "text/text.h"

namespace starling {

namespace {

bool is_separator(char c) { return c == ' ' || c == ',' || c == ';' || c == '\t'; }

// "3 1 2", "3,1,2": numbers from 1 to `count`; nothing where anything else was typed. Numbers out of range are 0.
std::optional<std::vector<std::size_t>> numbers_in(std::string_view given, std::size_t count) {
  std::vector<std::size_t> numbers;
  while (!given.empty()) {
    if (is_separator(given.front())) {
      given.remove_prefix(1);
      continue;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), number);
    if (error == std::errc::invalid_argument) return std::nullopt;
    given.remove_prefix(static_cast<std::size_t>(end - given.data()));
    if (!given.empty() && !is_separator(given.front())) return std::nullopt;
    numbers.push_back(error == std::errc{} && number <= count ? number : 0);
  }
  if (numbers.empty()) return std::nullopt;
  return numbers;
}

// "312" as "3 1 2", where no number has two digits.
std::string spread(std::string_view given, std::size_t count) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  const bool packed = count <= 9 && std::all_of(given.begin(), given.end(), digit);
  if (!packed) return std::string(given);
  std::string result;
  for (const char c : given) {
    result += c;
    result += ' ';
  }
  return result;
}

std::optional<std::size_t> option_named(std::string_view text, const Face& face) {
  const std::string wanted = fold(text);
  for (std::size_t i = 0; i < face.options.size(); ++i) {
    const std::string& option = face.options[i].text;
    const bool same = wanted.empty() ? trimmed(text) == trimmed(option) : wanted == fold(option);
    if (same) return i + 1;
  }
  return std::nullopt;
}

// The numbers of options; nothing where one is out of range.
std::optional<std::set<std::size_t>> numbers_of_options(std::string_view given, std::size_t count) {
  const auto numbers = numbers_in(given, count);
  if (!numbers || std::find(numbers->begin(), numbers->end(), 0U) != numbers->end()) return std::nullopt;
  return std::set<std::size_t>{numbers->begin(), numbers->end()};
}

Checked wrong_choice(const std::set<std::size_t>& picked, const Face& face) {
  for (const std::size_t number : picked) {
    const ChoiceOption& option = face.options[number - 1];
    if (!option.correct) return {Verdict::Wrong, option.why_not};
  }
  const auto all = std::count_if(face.options.begin(), face.options.end(),
                                 [](const ChoiceOption& option) { return option.correct; });
  const auto missing = static_cast<std::size_t>(all) - picked.size();
  return {Verdict::Wrong, fmt::format("{} more {} right", missing, missing == 1 ? "is" : "are")};
}

std::string swapped(const std::string& a, const std::string& b) {
  return fmt::format("“{}” comes before “{}”", a, b);
}

}  // namespace

// Numbers as shown, else the text of an option, else "13" for two of them, else several texts with ";" between.
std::set<std::size_t> chosen_options(std::string_view given, const Card& card, const Face& face) {
  given = trimmed(given);
  const std::size_t count = face.options.size();
  if (auto numbers = numbers_of_options(given, count)) return *std::move(numbers);
  if (const auto named = option_named(given, face)) return {*named};
  if (card.multi)
    if (auto numbers = numbers_of_options(spread(given, count), count)) return *std::move(numbers);
  std::set<std::size_t> result;
  while (true) {
    const std::size_t end = given.find(';');
    result.insert(option_named(given.substr(0, end), face).value_or(0));
    if (end == given.npos) return result;
    given.remove_prefix(end + 1);
  }
}

Checked check_choice(std::string_view given, const Card& card, const Face& face) {
  given = trimmed(given);
  if (given.empty()) return {};
  const std::set<std::size_t> picked = chosen_options(given, card, face);
  if (picked.contains(0))
    return {Verdict::Unusable, fmt::format("choose by number, from 1 to {}", face.options.size())};
  if (!card.multi && picked.size() > 1) return {Verdict::Unusable, "one option is right; choose one"};
  for (std::size_t i = 0; i < face.options.size(); ++i)
    if (face.options[i].correct != picked.contains(i + 1)) return wrong_choice(picked, face);
  return {Verdict::Right, ""};
}

std::optional<std::vector<std::string>> order_given(std::string_view given, const Face& face) {
  const std::size_t count = face.items.size();
  const auto numbers = numbers_in(spread(trimmed(given), count), count);
  if (!numbers) return std::nullopt;
  const std::set<std::size_t> distinct(numbers->begin(), numbers->end());
  if (numbers->size() != count || distinct.size() != count || distinct.contains(0)) return std::nullopt;
  std::vector<std::string> order;
  for (const std::size_t number : *numbers) order.push_back(face.items[number - 1]);
  return order;
}

Checked check_order(std::string_view given, const Card& card, const Face& face) {
  const std::size_t count = face.items.size();
  if (trimmed(given).empty()) return {};
  auto order = order_given(given, face);
  if (!order) return {Verdict::Unusable, fmt::format("type each number from 1 to {} once, in the right order", count)};
  if (*order == card.items) return {Verdict::Right, ""};
  const auto differs = std::mismatch(order->begin(), order->end(), card.items.begin()).first;
  const auto place = static_cast<std::size_t>(differs - order->begin());
  std::string remark = fmt::format("place {} is “{}”", place + 1, card.items[place]);
  if (place + 1 < count) std::swap((*order)[place], (*order)[place + 1]);
  if (*order == card.items) return {Verdict::Near, swapped((*order)[place], (*order)[place + 1])};
  return {Verdict::Wrong, std::move(remark)};
}

}  // namespace starling
