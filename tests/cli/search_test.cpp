#include <doctest/doctest.h>

#include <string>

#include "cli/desk.h"

using namespace starling;
using test::check_refused;
using test::contains;
using test::Desk;
using test::Json;
using test::Reply;
using test::widest;

TEST_CASE("a search names items that why takes, with the text around the words") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  const Reply reply = desk("search quorum");
  CHECK(reply.exit == 0);
  CHECK(contains(reply.out, "distributed-replication/sloppy-vs-strict-quorum"));
  CHECK(contains(reply.out, "Whose acknowledgement counts in a sloppy quorum but not in a strict one?"));
  CHECK(contains(reply.out, "w06-d4-read-quorums"));
  const Json json = desk("search quorum --limit 500 --json").json();
  CHECK(json["version"] == 1);
  CHECK(json["count"] == json["found"].size());
  for (const Json& row : json["found"]) {
    CAPTURE(row.dump());
    if (row["kind"] == "card" || row["kind"] == "story") CHECK(desk("why " + row["item"].get<std::string>()).exit == 0);
    CHECK_FALSE(row["text"].get<std::string>().empty());
  }
}

TEST_CASE("a search looks where it is told to, and no further than it is told to") {
  Desk desk;
  desk.begin();
  desk.add_sample_stories();
  const Json stories = desk("search the --in stories --json").json();
  for (const Json& row : stories["found"]) CHECK(row["kind"] == "story");
  const Json plan = desk("search read --in plan --json").json();
  for (const Json& row : plan["found"])
    CHECK((row["kind"] == "task" || row["kind"] == "goal" || row["kind"] == "gate" || row["kind"] == "list"));
  const Json few = desk("search the --limit 3 --json").json();
  CHECK(few["found"].size() == 3);
  CHECK(few["count"] > 3);
  CHECK(contains(desk("search the --limit 3").out, "All of them: --limit "));
  check_refused(desk, "search the --in decks", "--in");
  check_refused(desk, "search the --limit 0", "--limit");
  check_refused(desk, "search", "QUERY");
  CHECK(desk.run({"search", "!?"}).exit == 2);
}

TEST_CASE("a search that finds nothing says so and ends with 1") {
  Desk desk;
  desk.begin();
  const Reply reply = desk("search zanzibar");
  CHECK(reply.exit == 1);
  CHECK(reply.out == "Nothing holds “zanzibar”.\n");
  const Reply json = desk("search zanzibar --json");
  CHECK(json.exit == 1);
  CHECK(json.json()["found"].empty());
  CHECK(json.json()["count"] == 0);
}

TEST_CASE("a learner's own cards are found at once, in any script, and fit forty columns") {
  Desk desk;
  desk.begin();
  desk.columns = 40;
  const std::string card = "[[card]]\nid = \"{}\"\nkind = \"basic\"\nfront = \"{}\"\nback = \"x\"\n";
  std::string deck = "schema = 1\n[deck]\nid = \"mine\"\ntitle = \"Mine\"\narea = \"mixed\"\n";
  const auto add = [&](const std::string& id, const std::string& front) {
    deck += "[[card]]\nid = \"" + id + "\"\nkind = \"basic\"\nfront = \"" + front + "\"\nback = \"x\"\n";
  };
  add("hebrew", "מהו קוורום של שלושה מתוך חמישה ומדוע הוא מספיק לקריאה אחרי כתיבה");
  add("cjk", "分散システムの合意アルゴリズムはどのようにして障害に耐えるのか説明してください");
  add("french", "Pourquoi un journal est-il écrit à l’avance, et par qui, dans un système réparti ?");
  desk.add_deck("mine.toml", deck);
  for (const char* query : {"קוורום", "合意", "ECRIT", "mine"}) {
    CAPTURE(query);
    const Reply reply = desk.run({"search", query});
    CHECK(reply.exit == 0);
    CHECK(contains(reply.out, "mine/"));
    CHECK(widest(reply.out) <= 40);
  }
  add("later", "Zanzibar");
  desk.add_deck("mine.toml", deck);
  CHECK(contains(desk("search zanzibar").out, "mine/later"));
}

TEST_CASE("what a search shows cannot steer a terminal") {
  Desk desk;
  desk.begin();
  desk.add_deck("mine.toml",
                "schema = 1\n[deck]\nid = \"mine\"\ntitle = \"Mine\"\narea = \"mixed\"\n[[card]]\nid = \"c\"\nkind = \"basic\"\n"
                "front = \"zanzibar \u202Ereversed\u2069 \u009B31m\"\nback = \"x\"\n");
  const Reply reply = desk("search zanzibar");
  for (const char* bad : {"\u202E", "\u2069", "\u009B"}) CHECK_FALSE(contains(reply.out, bad));
  CHECK_FALSE(contains(desk.run({"search", "no\x1B[31m\u202Ething"}).out, "\x1B"));
  CHECK_FALSE(contains(desk.run({"search", "no\x1B[31m\u202Ething"}).out, "\u202E"));
}
