#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "decklint/decklint.h"
#include "engine/deck/cards.h"
#include "support/home.h"

namespace starling {

using testing::rules;

namespace {

using Rules = std::vector<std::string>;

const std::string kWhyNot = "{ text = \"A timer\", why_not = \"A timer says nothing of order.\" }";

std::string two_sides(std::string_view front, std::string_view back) {
  return fmt::format("front = \"{}\"\nback = \"{}\"", front, back);
}

std::string words(int count, std::string_view word = "w") {
  std::string result(word);
  for (int i = 1; i < count; ++i) result += fmt::format(" {}", word);
  return result;
}

std::string card_of(std::string_view id, std::string_view kind, std::string_view keys) {
  return fmt::format("[[card]]\nid = \"{}\"\nkind = \"{}\"\n{}\n", id, kind, keys);
}

// Cards with different words, of one kind each, so that no two are alike.
std::string basic(int number, std::string_view keys = "tags = [\"failure\"]") {
  return card_of(fmt::format("c{}", number), "basic", two_sides(fmt::format("Why does q{0} r{0} s{0} fail?", number), fmt::format("t{0} u{0} v{0}", number)) + "\n" + std::string(keys));
}

std::string basics(int count, std::string_view keys = "tags = [\"failure\"]") {
  std::string text;
  for (int i = 0; i < count; ++i) text += basic(i, keys) + "\n";
  return text;
}

std::string choice(int number, std::string_view options) {
  return card_of(fmt::format("c{}", number), "choice", fmt::format("front = \"Which of q{0} r{0} holds?\"\ntags = [\"failure\"]\noptions = [{1}]", number, options));
}

Deck deck(const std::string& cards, const std::string& head = "title = \"Queues\"\narea = \"distributed\"", const std::string& id = "d") {
  const DeckFile file = read_deck(fmt::format("[deck]\nid = \"{}\"\n{}\n\n{}", id, head, cards), id + ".toml");
  for (const Problem& problem : file.problems) FAIL_CHECK(to_line(problem));
  return file.deck.value();
}

Rules strictly(const std::vector<Deck>& decks) {
  std::vector<const Deck*> list;
  std::vector<Problem> all;
  for (const Deck& each : decks) {
    list.push_back(&each);
    for (Problem& problem : lint_deck(each)) all.push_back(std::move(problem));
  }
  for (Problem& problem : lint_decks_together(list)) all.push_back(std::move(problem));
  for (const Problem& problem : all)
    if (problem.rule != "too-many-problems") CHECK(problem.severity == deck_rule(problem.rule).severity);
  return rules(all);
}

Rules strictly(const std::string& cards) { return strictly({deck(cards)}); }

bool fires(const Rules& found, std::string_view rule) { return std::ranges::find(found, rule) != found.end(); }

// Of one card alone; the warnings without the advice.
Rules warned(std::string_view kind, std::string_view keys) {
  std::vector<Problem> problems = lint_deck(deck(card_of("c", kind, keys)));
  drop_advice(problems);
  return rules(problems);
}

struct Pair {
  std::string rule;
  std::vector<Deck> bad;
  std::vector<Deck> good;
};

Pair pair(std::string rule, const std::string& bad, const std::string& good) { return {std::move(rule), {deck(bad)}, {deck(good)}}; }

std::string typed(std::string_view keys) { return card_of("c", "typed", fmt::format("front = \"What keeps it?\"\ntags = [\"failure\"]\n{}", keys)); }
std::string check(int right, int wrong, std::string_view gap = "") {
  std::string text = fmt::format("[[check]]\ncard = \"c\"\n{}right = [", gap);
  for (int i = 0; i < right; ++i) text += "\"lease\", ";
  text += "]\nwrong = [";
  for (int i = 0; i < wrong; ++i) text += fmt::format("\"x{}\", ", i);
  return text + "]\n";
}

std::string options(std::string_view first, std::string_view second = kWhyNot, std::string_view third = "{ text = \"A log\", why_not = \"A log has no end.\" }") {
  return fmt::format("{}, {}, {}", first, second, third);
}
const std::string kRight = "{ text = \"A lease\", correct = true }";

std::vector<Pair> pairs() {
  const std::string quota = "text = \"The hard limit is {{1::3}}.\"\ntags = [\"quota\", \"failure\"]\n";
  const std::string number = "front = \"How many?\"\nanswer = 3\ntags = [\"failure\"]\n";
  const auto one = [](std::string_view kind, std::string_view keys) { return card_of("c", kind, keys); };
  const auto levels = [](int count) {
    std::string text = basics(20 - count);
    for (int i = 0; i < count; ++i) text += basic(50 + i, "tags = [\"failure\"]\nlevel = [\"L7\"]");
    return text;
  };
  const auto sorted = [](int judged) { return basics(judged) + card_of("x", "basic", two_sides("What is a1?", "b1") + "\ntags = [\"definition\"]") +
                                              card_of("y", "basic", two_sides("What is a2?", "b2") + "\ntags = [\"definition\"]") +
                                              card_of("z", "basic", two_sides("What is a3?", "b3") + "\ntags = [\"definition\"]") +
                                              card_of("w", "basic", two_sides("What is a4?", "b4") + "\ntags = [\"definition\"]"); };
  const auto same_answers = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += card_of(fmt::format("c{}", i), "basic", two_sides(fmt::format("Why q{}?", i), "A mechanism"));
    return text;
  };
  const auto shaped = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += card_of(fmt::format("c{}", i), "basic", two_sides(fmt::format("Why q{}?", i), fmt::format("Because the leader a{} b{}", i, i)));
    return text;
  };
  const auto firsts = [](bool last_moved) {
    std::string text;
    for (int i = 0; i < 3; ++i)
      text += choice(i, i == 2 && last_moved ? options(kWhyNot, kRight) : options(kRight));
    return text;
  };
  const std::string long_front = "Four teams need the same events from one source and one of them must replay last month of them:";
  return {
      pair("answer-too-long", one("basic", two_sides("Why?", words(21))), one("basic", two_sides("Why?", words(20)))),
      pair("list-too-long", one("basic", two_sides("What?", "a, b, c and d")), one("basic", two_sides("What?", "a, b and c"))),
      pair("two-facts", one("basic", two_sides("Why?", "It grows. It also shrinks.")), one("basic", two_sides("Why?", "It grows, e.g. twice."))),
      pair("front-too-long", one("basic", two_sides(words(46), "b")), one("basic", two_sides(words(45), "b"))),
      pair("reading-time", one("basic", two_sides(words(29), "b")) , one("basic", two_sides(words(28), "b")) + card_of("s", "scenario", two_sides(words(42, "v"), "b"))),
      pair("yes-no-question", one("basic", two_sides("Is SQS FIFO ordered?", "Within a group.")), one("basic", two_sides("Is it a queue or a log?", "A log."))),
      pair("open-question", one("basic", two_sides("What do you know of CAP?", "Partitions.")), one("basic", two_sides("What breaks in CAP?", "Partitions."))),
      pair("option-without-why-not", choice(1, options(kRight, "{ text = \"A timer\" }")), choice(1, options(kRight))),
      pair("all-of-the-above", choice(1, options(kRight, "{ text = \"All of the above.\", why_not = \"x\" }")), choice(1, options(kRight))),
      pair("same-option", choice(1, options(kRight, "{ text = \"a LEASE\", why_not = \"x\" }")), choice(1, options(kRight))),
      pair("option-count", choice(1, kRight + ", " + kWhyNot), choice(1, options(kRight))),
      pair("right-option-longest", choice(1, options("{ text = \"" + words(8, "lease") + "\", correct = true }")), choice(1, options(kRight))),
      pair("right-option-place", firsts(false), firsts(true)),
      pair("same-item", one("ordered", "front = \"Order\"\nitems = [\"a\", \"A\"]"), one("ordered", "front = \"Order\"\nitems = [\"a\", \"b\"]")),
      pair("number-without-tolerance", one("number", number), one("number", number + "factor = 3")),
      pair("number-without-source", one("number", number + "tolerance = 0"), one("number", number + "tolerance = 0\nsource = \"s\"")),
      pair("quota-without-source", one("cloze", quota + "as_of = 2026-11-22"), one("cloze", quota + "as_of = 2026-11-22\nsource = \"s\"")),
      pair("quota-without-as-of", one("cloze", quota + "source = \"s\""), one("cloze", quota + "as_of = 2026-11-22\nsource = \"s\"")),
      pair("quota-without-kind", one("cloze", "text = \"It is {{1::3}}.\"\ntags = [\"quota\"]\nsource = \"s\"\nas_of = 2026-11-22"),
           one("cloze", quota + "as_of = 2026-11-22\nsource = \"s\"")),
      pair("few-forms", typed("answer = \"a message group\"\naccept = [\"message group\"]"),
           typed("answer = \"a message group\"\naccept = [\"message group\", \"group\"]") + card_of("n", "typed", "front = \"f\"\nanswer = \"O(n log n)\"")),
      pair("unchecked-answer", typed("answer = \"lease\""), typed("answer = \"lease\"") + check(3, 3)),
      pair("short-check", typed("answer = \"lease\"") + check(3, 2), typed("answer = \"lease\"") + check(3, 3)),
      pair("answer-in-front", one("basic", two_sides("Why does a lease end the lease of a leader?", "the lease")), one("basic", two_sides("Lease or lock?", "Lease"))),
      pair("answer-in-title", one("basic", two_sides("What holds messages?", "Queues")), one("basic", two_sides("What holds messages?", "Logs"))),
      pair("answer-in-tags", one("basic", two_sides("What ends by itself?", "a lease") + "\ntags = [\"a-lease\"]"), one("basic", two_sides("What ends by itself?", "a lease") + "\ntags = [\"locks\"]")),
      pair("answer-in-neighbour", one("basic", two_sides("What orders it?", "message group")) + card_of("e", "basic", two_sides("How big is one message group at most?", "No limit")),
           one("basic", two_sides("What orders it?", "message group")) + card_of("e", "basic", two_sides("How big is one group of messages?", "No limit"))),
      pair("answer-repeated", same_answers(4), same_answers(3)),
      pair("answer-shape-repeated", shaped(4), shaped(3)),
      {"near-duplicate",
       {deck(one("basic", two_sides(long_front + " queue or log?", "the log"))), deck(one("basic", two_sides(long_front + " what fits?", "a log")), "title = \"T\"", "e")},
       {deck(one("basic", two_sides(long_front + " queue or log?", "the log"))), deck(one("basic", two_sides("Which of a queue and a log can be read again from the start?", "a log")), "title = \"T\"", "e")}},
      pair("sort-missing", basic(1, "tags = [\"locks\"]"), basic(1)),
      pair("few-judgements", sorted(5), sorted(6)),
      pair("level-share", levels(2), levels(3)),
      pair("needs-later", basic(1, "needs = [\"c2\"]") + basic(2), basic(1) + basic(2, "needs = [\"c1\"]")),
      {"needs-later-week",
       {deck(basic(1, "week = 3\nneeds = [\"e/c2\"]"), "title = \"T\""), deck(basic(2, "week = 4"), "title = \"U\"", "e")},
       {deck(basic(1, "week = 3\nneeds = [\"e/c2\"]"), "title = \"T\""), deck(basic(2), "title = \"U\"\nweeks = [3]", "e")}},
      pair("needs-other-level", basic(1, "level = [\"L7\"]") + basic(2, "needs = [\"c1\"]"),
           basic(1, "level = [\"L7\"]") + basic(2, "level = [\"L7\"]\nneeds = [\"c1\"]")),
      {"week-outside-deck", {deck(basic(1, "week = 5"), "title = \"T\"\nweeks = [3, 4]")}, {deck(basic(1, "week = 4"), "title = \"T\"\nweeks = [3, 4]")}},
      pair("deck-too-large", basics(61), basics(60)),
  };
}

}  // namespace

TEST_CASE("each rule fires on a bad deck, is silent on a good one, and says nothing of a retired card") {
  std::set<std::string> tried;
  for (const Pair& each : pairs()) {
    CAPTURE(each.rule);
    tried.insert(each.rule);
    CHECK(fires(strictly(each.bad), each.rule));
    CHECK_FALSE(fires(strictly(each.good), each.rule));
    std::vector<Deck> retired = each.bad;
    for (Deck& of : retired)
      for (Card& card : of.cards) card.retired = true;
    CHECK_FALSE(fires(strictly(retired), each.rule));
  }
  for (const DeckRule& rule : deck_rules()) CHECK_MESSAGE(tried.contains(std::string(rule.id)), std::string(rule.id));
  CHECK(tried.size() == deck_rules().size());
}

TEST_CASE("a deck that keeps every rule is silent, however strictly it is looked at") {
  const Deck good = deck(basics(8) + typed("answer = \"a lease\"\naccept = [\"lease\", \"leases\"]") + choice(90, options(kWhyNot, kRight)) + check(3, 3));
  CHECK(strictly({good}) == Rules{});
}

TEST_CASE("a bad deck does not hide another") {
  const Deck bad = deck(basics(61) + card_of("long", "basic", two_sides("Why?", words(30))));
  const Deck other = deck(card_of("long", "basic", two_sides("Why not?", words(30, "v"))), "title = \"T\"", "e");
  CHECK(std::ranges::count(strictly({bad, other}), "answer-too-long") == 2);
  CHECK(std::ranges::count(strictly({other, bad}), "answer-too-long") == 2);
}

TEST_CASE("a good card gets no warning") {
  CHECK(warned("basic", two_sides("Why does R + W > N see the write?", "Any two sets share a replica.")).empty());
  CHECK(warned("basic", two_sides("Which principle?", "Have Backbone; Disagree and Commit")).empty());
  CHECK(warned("basic", two_sides("Is it the queue or the log, and why?", "The log keeps offsets.")).empty());
  CHECK(warned("basic", two_sides("*Are Right, A Lot* asks for what?", "Evidence against your belief.")).empty());
  CHECK(warned("basic", two_sides("What does a cell isolate?", "Compute, queues and deploys.")).empty());
}

TEST_CASE("an answer has at most twenty words, wherever it stands") {
  CHECK(warned("scenario", two_sides("Why?", words(21))) == Rules{"answer-too-long"});
  CHECK(warned("reversible", two_sides("Why?", "b") + "\nback_reverse = \"" + words(21) + "\"") == Rules{"answer-too-long"});
  CHECK(warned("typed", "front = \"Why?\"\nanswer = \"" + words(21) + "\"") == Rules{"answer-too-long"});
  CHECK(warned("cloze", "text = \"x {{1::" + words(21) + "}}\"") == Rules{"answer-too-long"});
  const std::string code = "front = \"f\"\nlang = \"c\"\ncode = '''\n{{1::a\nb\nc\nd\ne\nf";
  CHECK(warned("code", code + "}}'''").empty());
  CHECK(warned("code", code + "\ng}}'''") == Rules{"answer-too-long"});
}

TEST_CASE("of a gap only what is shown counts as words of the question") {
  struct Row {
    std::string text;
    bool too_long;
  };
  for (const Row& row : {Row{words(45) + " {{1::a}}", false},
                         Row{words(46) + " {{1::a}}", true},
                         Row{words(40) + " {{1::a|b c d e f g h|i j k}}", false},
                         Row{words(45) + " {{1::a b c d e f}}", false},
                         Row{words(42) + " {{1::a|b c d :: the hint is}}", false},
                         Row{words(43) + " {{1::a|b c d :: the hint is}}", true},
                         Row{words(43) + " {{1::a b}} {{2::c|d e f}}", false},
                         Row{words(43) + " {{1::a b c}} {{2::d}}", true}}) {
    CAPTURE(row.text);
    CHECK(warned("cloze", fmt::format("text = \"{}\"", row.text)) == (row.too_long ? Rules{"front-too-long"} : Rules{}));
  }
}

TEST_CASE("the date of a deck serves its quotas") {
  const Deck dated = deck(card_of("c", "cloze", "text = \"By default {{1::3}}.\"\ntags = [\"quota\"]\nsource = \"s\""), "as_of = 2026-11-22");
  CHECK_FALSE(fires(rules(lint_deck(dated)), "quota-without-as-of"));
  CHECK(quota_date(dated, dated.cards[0]) == parse_day("2026-11-22"));
}

TEST_CASE("each gap of a cloze wants its own check, and one alone may be checked without its number") {
  const std::string two = card_of("c", "cloze", "text = \"{{1::lease}} x {{2::b}}\"\ntags = [\"failure\"]");
  CHECK(std::ranges::count(strictly(two), "unchecked-answer") == 2);
  CHECK(std::ranges::count(strictly(two + check(3, 3, "gap = 1\n")), "unchecked-answer") == 1);
  CHECK_FALSE(fires(strictly(card_of("c", "cloze", "text = \"{{1::lease}} x\"\ntags = [\"failure\"]") + check(3, 3)), "unchecked-answer"));
}

TEST_CASE("near-duplicates are seen through case, accents and marks, and each is named once") {
  const std::string front = "Which naïve reader sees a stale value after its own write to the leader";
  const Deck first = deck(card_of("c", "basic", two_sides(front, "one")));
  const Deck second = deck(card_of("c", "basic", two_sides("WHICH NAIVE reader: sees a stale value, after its own write - to the leader", "two")), "title = \"T\"", "e");
  CHECK(std::ranges::count(strictly({first, second}), "near-duplicate") == 1);
}

TEST_CASE("thousands of cards of the same words are looked at once each") {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += card_of(fmt::format("c{}", i), "basic", two_sides("Why does one and the same question stand here again?", "It does."));
  const Rules found = strictly(text);
  CHECK(fires(found, "near-duplicate"));
  CHECK(found.size() < 10'000);
}

TEST_CASE("cards that were looked up long ago are listed by age") {
  const Deck dated = deck(card_of("c", "basic", two_sides("A1 b1 c1?", "d1") + "\nas_of = 2026-05-01") + card_of("e", "basic", two_sides("A2 b2 c2?", "d2") + "\nas_of = 2026-02-01") +
                          card_of("f", "basic", two_sides("A3 b3 c3?", "d3")) + card_of("g", "basic", two_sides("A4?", "d4") + "\nas_of = 2020-01-01\nretired = true"));
  const Day today = *parse_day("2026-11-26");
  const auto stale = stale_cards(dated, today, 180);
  REQUIRE(stale.size() == 2);
  CHECK(stale[0].card->id == "e");
  CHECK(stale[1].card->id == "c");
  CHECK(stale[1].days == 209);
  CHECK(stale_cards(dated, today, 208).size() == 2);
  CHECK(stale_cards(dated, today, 209).size() == 1);
}

// Advice is looked at by whoever writes decks; what a learner sees of the shipped ones is nothing.
TEST_CASE("the shipped decks get no warning") {
  for (const ListedFile& file : list_files(test::shipped_content() / "cards", ".toml")) {
    std::vector<Problem> problems = lint_deck(read_deck(test::text_of(file.path), file.path.filename().string()).deck.value());
    drop_advice(problems);
    for (const Problem& problem : problems) FAIL_CHECK(to_line(problem));
  }
}

}  // namespace starling
