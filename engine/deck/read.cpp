#include "deck/read.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "deck/answer_check.h"
#include "deck/kinds.h"
#include "deck/own_version.h"
#include "item/item.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 7> kAreas{"lp",           "coding",     "distributed", "aws",
                                                 "architecture", "estimation", "mixed"};
constexpr std::array<std::string_view, 2> kLevels{"L6", "L7"};
constexpr int kSchema = 1;
constexpr std::string_view kLongestSchedule = "#99";  // of a gap

std::string not_kebab(std::string_view what, std::string_view id) {
  const std::string better = kebab(id);
  return fmt::format("{} '{}' must be lower-case words joined by '-'{}", what, id,
                     better.empty() ? "" : fmt::format(", such as '{}'", better));
}

std::optional<CardKind> read_kind_name(Fields& fields, const Card& card) {
  const auto name = fields.word("kind", kCardKinds);
  if (name)
    return static_cast<CardKind>(std::find(kCardKinds.begin(), kCardKinds.end(), *name) - kCardKinds.begin());
  if (!fields.has("kind")) fields.problem("", "missing", fmt::format("card '{}' has no kind", card.id));
  return std::nullopt;
}

void check_level(Fields& fields, const Card& card) {
  for (const std::string& level : card.level)
    if (std::find(kLevels.begin(), kLevels.end(), level) == kLevels.end())
      fields.problem("level", "unknown-word",
                     fmt::format("card '{}': level '{}' is not known; use \"L6\" or \"L7\"", card.id, level));
}

void complete_needs(Fields& fields, std::string_view deck, Card& card) {
  for (std::string& need : card.needs) {
    const std::size_t slash = need.find('/');
    const bool whole = slash != need.npos;
    if (!is_kebab(need.substr(whole ? slash + 1 : 0)) || (whole && !is_kebab(need.substr(0, slash))))
      fields.problem("needs", "malformed-need",
                     fmt::format("card '{}' needs '{}'; write it as \"card\" or \"deck/card\"", card.id, need));
    if (!whole) need = fmt::format("{}/{}", deck, need);
  }
}

void read_common(Fields& fields, std::string_view deck, Card& card) {
  card.tags = fields.texts("tags");
  card.level = fields.texts("level");
  card.difficulty = static_cast<int>(fields.integer("difficulty", 1, 5).value_or(3));
  if (const auto week = fields.integer("week", 1, kLastCardWeek)) card.week = static_cast<int>(*week);
  card.source = fields.text("source").value_or("");
  card.as_of = fields.day("as_of");
  card.needs = fields.texts("needs");
  card.retired = fields.flag("retired").value_or(false);
  card.suspended = fields.flag("suspended").value_or(false);
  check_level(fields, card);
  complete_needs(fields, deck, card);
}

class DeckReader {
 public:
  // `of_changes`: the file holds own versions of cards of a shipped deck.
  DeckReader(Findings& findings, bool of_changes) : findings_(findings), of_changes_(of_changes) {}

  std::optional<Deck> read(const TomlTable& root) {
    Fields fields(root, findings_, "this deck file");
    fields.schema(kSchema);
    const TomlTable* head = fields.table("deck");
    const std::vector<const TomlTable*> cards = fields.tables("card");
    const auto checks = of_changes_ ? std::vector<const TomlTable*>{} : fields.tables("check");
    if (!fields.has("deck")) fields.problem("", "no-deck", "this deck file has no [deck] with its id");
    (void)fields.finish();
    if (!head || !read_head(*head)) return std::nullopt;
    for (const TomlTable* table : cards) read_card(*table);
    for (const TomlTable* table : checks)
      if (auto check = read_answer_check(*table, findings_, deck_)) deck_.checks.push_back(*std::move(check));
    return std::move(deck_);
  }

 private:
  bool read_head(const TomlTable& table) {
    Fields fields(table, findings_, "the deck");
    deck_.id = fields.need_text("id");
    const bool usable = check_deck_id(fields);
    deck_.file = findings_.file;
    if (of_changes_) return fields.finish() && usable;
    deck_.title = fields.text("title").value_or(deck_.id);
    deck_.area = fields.word("area", kAreas).value_or("mixed");
    deck_.authors = fields.texts("authors");
    deck_.licence = fields.text("licence").value_or("");
    deck_.as_of = fields.day("as_of");
    for (const std::int64_t week : fields.integers("weeks", 1, kLastCardWeek))
      deck_.weeks.push_back(static_cast<int>(week));
    (void)fields.finish();
    return usable;
  }

  bool check_deck_id(Fields& fields) const {
    const std::string& id = deck_.id;
    if (id.empty()) return false;
    if (!is_kebab(id))
      fields.problem("id", "malformed-id", not_kebab("deck id", id));
    else if (is_reserved_deck(id))
      fields.problem("id", "reserved-id",
                     fmt::format("deck id '{0}' is kept for what is in no deck of a file; give the deck another, such as '{0}-cards'",
                                 id));
    else
      return true;
    return false;
  }

  void read_card(const TomlTable& table) {
    ++position_;
    Card card;
    card.line = table.line;
    Fields fields(table, findings_, fmt::format("card {} of the file", position_));
    card.id = fields.need_text("id");
    if (!card.id.empty()) fields.name(fmt::format("card '{}'", card.id), card.id);
    check_id(fields, card);
    read_common(fields, deck_.id, card);
    if (of_changes_) card.own = OwnVersion{findings_.file, fields.text("of").value_or("")};
    const auto kind = read_kind_name(fields, card);
    if (!kind) return;  // which keys belong here is not known
    card.kind = *kind;
    const bool whole = read_kind(fields, findings_, card);
    if (fields.finish() && whole) deck_.cards.push_back(std::move(card));
  }

  void check_id(Fields& fields, const Card& card) {
    if (card.id.empty()) return;
    if (!is_kebab(card.id))
      fields.problem("id", "malformed-id", not_kebab("card id", card.id));
    else if (!ItemId::parse(fmt::format("{}/{}{}", deck_.id, card.id, kLongestSchedule)))
      fields.problem("id", "long-id", "the ids of the deck and of this card are too long together; shorten one");
    const auto [first, added] = lines_.emplace(card.id, card.line);
    if (!added)
      fields.problem("id", "duplicate-id",
                     fmt::format("card '{}' is already at line {}; give this one another id", card.id,
                                 first->second));
  }

  Findings& findings_;
  bool of_changes_;
  Deck deck_;
  int position_ = 0;
  std::map<std::string, int> lines_;
};

DeckFile read_file_of(bool changes, std::string_view text, std::string_view file) {
  TomlDocument document = parse_toml(text, file, kSchema);
  Findings findings{std::string(file), std::move(document.problems)};
  DeckFile result;
  if (document.root) result.deck = DeckReader(findings, changes).read(*document.root);
  result.problems = std::move(findings.problems);
  sort_by_place(result.problems);
  return result;
}

}  // namespace

DeckFile read_deck(std::string_view text, std::string_view file) { return read_file_of(false, text, file); }

DeckFile read_changes(std::string_view text, std::string_view file) { return read_file_of(true, text, file); }

}  // namespace starling
