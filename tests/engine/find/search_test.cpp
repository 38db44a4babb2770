#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "find/find.h"
#include "text/text.h"

namespace starling {

namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::vector<Deck> shipped_decks() {
  std::vector<Deck> decks;
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(STARLING_SOURCE_ROOT) / "decks/cards"))
    decks.push_back(read_deck(text_of(file.path()), file.path().filename().string()).deck.value());
  return decks;
}

Deck deck_of(const std::string& cards) {
  return read_deck("schema = 1\n[deck]\nid = \"d\"\ntitle = \"Consensus\"\narea = \"mixed\"\n" + cards, "d.toml").deck.value();
}

std::vector<std::string> found(const std::string& lines, const std::string& query) {
  std::vector<SearchMatch> list = matches(lines, read_query(query));
  std::ranges::stable_sort(list, {}, &SearchMatch::rank);
  std::vector<std::string> ids;
  for (const SearchMatch& match : list) ids.emplace_back(match.id);
  return ids;
}

std::string basic(const std::string& id, const std::string& front, const std::string& back) {
  return "[[card]]\nid = \"" + id + "\"\nkind = \"basic\"\nfront = \"" + front + "\"\nback = \"" + back + "\"\n";
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) { return static_cast<char>(std::toupper(static_cast<unsigned char>(c))); });
  return text;
}

}  // namespace

TEST_CASE("every shipped card is found by any word of its question, in any case") {
  for (const Deck& deck : shipped_decks()) {
    const std::string lines = searchable(deck);
    for (const Card& card : deck.cards) {
      std::istringstream words(passages_of(card, deck).front().text);
      for (std::string word; words >> word;) {
        CAPTURE(card.id);
        CAPTURE(word);
        for (const std::string& typed : {word, upper(word)}) {
          if (read_query(typed).words.empty()) continue;
          const auto ids = found(lines, typed);
          CHECK(std::ranges::find(ids, card.id) != ids.end());
        }
      }
    }
  }
}

TEST_CASE("what is found holds every word somewhere in its texts or its id") {
  for (const Deck& deck : shipped_decks()) {
    const std::string lines = searchable(deck);
    for (const std::string query : {"the", "a quorum", "log n", "what write", "s3"}) {
      const SearchQuery read = read_query(query);
      for (const std::string& id : found(lines, query)) {
        const Card& card = *std::ranges::find(deck.cards, id, &Card::id);
        std::string all = fold(deck.id + "/" + card.id);
        for (const Passage& passage : passages_of(card, deck)) all += " " + fold(passage.text);
        CAPTURE(all);
        for (const std::string& word : read.words) CHECK(all.find(word) != std::string::npos);
      }
    }
  }
}

TEST_CASE("every kind of text of a card is looked at") {
  const std::string lines = searchable(deck_of(R"(
[[card]]
id = "choice"
kind = "choice"
front = "Which?"
options = [ { text = "Alpha", correct = true }, { text = "Beta", why_not = "Gamma is why." } ]
tags = ["delta"]
[[card]]
id = "cloze"
kind = "cloze"
text = "Paxos needs a {{1::majority|more than half :: share}} of nodes."
extra = "Epsilon"
[[card]]
id = "typed"
kind = "typed"
front = "Who?"
answer = "Lamport"
accept = ["Leslie"]
[[card]]
id = "number"
kind = "number"
front = "How many?"
answer = 1024
unit = "bytes"
[[card]]
id = "ordered"
kind = "ordered"
front = "Order"
items = ["prepare", "promise", "accepted"]
)"));
  const auto only = [&](const std::string& query, const char* id) {
    CAPTURE(query);
    CHECK(found(lines, query) == std::vector<std::string>{id});
  };
  for (const std::string query : {"alpha", "beta", "gamma", "delta", "d/choice"}) only(query, "choice");
  for (const std::string query : {"a majority of nodes", "more than half", "share", "epsilon"}) only(query, "cloze");
  for (const std::string query : {"lamport", "leslie"}) only(query, "typed");
  only("1024 bytes", "number");
  only("promise", "ordered");
  CHECK(found(lines, "consensus").size() == 5);  // the title of the deck
  CHECK(lines.find("{{") == std::string::npos);
}

TEST_CASE("case, accents and forms of letters make no difference") {
  struct Row {
    const char* text;
    const char* query;
  };
  for (const Row& row : {
           Row{"Straße", "strasse"}, Row{"STRASSE", "straße"},
           Row{"Café", "cafe"}, Row{"Cafe\u0301", "CAF\u00C9"}, Row{"cafe", "cafe\u0301"},
           Row{"ﬁnal", "final"}, Row{"Ｓ３", "s3"}, Row{"10⁵ rows", "10^5"},
           Row{"İstanbul", "istanbul"}, Row{"ΟΔΥΣΣΕΥΣ", "οδυσσευς"},
           Row{"שָׁלוֹם עולם", "שלום"}, Row{"שלום עולם", "עולם שלום"},
           Row{"分散システムの合意", "合意"}, Row{"データベース", "ベース"}, Row{"가나다", "나"},
           Row{"write-ahead log", "write_ahead"}, Row{"max_len", "len"}, Row{"C++ and C#", "c#"}, Row{"R&D", "r&d"},
           Row{"“quoted”", "quoted"}, Row{"63% of it", "63 %"},
       }) {
    CAPTURE(row.text);
    CAPTURE(row.query);
    CHECK(found(searchable(deck_of(basic("c", row.text, "b"))), row.query).size() == 1);
  }
  CHECK(found(searchable(deck_of(basic("c", "10⁵", "b"))), "105").empty());
  CHECK(read_query("!!! --- …").words.empty());
}

TEST_CASE("whole words come before parts of words, the question before the rest, and the order stays") {
  const std::string lines = searchable(deck_of(
      basic("part-of-answer", "First", "unlogged") + basic("part", "A catalogue", "x") + basic("in-answer", "Second", "a log") +
      basic("whole", "The log", "x") + basic("log-in-id", "Third", "x") + basic("neither", "Fourth", "x")));
  CHECK(found(lines, "log") == std::vector<std::string>{"whole", "log-in-id", "in-answer", "part", "part-of-answer"});
  CHECK(found(lines, "log") == found(lines, "LOG log"));
  const std::string phrases = searchable(deck_of(basic("apart", "ahead we write", "x") + basic("beside", "write ahead", "x")));
  CHECK(found(phrases, "write ahead") == std::vector<std::string>{"beside", "apart"});
}

TEST_CASE("the passage that is shown holds most of the words") {
  const Deck deck = deck_of(basic("c", "Why a log?", "Because a quorum reads the log."));
  const auto passages = passages_of(deck.cards[0], deck);
  CHECK(best_passage(passages, read_query("log")).name == "front");
  CHECK(best_passage(passages, read_query("log quorum")).name == "back");
  CHECK(best_passage(passages, read_query("elsewhere")).name == "front");
}

TEST_CASE("stories and lines of the plan are found by what they say") {
  Story story;
  story.id = "checkout-cells";
  story.title = "Night pages";
  story.sections[0] = "The pager rang at three.";
  story.angles = {{*find_principle("OW"), Strength::Primary}};
  for (const std::string query : {"night", "checkout-cells", "pager three", "ownership"}) {
    CAPTURE(query);
    CHECK(found(searchable(story), query) == std::vector<std::string>{"checkout-cells"});
  }
  const Plan plan =
      read_plan(text_of(std::filesystem::path(STARLING_SOURCE_ROOT) / "decks/plans/amazon-24-week.toml"), "plan").plan.value();
  const auto lines = plan_lines(plan);
  const std::string text = searchable(plan);
  CHECK(std::ranges::count(text, '\n') == std::ssize(lines));
  for (const PlanLine& line : lines) {
    CAPTURE(line.id);
    const auto ids = found(text, std::string(line.text));
    CHECK(std::ranges::find(ids, line.id) != ids.end());
  }
}

TEST_CASE("lines that are none are passed over") {
  CHECK(matches("a log without tabs\n\tlog\n\t\n", read_query("log")).empty());
  CHECK(matches("", read_query("log")).empty());
  CHECK(matches("id\tlog\tx", read_query("log")).size() == 1);
}

}  // namespace starling
