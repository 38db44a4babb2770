#include "deck/new_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

// The keys of each kind behind its id and kind, in the order of kCardKinds.
constexpr std::array<std::string_view, 9> kExamples{
    R"(front = "What does a quorum of 2 of 3 survive?"
back = "The loss of one node."
)",
    R"(front = "SNS"
back = "Publish and subscribe: one message to many."
)",
    R"(text = "A quorum of five nodes is {{1::three}}."
)",
    R"(front = "Which principle is after “long term value”?"
answer = "Ownership"
accept = ["Owner"]
)",
    R"(front = "How many seconds has a day?"
answer = 86_400
unit = "s"
)",
    R"(front = "Which queue keeps the order?"
[[card.options]]
text = "FIFO"
correct = true
[[card.options]]
text = "Standard"
why_not = "Its order is best effort."
)",
    R"(front = "Put the phases in order."
items = ["Prepare", "Commit", "Acknowledge"]
)",
    R"(front = "Writes time out in one zone. What first?"
back = "Take the zone out of rotation, then look for the cause."
)",
    R"(front = "Finish the search."
lang = "python"
code = '''
mid = {{1::(low + high) // 2}}
'''
)"};

std::string commented(std::string_view text) {
  std::string result;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    result += '#';
    result += text.substr(0, end);
    text.remove_prefix(end);
  }
  return result;
}

// Takes the places of one text by others, from the last to the first.
class Replacing {
 public:
  explicit Replacing(std::string_view text) : text_(text), layout_(layout_of(text)) {}

  [[nodiscard]] const std::vector<PlacedValue>& values() const { return layout_.values; }
  [[nodiscard]] std::string_view at(const PlacedValue& value) const {
    return text_.substr(value.value, value.end - value.value);
  }
  // `word` in quotes of either kind inside the value becomes `other`.
  void replace(const PlacedValue& value, std::string_view word, std::string_view other) {
    for (const char quote : {'"', '\''}) {
      const std::string wanted = fmt::format("{0}{1}{0}", quote, word);
      for (std::size_t at = text_.find(wanted, value.value); at < value.end; at = text_.find(wanted, at + 1))
        changes_.push_back({at + 1, word.size(), std::string(other)});
    }
  }
  std::string take() {
    std::ranges::sort(changes_, std::greater<>(), &Change::at);
    std::string result(text_);
    for (const Change& change : changes_) result.replace(change.at, change.size, change.text);
    return result;
  }

 private:
  struct Change {
    std::size_t at;
    std::size_t size;
    std::string text;
  };
  std::string_view text_;
  TextLayout layout_;
  std::vector<Change> changes_;
};

// "Two of three" of "Two of {{1::three}}".
std::string without_gaps(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view rest = text.substr(at);
    const std::size_t colons = rest.starts_with("{{") ? rest.find("::") : rest.npos;
    if (colons != rest.npos && rest.substr(2, colons - 2).find_first_not_of("0123456789") == rest.npos)
      at += colons + 1;
    else if (rest.starts_with("}}"))
      ++at;
    else
      result += text[at];
  }
  return result;
}

bool is(const PlacedValue& value, const KeyPath& path) { return !value.commented && value.path == path; }

}  // namespace

std::string new_deck_text(std::string_view id, std::string_view title) {
  const std::string name = without_controls(title);
  std::string text = schema_line("deck", 1);
  text += fmt::format("schema = 1\n\n[deck]\nid = {}\ntitle = {}\n", quoted(id),
                      quoted(trimmed(name).empty() ? id : trimmed(name)));
  text += "#area = \"mixed\"  # or lp, coding, distributed, aws, architecture, estimation\n";
  text += "#weeks = [1]      # of the plan, from which its cards are asked\n\n";
  text += "# One example of each kind of card: take the '#' away, or write your own below. Ids are for life.\n";
  for (std::size_t i = 0; i < kCardKinds.size(); ++i)
    text += "\n" + commented(card_template(static_cast<CardKind>(i), fmt::format("{}-example", kCardKinds[i])));
  return text;
}

std::string card_template(CardKind kind, std::string_view id) {
  return fmt::format("[[card]]\nid = {}\nkind = \"{}\"\n{}", quoted(id), to_string(kind),
                     kExamples[static_cast<std::size_t>(kind)]);
}

std::string card_text(std::string_view id, CardKind kind, const std::vector<CardLine>& lines) {
  std::string text = fmt::format("[[card]]\nid = {}\nkind = \"{}\"\n", quoted(id), to_string(kind));
  for (const auto& [key, value] : lines) text += fmt::format("{} = {}\n", key, value);
  return text;
}

std::string with_card(std::string_view deck, std::string_view card) {
  std::string text(deck);
  while (text.ends_with("\n\n")) text.pop_back();
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  return text + '\n' + std::string(card);
}

std::string id_of_question(std::string_view front) {
  constexpr std::size_t kLongest = 40;
  std::string id = kebab(without_gaps(front));
  if (id.size() <= kLongest) return id;
  const std::size_t end = id.rfind('-', kLongest);
  return id.substr(0, end == id.npos || end == 0 ? kLongest : end);
}

std::string with_card_id(std::string_view text, std::string_view deck, std::string_view from, std::string_view to) {
  Replacing file(text);
  const std::string whole_from = fmt::format("{}/{}", deck, from);
  const std::string whole_to = fmt::format("{}/{}", deck, to);
  for (const PlacedValue& value : file.values()) {
    if (is(value, {"card", "id"}) || is(value, {"check", "card"})) file.replace(value, from, to);
    if (!is(value, {"card", "needs"})) continue;
    file.replace(value, from, to);
    file.replace(value, whole_from, whole_to);
  }
  return file.take();
}

std::string with_deck_id(std::string_view text, std::string_view from, std::string_view to) {
  Replacing file(text);
  for (const PlacedValue& value : file.values())
    if (is(value, {"deck", "id"})) file.replace(value, from, to);
  return file.take();
}

}  // namespace starling
