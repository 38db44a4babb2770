// `card add`: a card more in a deck of one's own, from texts or in the editor.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/edit_loop.h"
#include "cli/open_study.h"
#include "cli/unread.h"
#include "cli/wire/wire.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Name> kIntoDeck{"DECK", {Offer::From::Decks}};
constexpr std::array<CardKind, 9> kAllCardKinds{CardKind::Basic,  CardKind::Reversible, CardKind::Cloze,
                                         CardKind::Typed,  CardKind::Number,     CardKind::Choice,
                                         CardKind::Ordered, CardKind::Scenario,  CardKind::Code};
constexpr Option<Choice<CardKind>> kNewKind{"--kind", "KIND", "basic, or one of the other eight", {kAllCardKinds}};
constexpr Option<Text> kNewCardId{"--id", "ID", "in place of one made from the question"};
constexpr Option<Text> kFront{"--front", "TEXT", "the question"};
constexpr Option<Text> kBack{"--back", "TEXT", "the answer, or what explains it"};
constexpr Option<Text> kText{"--text", "TEXT", "cloze: the sentence with {{1::gaps}}"};
constexpr Option<Text> kAnswer{"--answer", "TEXT", "typed, number: what is to be typed"};
constexpr Option<Text> kAccept{"--accept", "TEXT", "typed: what else is right; as often as you like"};
constexpr Option<Text> kUnit{"--unit", "UNIT", "number: its unit"};
constexpr Option<Text> kRight{"--right", "TEXT", "choice: a right option; as often as you like"};
constexpr Option<Text> kWrong{"--wrong", "TEXT", "choice: a wrong option; as often as you like"};
constexpr Option<Text> kStep{"--step", "TEXT", "ordered: one of its items, in the right order"};
constexpr Option<Text> kLang{"--lang", "LANG", "code: its language"};
constexpr Option<Text> kCode{"--code", "TEXT", "code: the code with {{1::gaps}}"};
constexpr Option<Text> kExtra{"--extra", "TEXT", "what explains the answer"};
constexpr Option<Text> kNewTag{"--tag", "TAG", "as often as you like"};

std::string toml(std::string_view text) { return starling::quoted(without_controls(text)); }

std::string toml_list(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + toml(text);
  return fmt::format("[{}]", list);
}

std::string toml_options(const Arguments& arguments) {
  std::string list;
  for (const std::string& text : arguments.values(kRight)) list += fmt::format("\n  {{ text = {}, correct = true }},", toml(text));
  for (const std::string& text : arguments.values(kWrong)) list += fmt::format("\n  {{ text = {} }},", toml(text));
  return fmt::format("[{}\n]", list);
}

// As it was written, so that 4e11 stays 4e11.
std::string toml_number(const std::string& word) {
  double value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error == std::errc{} && end == word.data() + word.size() && std::isfinite(value)) return word;
  throw UsageError(fmt::format("--answer of a number card takes a number, not '{}'", word));
}

// What was given of a card, in the order in which a card is written.
std::vector<CardLine> lines_given(const Arguments& arguments, CardKind kind) {
  std::vector<CardLine> lines;
  const auto add = [&](std::string_view key, const Option<Text>& option) {
    if (const auto text = arguments.value(option)) lines.emplace_back(key, toml(*text));
  };
  const auto add_list = [&](std::string_view key, const Option<Text>& option) {
    if (const auto texts = arguments.values(option); !texts.empty()) lines.emplace_back(key, toml_list(texts));
  };
  add("front", kFront);
  add("text", kText);
  const auto answer = arguments.value(kAnswer);
  if (answer) lines.emplace_back("answer", kind == CardKind::Number ? toml_number(*answer) : toml(*answer));
  add_list("accept", kAccept);
  add("unit", kUnit);
  if (arguments.has(kRight) || arguments.has(kWrong)) lines.emplace_back("options", toml_options(arguments));
  add_list("items", kStep);
  add("lang", kLang);
  add("code", kCode);
  add("back", kBack);
  add("extra", kExtra);
  add_list("tags", kNewTag);
  return lines;
}

const DeckHead& need_own_deck(const Study& study, const std::string& id) {
  std::vector<std::string> own;
  for (const DeckHead& head : study.library().decks()) {
    if (Library::is_shipped(head)) continue;
    if (head.id == id) return head;
    own.push_back(head.id);
  }
  if (is_reserved_deck(id)) throw UsageError(fmt::format("'{}' is in no deck of a file: its cards are not written", id));
  if (study.library().deck_head(id))
    throw UsageError(fmt::format("'{}' is a shipped deck; put cards of your own into a deck of your own: starling deck "
                                 "new ID",
                                 id));
  refuse_unread_item(study.library(), id);
  throw UsageError(fmt::format("there is no deck '{0}' of your own; make it: starling deck new {0}{1}", id,
                               did_you_mean(id, own)));
}

// An id that the deck does not have yet.
std::string id_for(const Arguments& arguments, const Deck& deck, const DeckHead& head) {
  const auto given = arguments.value(kNewCardId);
  if (given && !is_kebab(*given))
    throw UsageError(fmt::format("card id '{}' must be lower-case words joined by '-'", *given));
  const std::string id =
      given.value_or(id_of_question(arguments.value(kFront).value_or(arguments.value(kText).value_or(""))));
  const auto taken = std::ranges::find(deck.cards, id, &Card::id);
  if (taken != deck.cards.end())
    throw UsageError(fmt::format("there is a card '{}' already, {}:{}; choose another id with --id", id, head.file,
                                 taken->line));
  return id;
}

// What the rules say of the deck's text, but only of this card; a mistake refuses it.
std::vector<Problem> check_card(const Study& study, const DeckHead& head, const std::string& text, const std::string& id) {
  if (const DeckFile read = read_deck(text, head.file); !read.deck) throw UsageError(to_line(read.problems.front()));
  const NamedText named{head.file, text, false};
  std::vector<Problem> problems = check_decks(std::span(&named, 1), study.library());
  std::erase_if(problems, [&](const Problem& problem) { return problem.card != id; });
  for (const Problem& problem : problems)
    if (problem.severity == Severity::Error) throw UsageError(problem.text);
  return problems;
}

// Changes the deck by the text that it has now, which another program may have written since the folder was opened.
void change_deck(const TextPlace& place, const std::function<std::string(const std::string& text, const Deck& deck)>& change) {
  change_file(place.path, [&](const FileText& now) {
    if (!now) throw UsageError(fmt::format("{} {}", place.name, now.reason));
    const DeckFile read = read_deck(*now, place.name);
    if (!read.deck) throw UsageError(to_line(read.problems.front()));
    return std::optional(change(*now, *read.deck));
  });
}

Exit add_from_texts(const Arguments& arguments, World& world, const Study& study, const DeckHead& head,
                    const std::vector<CardLine>& lines, CardKind kind) {
  TextPlace at{study.library().path_of(head), head.file, 1};
  std::string id;
  std::vector<Problem> advice;
  change_deck(at, [&](const std::string& now, const Deck& deck) {
    id = id_for(arguments, deck, head);
    if (id.empty()) throw UsageError("the question has no Latin letters for an id; give one with --id");
    std::string text = with_card(now, card_text(id, kind, lines));
    advice = check_card(study, head, text, id);
    const DeckFile read = read_deck(text, at.name);
    for (const Card& card : read.deck.value().cards)
      if (card.id == id) at.line = card.line;
    return text;
  });
  if (!arguments.quiet)
    for (const Problem& problem : advice) world.err << to_line(problem) << '\n';
  const std::string whole = head.id + "/" + id;
  const std::string said = fmt::format("Added {}, {}:{}.", whole, at.name, at.line);
  world.out << (arguments.json ? edited_json(whole, at, true, said, advice) : said + "\n");
  return Exit::Ok;
}

Exit add_in_editor(const Arguments& arguments, World& world, const Study& study, const DeckHead& head, CardKind kind) {
  need_editor(world);
  EditPlace at{{study.library().path_of(head), head.file, 1}, true, {}, ""};
  change_deck(at.place, [&](const std::string& now, const Deck& deck) {
    at.before = now;
    std::string text = with_card(now, card_template(kind, id_for(arguments, deck, head)));
    const auto heading = text.rfind("[[card]]\nid = ");
    at.place.line = 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(heading), '\n'));
    return text;
  });
  return finish_edit(world, arguments, study, edit_place(world, study.library(), std::move(at)), head.id);
}

Exit run_card_add(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const DeckHead& head = need_own_deck(*study, arguments.operand(kIntoDeck));
  const CardKind kind = arguments.value(kNewKind).value_or(CardKind::Basic);
  const std::vector<CardLine> lines = lines_given(arguments, kind);
  return lines.empty() ? add_in_editor(arguments, world, *study, head, kind)
                       : add_from_texts(arguments, world, *study, head, lines, kind);
}

}  // namespace

const Command kCardAddCommand{
    .name = "card add",
    .operands = {one(kIntoDeck)},
    .summary = "a card more in a deck of your own, from texts or in your editor",
    .options = {&kNewKind, &kNewCardId, &kFront, &kBack, &kText, &kAnswer, &kAccept, &kUnit, &kRight, &kWrong, &kStep, &kLang,
                &kCode, &kExtra, &kNewTag},
    .examples = {"starling card add mine", "starling card add mine --front \"What is a lease?\" --back \"A lock that ends by itself.\"",
                 "starling card add mine --kind cloze --text \"Two of {{1::three}} is a quorum.\""},
    .run = run_card_add};

}  // namespace starling
