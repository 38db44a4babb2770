#include "decklint/fix.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "deck/deck.h"
#include "decklint/lint_deck.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

// A list in brackets: where its elements stand. Nothing where a comment is in it or it is no plain list.
struct ListText {
  std::vector<Stretch> elements;  // trimmed
};

// Behind the string that begins at `at`.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const std::string three(3, quote);
  const bool long_one = text.substr(at).starts_with(three);
  for (std::size_t i = at + (long_one ? 3 : 1); i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (long_one ? text.substr(i).starts_with(three) : text[i] == quote) {
      i += long_one ? 3 : 1;
      while (long_one && i < text.size() && text[i] == quote) ++i;  // """" ends with a quote of its own
      return i;
    }
  }
  return text.size();
}

std::optional<ListText> read_list(std::string_view text, std::size_t begin, std::size_t end) {
  if (begin >= end || text[begin] != '[' || text[end - 1] != ']') return std::nullopt;
  ListText list;
  std::size_t from = begin + 1;
  int depth = 0;
  const auto add = [&](std::size_t to) {
    const std::string_view element = trimmed(text.substr(from, to - from));
    if (!element.empty()) list.elements.push_back({static_cast<std::size_t>(element.data() - text.data()), element.size()});
    from = to + 1;
  };
  for (std::size_t i = begin + 1; i + 1 < end; ++i) {
    const char c = text[i];
    if (c == '#') return std::nullopt;
    if (c == '"' || c == '\'') i = end_of_string(text, i) - 1;
    if (c == '[' || c == '{') ++depth;
    if (c == ']' || c == '}') --depth;
    if (c == ',' && depth == 0) add(i);
  }
  add(end - 1);
  return list;
}

// The elements in another order, and all that stands between them where it is.
std::string with_order(std::string_view text, const ListText& list, const std::vector<std::size_t>& order) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Stretch place = list.elements[i];
    const Stretch taken = list.elements[order[i]];
    result += text.substr(at, place.begin - at);
    result += text.substr(taken.begin, taken.size);
    at = place.begin + place.size;
  }
  return result + std::string(text.substr(at));
}

// Lines of the text that are inside a string of several lines, which are left alone.
std::vector<bool> lines_in_strings(std::string_view text) {
  std::vector<bool> inside{false};
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '#') {
      i = std::min(text.find('\n', i), text.size()) - 1;
    } else if (text[i] == '"' || text[i] == '\'') {
      const std::size_t end = end_of_string(text, i);
      for (; i < end; ++i)
        if (text[i] == '\n') {
          inside.back() = true;  // its end is part of the string
          inside.push_back(false);
        }
      --i;
    } else if (text[i] == '\n') {
      inside.push_back(false);
    }
  }
  return inside;
}

class DeckFixer {
 public:
  DeckFixer(std::string_view text, std::string_view file) : file_(file), text_(text) {}

  DeckFix fix() {
    const DeckFile before = read_deck(text_, file_);
    if (!before.deck || has_error(before.problems)) return {text_, {}};
    line_ends();
    trailing_blanks();
    tags();
    right_options(*before.deck);
    const DeckFile after = read_deck(text_, file_);
    const bool same = after.deck && !has_error(after.problems) && in_one_order(*before.deck) == in_one_order(*after.deck);
    if (!same) return {};  // said by nothing changed
    return {text_, std::move(changed_)};
  }

 private:
  // What must not change by a fix, as bytes: places, and the order of tags and options, are left out.
  static std::string in_one_order(Deck deck) {
    for (Card& card : deck.cards) {
      card.line = 1;
      std::ranges::sort(card.tags);
      std::ranges::sort(card.options, {}, &ChoiceOption::text);
    }
    for (AnswerCheck& check : deck.checks) {
      check.line = 1;
      for (auto* list : {&check.right, &check.nearly, &check.wrong})
        for (TypedAnswer& typed : *list) typed.line = typed.column = 1;
    }
    Packer packer;
    packer(deck);
    return packer.take();
  }

  void line_ends() {
    const auto returns = std::ranges::count(text_, '\r');
    if (returns > 0) {
      std::string plain;
      for (std::size_t i = 0; i < text_.size(); ++i)
        if (text_[i] != '\r' || i + 1 == text_.size() || text_[i + 1] != '\n') plain += text_[i];
      if (plain != text_) changed_.push_back("lines end in LF");
      text_ = std::move(plain);
    }
    if (!text_.empty() && text_.back() != '\n') {
      text_ += '\n';
      changed_.push_back("the last line ends");
    }
  }

  void trailing_blanks() {
    const std::vector<bool> in_string = lines_in_strings(text_);
    std::string plain;
    int lines = 0;
    std::size_t number = 0;
    for (std::size_t at = 0; at < text_.size(); ++number) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      std::string_view line = std::string_view(text_).substr(at, end - at);
      const std::size_t last = line.find_last_not_of(" \t");
      const std::size_t kept = last == line.npos ? 0 : last + 1;
      if (kept < line.size() && !in_string[number]) {
        line = line.substr(0, kept);
        ++lines;
      }
      plain += line;
      if (end < text_.size()) plain += '\n';
      at = end + 1;
    }
    if (lines > 0) changed_.push_back(fmt::format("blanks at the end of {} taken off", counted_lines(lines)));
    text_ = std::move(plain);
  }

  static std::string counted_lines(int lines) { return lines == 1 ? "1 line" : fmt::format("{} lines", lines); }

  // Calls `order_of(card, list)` for the value of `key` of each card, last first so that places stay good; it answers the
  // order of the elements, or nothing.
  template <class OrderOf>
  void reorder(std::string_view key, OrderOf order_of) {
    const TextLayout layout = layout_of(text_);
    std::vector<std::pair<int, const PlacedValue*>> values;  // card of the file, from 0
    std::vector<int> card_of_table;
    int cards = -1;
    for (const PlacedTable& table : layout.tables) {
      const bool is_card = table.path == KeyPath{"card"};
      if (is_card) ++cards;
      card_of_table.push_back(is_card ? cards : -1);
    }
    for (const PlacedValue& value : layout.values) {
      const int card = card_of_table[value.table];
      if (!value.commented && !value.inner && card >= 0 && value.path == KeyPath{"card", std::string(key)})
        values.emplace_back(card, &value);
    }
    for (auto each = values.rbegin(); each != values.rend(); ++each) {
      const auto list = read_list(text_, each->second->value, each->second->end);
      if (!list) continue;
      const std::vector<std::size_t> order = order_of(each->first, *list);
      if (!order.empty()) text_ = with_order(text_, *list, order);
    }
  }

  void tags() {
    int sorted = 0;
    reorder("tags", [&](int, const ListText& list) {
      std::vector<std::size_t> order(list.elements.size());
      for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
      const auto text_at = [&](std::size_t i) { return std::string_view(text_).substr(list.elements[i].begin, list.elements[i].size); };
      std::ranges::stable_sort(order, {}, text_at);
      if (std::ranges::is_sorted(order)) return std::vector<std::size_t>{};
      ++sorted;
      return order;
    });
    if (sorted > 0) changed_.push_back(fmt::format("the tags of {} sorted", counted_cards(sorted)));
  }

  static std::string counted_cards(int cards) { return cards == 1 ? "1 card" : fmt::format("{} cards", cards); }

  void right_options(const Deck& deck) {
    const auto problems = lint_deck(deck);
    if (std::ranges::find(problems, "right-option-place", &Problem::rule) == problems.end()) return;
    if (layout_of(text_).tables.empty()) return;
    int moved = 0;
    int choices = 0;
    reorder("options", [&](int card, const ListText& list) {
      const std::size_t count = list.elements.size();
      const bool whole = static_cast<std::size_t>(card) < deck.cards.size() && deck.cards[card].options.size() == count &&
                         deck.cards[card].options.front().correct && !deck.cards[card].multi;
      if (!whole) return std::vector<std::size_t>{};
      // By turns first, second, third: the same file is mended in the same way.
      const std::size_t place = static_cast<std::size_t>(++choices) % count;
      if (place == 0) return std::vector<std::size_t>{};
      ++moved;
      std::vector<std::size_t> order;
      for (std::size_t i = 0; i < count; ++i) order.push_back(i == place ? 0 : i < place ? i + 1 : i);
      return order;
    });
    if (moved > 0) changed_.push_back(fmt::format("the right option of {} moved off the first place", counted_cards(moved)));
  }

  std::string file_;
  std::string text_;
  std::vector<std::string> changed_;
};

}  // namespace

DeckFix fixed_deck(std::string_view text, std::string_view file) {
  DeckFix fix = DeckFixer(text, file).fix();
  if (fix.changed.empty()) fix.text = std::string(text);
  return fix;
}

}  // namespace starling
