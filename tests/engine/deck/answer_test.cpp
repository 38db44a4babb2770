#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "cards.h"

namespace starling {

using testing::card;
using testing::deck_text;

namespace {

struct Try {
  std::string given;
  Verdict verdict;
};

Face shown(const Card& c, std::string_view schedule = "") { return face(c, schedule, Seed{3}); }

void check_all(const Card& c, std::string_view schedule, const std::vector<Try>& tries) {
  const Face face_shown = shown(c, schedule);
  for (const Try& one : tries) {
    CAPTURE(one.given);
    const Checked checked = check_answer(c, face_shown, one.given);
    CHECK(checked.verdict == one.verdict);
    CHECK(checked.remark.find('\n') == std::string::npos);
    if (one.verdict == Verdict::Right) CHECK(checked.remark.empty());
  }
}

Card typed(std::string_view answer, std::string_view rest = "") {
  return card("typed", fmt::format("front = \"f\"\nanswer = \"{}\"\n{}", answer, rest));
}

Card number(std::string_view keys) { return card("number", fmt::format("front = \"f\"\n{}", keys)); }

// The number under which an option is shown.
std::string place(const Face& face_shown, std::string_view text) {
  for (std::size_t i = 0; i < face_shown.options.size(); ++i)
    if (face_shown.options[i].text == text) return std::to_string(i + 1);
  for (std::size_t i = 0; i < face_shown.items.size(); ++i)
    if (face_shown.items[i] == text) return std::to_string(i + 1);
  return "?";
}

const auto R = Verdict::Right;
const auto N = Verdict::Near;
const auto W = Verdict::Wrong;
const auto U = Verdict::Unusable;

}  // namespace

TEST_CASE("a typed answer is right in other dress, near by a slip, else wrong") {
  check_all(typed("Sliding window", "accept = [\"moving window\"]"), "",
            {{"sliding window", R},
             {" SLIDING-WINDOW. ", R},
             {"slidingwindow", R},
             {"Moving window", R},
             {"sliding windwo", N},
             {"sliding windows", N},
             {"slidng widow", W},
             {"slidng wido", W},
             {"two pointers", W},
             {"", W},
             {"   ", W},
             {"...", W}});
  check_all(typed("throughput"), "", {{"throuhgput", N}, {"throuhgptu", W}, {"troughpt", W}, {"troughp", W}});
  check_all(typed("partition"), "", {{"parttiion", N}, {"patrtiion", W}});
  check_all(typed("queue"), "", {{"queu", N}, {"queues", N}, {"que", W}});
  check_all(typed("heap"), "", {{"heaps", W}, {"hea", W}, {"Heap", R}});
  check_all(typed("Café"), "", {{"cafe", R}});
}

TEST_CASE("a slip of the keys is told how the word is spelt") {
  const Card c = typed("partition");
  CHECK(check_answer(c, shown(c), "partiton").remark == "the spelling is: partition");
  CHECK(check_answer(c, shown(c), "leader").remark.empty());
  const Card two = typed("partition", "accept = [\"partitions\"]");
  CHECK(check_answer(two, shown(two), "partitio").remark == "the spelling is: partition");
}

TEST_CASE("another digit or the opposite word is no slip") {
  check_all(typed("HTTP 429 error"), "", {{"HTTP 428 error", W}, {"HTP 429 error", W}, {"HTTP 429 eror", N}});
  check_all(typed("synchronous replication"), "",
            {{"asynchronous replication", W}, {"synchronos replication", N}, {"replication", W}});
  check_all(typed("descending"), "", {{"ascending", W}, {"desending", N}});
  check_all(typed("the exclusive end"), "", {{"the inclusive end", W}});
  check_all(typed("400 KB"), "", {{"400KB", R}, {"500 KB", W}, {"400000 B", R}, {"400 MB", W}, {"400", N}});
}

TEST_CASE("an article in front makes no other answer") {
  check_all(typed("the customer's need"), "", {{"customer's need", R}, {"The Customer’s Need", R}, {"a customer's need", R}});
  check_all(typed("partition"), "", {{"a partition", R}, {"the partition", R}});
  check_all(typed("A"), "", {{"a", R}, {"the", W}});
  check_all(typed("a c"), "", {{"c", W}});
}

TEST_CASE("case counts where the card says so") {
  const Card name = typed("HashMap", "case_sensitive = true");
  check_all(name, "", {{"HashMap", R}, {"hashmap", N}, {"HashMpa", N}, {"TreeMap", W}});
  const Card letter = typed("n", "case_sensitive = true");
  check_all(letter, "", {{"n", R}, {"N", N}, {"m", W}});
}

TEST_CASE("an answer of signs alone is compared as it is") {
  check_all(typed("..."), "", {{"...", R}, {"", W}, {"..", W}, {"-", W}});
  check_all(typed("-1"), "", {{"-1", R}, {"1", W}, {"−1", R}});
}

TEST_CASE("a number may be typed in any unit of its kind, or without one") {
  check_all(number("answer = 63\nunit = \"%\"\ntolerance = 3"), "",
            {{"63 %", R},
             {"63", R},
             {"60%", R},
             {"66", R},
             {"66.01", W},
             {"59", W},
             {"63 percent", R},
             {"63 ms", W},
             {"sixty", R},
             {"sixty-four", R},
             {"many", U},
             {"", W}});
  check_all(number("answer = 0.5\nunit = \"s\"\ntolerance = 0"), "",
            {{"500 ms", R}, {"0,5 s", R}, {".5", R}, {"500", W}, {"0.5 min", W}, {"0.5 MB", W}});
  check_all(number("answer = 1\nunit = \"MiB\""), "", {{"1 MiB", R}, {"1024 KiB", R}, {"1 MB", W}, {"1", R}});
  check_all(number("answer = 7\nunit = \"nodes\""), "", {{"7 node", R}, {"7 nodes", R}, {"7 edges", W}});
  check_all(number("answer = 55\nunit = \"million\""), "",
            {{"55", R}, {"55 million", R}, {"55M", R}, {"55,000,000", R}, {"55k", W}, {"5.5", W}});
  check_all(number("answer = 1700\nfactor = 3"), "",
            {{"1,700", R}, {"1.7k", R}, {"5100", R}, {"5101", W}, {"570", R}, {"560", W}, {"-1700", W}, {"0", W}});
}

TEST_CASE("a number may begin with its currency, a times sign or the p of a percentile") {
  check_all(number("answer = 15200\nunit = \"dollars\""), "",
            {{"$15,200", R}, {"USD 15,200", R}, {"US$ 15200", R}, {"15.2k USD", R}, {"15,200 dollars", R}, {"15,200$", R}, {"15,200 $", R}, {"$", U}, {"€15,200", W}, {"$15", W}});
  check_all(number("answer = 15200"), "", {{"$15,200", R}, {"15200", R}});
  check_all(number("answer = 20\nunit = \"times\""), "", {{"×20", R}, {"x20", R}, {"20x", R}, {"20-fold", R}, {"20 times", R}, {"×2", W}});
  check_all(number("answer = 99.9"), "", {{"p99.9", R}, {"99.9", R}, {"p99", W}, {"p", U}});
  check_all(number("answer = 50\nunit = \"/s\""), "", {{"50/s", R}, {"50 per second", R}, {"50 a second", R}, {"50 rps", R}, {"50 ms", W}});
}

TEST_CASE("without tolerance and factor a number must be the number") {
  const Card c = number("answer = 243");
  check_all(c, "", {{"243", R}, {"243.0", R}, {"2.43e2", R}, {"243.0000001", R}, {"243.001", W}, {"242", W}});
  check_all(number("answer = 0"), "", {{"0", R}, {"-0", R}, {"1e-12", W}});
  check_all(number("answer = -3\ntolerance = 1"), "", {{"-4", R}, {"-2", R}, {"3", W}});
}

TEST_CASE("digits of any script and full-width ones are digits, and choose options and places too") {
  check_all(number("answer = 29\nunit = \"%\""), "", {{"２９", R}, {"２９％", R}, {"٢٩", R}, {"𝟐𝟗", R}, {"２８", W}, {"2９.０", R}, {"²⁹", U}});
  check_all(number("answer = -1500.5"), "", {{"－１，５００．５", R}});
  const Card c = card("choice", "front = \"f\"\noptions = [{ text = \"A\", correct = true }, { text = \"B\" }]");
  CHECK(check_answer(c, shown(c), place(shown(c), "A") == "1" ? "１" : "２").verdict == R);
}

TEST_CASE("a number with its marks the other way round is nearly right, and is told how it was read") {
  const Card c = number("answer = 1500");
  const auto said = [&](const Card& card, std::string_view given) {
    const Checked checked = check_answer(card, shown(card), given);
    CHECK(checked.verdict == N);
    return checked.remark;
  };
  CHECK(said(c, "1.500") == "read as 1500: a point between thousands");
  CHECK(said(number("answer = 10000"), "10.000,0") == "read as 10000: a point between thousands, a comma as the decimal mark");
  CHECK(said(number("answer = 1.5"), "1,500") == "read as 1.5: a comma as the decimal mark");
  CHECK(said(number("answer = 1500\nunit = \"ms\""), "1.500 ms") == "read as 1500: a point between thousands");
  check_all(c, "", {{"1,500", R}, {"1500.0", R}, {"1.5", W}, {"1.50", W}, {"1.5000", W}, {"1.600", W}, {"1.500.000", U}, {"1.600 s", W}});
  check_all(number("answer = 1500000"), "", {{"1.500.000", N}, {"1.500.000.", N}, {"1.5M", R}, {"1,5M", R}});
  check_all(number("answer = 1.5"), "", {{"1,5", R}, {"1.500", R}, {"1,50", R}});
}

TEST_CASE("a wrong number is told what differs") {
  const Card c = number("answer = 400\nunit = \"KB\"\ntolerance = 0");
  const auto remark = [&](std::string_view given) { return check_answer(c, shown(c), given).remark; };
  CHECK(remark("400 s") == "the answer is in KB");
  CHECK(remark("400 MB") == "off by a factor of 1000");
  CHECK(remark("40") == "off by a factor of 10");
  CHECK(remark("300") == "too low");
  CHECK(remark("0") == "too low");
  CHECK(remark("500") == "too high");
  CHECK(remark("many") == "this is not a number");
}

TEST_CASE("an option is chosen by its number or its words, and a wrong one says why") {
  const Card c = card("choice", R"(front = "f"
options = [
  { text = "Kinesis Data Streams", correct = true },
  { text = "SQS FIFO", why_not = "No replay." },
  { text = "7" }])");
  const Face face_shown = shown(c);
  check_all(c, "",
            {{place(face_shown, "Kinesis Data Streams"), R},
             {" kinesis data streams ", R},
             {place(face_shown, "SQS FIFO"), W},
             {"sqs-fifo", W},
             {"7", W},
             {"0", U},
             {"4", U},
             {"1 2", U},
             {"", W},
             {"Kinesis", U},
             {"-1", U}});
  CHECK(check_answer(c, face_shown, "sqs fifo").remark == "No replay.");
  CHECK(check_answer(c, face_shown, place(face_shown, "SQS FIFO")).remark == "No replay.");
  CHECK(check_answer(c, face_shown, "4").remark == "choose by number, from 1 to 3");
}

TEST_CASE("several right options must be chosen exactly") {
  const Card c = card("choice", R"(front = "f"
multi = true
options = [{ text = "a", correct = true }, { text = "b", correct = true }, { text = "c", why_not = "no" }])");
  const Face s = shown(c);
  const std::string a = place(s, "a");
  const std::string b = place(s, "b");
  const std::string no = place(s, "c");
  check_all(c, "",
            {{a + " " + b, R},
             {b + "," + a, R},
             {b + " " + a + " " + b, R},
             {"b; a", R},
             {a, W},
             {a + " " + b + " " + no, W},
             {a + " " + no, W},
             {"a; d", U}});
  CHECK(check_answer(c, s, a).remark == "1 more is right");
  CHECK(check_answer(c, s, a + " " + b + " " + no).remark == "no");
}

TEST_CASE("of several right options the numbers may be typed together, unless that is the text of one") {
  const Card c = card("choice", R"(front = "f"
options = [{ text = "A", correct = true }, { text = "B" }, { text = "C", correct = true }, { text = "12" }]
multi = true)");
  const Face s = shown(c);
  const std::string a = place(s, "A");
  const std::string b = place(s, "B");
  const std::string cc = place(s, "C");
  check_all(c, "", {{a + cc, R}, {cc + a, R}, {" " + a + cc + " ", R}, {a + b, W}, {a + b + cc, W}, {a, W}, {a + "9", U}, {a + "0", U}});
  CHECK(chosen_options("12", c, s) == std::set<std::size_t>{static_cast<std::size_t>(std::stoi(place(s, "12")))});
  const Card one = card("choice", R"(front = "f"
options = [{ text = "A", correct = true }, { text = "B" }, { text = "C" }])");
  check_all(one, "", {{"12", U}});
}

TEST_CASE("an order is right, near by one swap of neighbours, else wrong") {
  const Card c = card("ordered", "front = \"f\"\nitems = [\"clarify\", \"estimate\", \"design\", \"wrap up\"]");
  const Face s = shown(c);
  const auto typed_order = [&](const std::vector<std::string>& order, std::string_view between) {
    std::string result;
    for (const std::string& item : order) result += (result.empty() ? "" : std::string(between)) + place(s, item);
    return result;
  };
  check_all(c, "",
            {{typed_order({"clarify", "estimate", "design", "wrap up"}, " "), R},
             {typed_order({"clarify", "estimate", "design", "wrap up"}, ", "), R},
             {typed_order({"clarify", "estimate", "design", "wrap up"}, ""), R},
             {typed_order({"estimate", "clarify", "design", "wrap up"}, " "), N},
             {typed_order({"clarify", "estimate", "wrap up", "design"}, " "), N},
             {typed_order({"estimate", "clarify", "wrap up", "design"}, " "), W},
             {typed_order({"design", "estimate", "clarify", "wrap up"}, " "), W},
             {"1 2 3", U},
             {"1 1 2 3", U},
             {"0 1 2 3", U},
             {"1 2 3 5", U},
             {"clarify", U},
             {"", W}});
  CHECK(check_answer(c, s, typed_order({"estimate", "clarify", "design", "wrap up"}, " ")).remark ==
        "“clarify” comes before “estimate”");
  CHECK(check_answer(c, s, typed_order({"design", "estimate", "clarify", "wrap up"}, " ")).remark ==
        "place 1 is “clarify”");
}

TEST_CASE("items of the same words may change places") {
  const Card c = card("ordered", "front = \"f\"\nitems = [\"a\", \"b\", \"a\"]");
  const Face s = shown(c);
  const std::string b = place(s, "b");
  std::string others;
  for (const std::string n : {"1", "2", "3"})
    if (n != b) others += n;
  const std::string first = others.substr(0, 1);
  const std::string second = others.substr(1);
  check_all(c, "", {{first + b + second, R}, {second + b + first, R}});
}

TEST_CASE("a gap is checked against its own answer") {
  const Card c = card("cloze", "text = \"{{1::2f+1}} voters, {{2::400 KB}}, {{3::Dive Deep}}, {{4::f}}\"");
  check_all(c, "#1", {{"2f+1", R}, {"2f + 1", R}, {"2F+1", R}, {"3f+1", W}, {"f", W}, {"", W}});
  check_all(c, "#2", {{"400 KB", R}, {"400", N}, {"0.4 MB", R}, {"400 MB", W}, {"500 KB", W}, {"40 KB", W}});
  check_all(c, "#3", {{"dive deep", R}, {"dive deeep", W}, {"think big", W}});
  check_all(c, "#4", {{"f", R}, {"g", W}});
}

TEST_CASE("gaps of one number are answered together, with a mark between") {
  const Card c = card("cloze", "text = \"{{1::constraint}} and {{1::headcount}}\"");
  check_all(c, "#1",
            {{"constraint; headcount", R},
             {"constraint, headcount", R},
             {"headcount; constraint", W},
             {"constrain; headcount", N},
             {"constraint", U},
             {"constraint; headcount; x", U},
             {"", W}});
  const Card commas = card("cloze", "text = \"{{1::a, b}} and {{1::c}}\"");
  check_all(commas, "#1", {{"a, b; c", R}, {"a, b, c", U}});
}

TEST_CASE("the program checks what has one spelling and leaves the rest to the learner") {
  const std::string two_sides = "front = \"f\"\nback = \"b\"";
  CHECK(is_checked(typed("a")));
  CHECK(is_checked(number("answer = 1")));
  CHECK(is_checked(card("choice", R"(front = "f"
options = [{ text = "a", correct = true }, { text = "b" }])")));
  CHECK(is_checked(card("ordered", "front = \"f\"\nitems = [\"a\", \"b\"]")));
  CHECK(is_checked(card("cloze", "text = \"{{1::a}}\"")));
  CHECK_FALSE(is_checked(card("code", "front = \"f\"\nlang = \"c\"\ncode = \"{{1::a}}\"")));
  for (const char* kind : {"basic", "reversible", "scenario"}) CHECK_FALSE(is_checked(card(kind, two_sides)));
}

TEST_CASE("the answer a card shows is an answer it takes") {
  const std::string path = std::string(STARLING_TEST_FILES) + "/deck/sample-deck.toml";
  const Deck deck = read_deck(read_file(path, kMaxTomlBytes).value(), path).deck.value();
  for (const Card& c : deck.cards)
    for (const std::string& schedule : schedules(c)) {
      const Face s = shown(c, schedule);
      if (c.kind == CardKind::Ordered) continue;
      const std::string answer = c.kind == CardKind::Number ? s.back.substr(0, s.back.find(" (")) : s.back;
      CAPTURE(c.id);
      CHECK(check_answer(c, s, answer).verdict == Verdict::Right);
    }
}

TEST_CASE("what the fact hangs on is no slip of the pen") {
  struct Row {
    std::string meant;
    std::string given;
    Verdict verdict;
  };
  const std::vector<Row> rows{
      {"Amazon SQS", "Amazon SNS", W},
      {"Amazon EBS", "Amazon EFS", W},
      {"TCP connection", "UDP connection", W},
      {"uses BFS", "uses DFS", W},
      {"max-heap property", "min-heap property", W},
      {"maximum spanning tree", "minimum spanning tree", W},
      {"synchronous", "asynchronous", W},
      {"leader", "reader", W},
      {"lo <= hi", "lo < hi", W},
      {"lo <= hi", "lo<=hi", R},
      {"lo <= hi", "lo ≤ hi", R},
      {"left < right", "left > right", W},
      {"P[j + 1] − P[i]", "P[j - 1] - P[i]", W},
      {"P[j + 1] − P[i]", "P[j + 1] + P[i]", W},
      {"P[j + 1] − P[i]", "p[j+1]-p[i]", R},
      {"2n - 1 centres", "2n + 1 centres", W},
      {"2n - 1 centres", "2n-1 centres", R},
      {"!found", "found", W},
      {"found", "!found", W},
      {"i--", "i", W},
      {"i--", "--i", W},
      {"a != b", "a = b", W},
      {"a ≠ b", "a = b", W},
      {"n - k", "n k", W},
      {"C++", "C", W},
      {"two", "2", R},
      {"2", "Two", R},
      {"two hundred and five nodes", "205 nodes", R},
      {"3 5", "35", W},
      {"Disagree and Commit", "Disagree & Commit", R},
      {"O(n log n)", "n log n", R},
      {"O(n log n)", "O(N*log(N))", R},
      {"O(n log n)", "O(n)", W},
      {"50 TB", "50 terabytes", R},
      {"50 TB", "fifty terabytes", R},
      {"50 TB", "50", N},
      {"60 seconds", "sixty seconds", R},
      {"60 s", "1 minute", R},
      {"after 60 seconds", "after one minute", R},
      {"not empty", "empty", W},
      {"partition key", "partiton key", N},
      {"partition key", "key partition", W},
      {"שָׁלוֹם", "שלום", R},
      {"שָׁלוֹם", "שָׁלוֹם", R},
      {"שָׁלוֹם", "שִׁלוֹם", N},
      {"שלום", "שָׁלוֹם", R},
      {"كِتَاب", "كتاب", R},
      {"كِتَاب", "كُتَّاب", N},
      {"29 nodes", "２９ nodes", R},
      {"29", "٢٩", R},
      {"1,500 nodes", "1.500 nodes", N},
      {"10,000", "10.000,0", N},
      {"1.5 GB", "1,500 GB", N},
      {"1.5 GB", "1.500 GB", R},
      {"1,500 nodes", "1.600 nodes", W},
  };
  for (const Row& row : rows) {
    CAPTURE(row.meant);
    check_all(typed(row.meant), "", {{row.given, row.verdict}});
  }
}

TEST_CASE("the name of another thing of the deck, or of the reject list, is no slip of this one") {
  const Card c = typed("strong quorum", "reject = [\"strong quorums\"]");
  CHECK(check_answer(c, shown(c), "strong quorm").verdict == N);
  CHECK(check_answer(c, shown(c), "Strong Quorums").verdict == W);
  const Card spread = typed("gossip");
  CHECK(check_answer(spread, shown(spread), "gossis").verdict == N);
  CHECK(check_answer(spread, shown(spread), "gossis", {{"the gossis tree"}}).verdict == W);
}

TEST_CASE("a gap takes all that it lists") {
  const Card c = card("cloze", "text = '{{1::competitors|rivals|the competition :: who else}} and {{2::a \\| b}}'");
  CHECK(shown(c, "#1").front == "[who else] and a | b");
  check_all(c, "#1", {{"competitors", R}, {"Rivals", R}, {"competition", R}, {"rivls", N}, {"customers", W}});
  check_all(c, "#2", {{"a | b", R}});
}

TEST_CASE("a key of the sitting is no answer where none is so short") {
  check_all(typed("queue"), "", {{"q", U}, {" ? ", U}, {"x", W}});
  check_all(typed("q"), "", {{"q", R}, {"u", W}});
}

TEST_CASE("a number card that asks for its unit takes the bare number as nearly right") {
  check_all(number("answer = 15\nunit = \"min\"\nask_unit = true"), "", {{"15 min", R}, {"900 s", R}, {"15", N}, {"16", W}});
}

TEST_CASE("what a deck says of typed answers is tried, and the place of what differs is named") {
  const DeckFile file = read_deck(deck_text("[[card]]\nid = \"c\"\nkind = \"cloze\"\ntext = \"{{1::two}} of {{2::three}}\"\n"
                                            "[[check]]\ncard = \"c\"\ngap = 1\nright = [\"2\", \"three\"]\nwrong = [\"four\",\n  \"two\"]\n"),
                                  "d.toml");
  REQUIRE(file.problems.empty());
  const auto problems = check_answers(*file.deck);
  REQUIRE(problems.size() == 2);
  CHECK(to_line(problems[0]) == "d.toml:11:15: error: card 'c': “three” is taken as no match, not as right");
  CHECK(problems[1].line == 13);
  CHECK(problems[1].column == 3);
  for (const std::string text : {"card = \"x\"\ngap = 1", "card = \"c\"", "card = \"c\"\ngap = 3", "gap = 1"})
    CHECK(has_error(read_deck(deck_text("[[card]]\nid = \"c\"\nkind = \"cloze\"\ntext = \"{{1::a}} {{2::b}}\"\n[[check]]\n" + text), "d").problems));
}

TEST_CASE("in prose a dash, a slash or a mark between words is as good as another") {
  struct Row {
    std::string meant;
    std::string given;
    Verdict verdict;
  };
  const std::vector<Row> rows{
      {"Have Backbone; Disagree and Commit", "Have Backbone - Disagree and Commit", R},
      {"Have Backbone; Disagree and Commit", "have backbone – disagree & commit", R},
      {"Have Backbone; Disagree and Commit", "Have Backbone — Disagree and Commit", R},
      {"Have Backbone; Disagree and Commit", "Have Backbone / Disagree and Commit", R},
      {"Have Backbone; Disagree and Commit", "Have Backbone: Disagree and Commit", R},
      {"Have Backbone; Disagree and Commit", "Have Backbone, Disagree and Commit", R},
      {"Have Backbone; Disagree and Commit", "Have Backbone Disagree and Commit", R},
      {"Have Backbone; Disagree and Commit", "Have Backbone - Disagre and Commit", N},
      {"Have Backbone; Disagree and Commit", "Have Backbone - Agree and Commit", W},
      {"Have Backbone; Disagree and Commit", "Have - Backbone Disagree and Commit", W},
      {"Have Backbone; Disagree and Commit", "Disagree and Commit - Have Backbone", W},
      {"Have Backbone; Disagree and Commit", "-Have Backbone; Disagree and Commit-", R},
      {"Have Backbone - Disagree and Commit", "Have Backbone; Disagree and Commit", R},
      {"Have Backbone - Disagree and Commit", "Have Backbone – Disagree and Commit", R},
      {"Have Backbone−Disagree and Commit", "Have Backbone-Disagree and Commit", R},
      {"the leader, one write", "leader - one write", R},
      {"one leader, one write; many reads", "one leader - one write / many reads", R},
      {"client, server", "client / server", R},
      {"client, server", "client - server", R},
      // What may be maths stays maths.
      {"right - left", "right left", W},
      {"right - left", "right, left", W},
      {"right - left", "right / left", W},
      {"right - left", "right – left", W},
      {"total – k", "total + k", W},
      {"n – k", "n - k", R},
      {"n – k", "n k", W},
      {"n, k", "n - k", W},
      {"n - k", "n, k", W},
      {"lo, hi", "lo - hi", W},
      {"n-1", "n 1", W},
      {"n-1", "n - 1", R},
      {"a/b", "a b", W},
      {"a/b", "a - b", W},
      {"a/b", "a / b", R},
      {"C++", "C", W},
      {"arrival rate / service rate", "arrival rate - service rate", W},
      {"arrival rate - service rate", "arrival rate / service rate", W},
      {"arrival rate / service rate", "service rate / arrival rate", W},
      {"2n - 1 centres", "2n; 1 centres", W},
      {"-5", "5", W},
  };
  for (const Row& row : rows) {
    CAPTURE(row.meant);
    check_all(typed(row.meant), "", {{row.given, row.verdict}});
  }
  const Card c = typed("Have Backbone - Disagree and Commit");
  CHECK(check_answer(c, shown(c), "Have Backbone; Disagre and Commit").remark == "the spelling is: Have Backbone - Disagree and Commit");
  const Card near = typed("one leader; two nodes", "reject = [\"one reader; two nodes\", \"one leaders; two nodes\"]");
  check_all(near, "", {{"one leaderr - two nodes", N}, {"one leaders - two nodes", W}});
}

TEST_CASE("a name of one letter before a sign is no article") {
  check_all(typed("a != b"), "", {{"!= b", W}, {"a != b", R}, {"a ≠ b", R}});
  check_all(typed("a b + c"), "", {{"b + c", W}});
  check_all(typed("an O(n) sort"), "", {{"O(n) sort", R}});
  const Card c = card("code", "front = \"f\"\nlang = \"c\"\ncode = \"{{1::a[i] = 1}}\"");
  check_all(c, "#1", {{"a[i]=1", R}, {"[i] = 1", W}});
}

TEST_CASE("a number card reads names, powers, guesses and millions before it calls an answer unusable") {
  check_all(number("answer = 4"), "", {{"W = 4", R}, {"w=4", R}, {"replicas_left = four", R}, {"W = 5", W}, {"W == 4", U}, {"W + 1 = 4", U}, {"2 = 4", U}, {"= 4", U}, {"W =", U}, {"4 = W", U}});
  check_all(number("answer = 1024"), "", {{"2^10", R}, {"2¹⁰", R}, {"2 ^ 10", R}, {"N = 2^10", R}, {"2^9", W}, {"10^2", W}, {"2^10 - 1", U}, {"2^", U}});
  check_all(number("answer = 1000000"), "", {{"10^6", R}, {"10⁶", R}, {"1 × 10⁶", R}, {"10*10^5", R}, {"6*10^6", W}, {"a million", R}, {"about 1M", R}, {"half a million", U}, {"10^5", W}, {"about 2 million", W}});
  check_all(number("answer = 2000000\nfactor = 1.5"), "",
            {{"about 2 million", R}, {"~2M", R}, {"around two million", R}, {"Roughly 2,000,000", R}, {"approx. 2 million", R}, {"approx 2e6", R}, {"about 4 million", W}, {"about", U}});
  check_all(number("answer = 100"), "", {{"a hundred", R}, {"a hundred and one", W}, {"a thousand", W}, {"a dozen", U}});
  check_all(number("answer = 2021"), "", {{"two thousand and twenty-one", R}, {"two thousand twenty", W}});
}

TEST_CASE("2m are minutes beside a time and two million beside what is counted") {
  check_all(number("answer = 2\nunit = \"min\""), "", {{"2m", R}, {"2 m", R}, {"120 s", R}, {"2M", W}});
  check_all(number("answer = 120\nunit = \"s\""), "", {{"2m", R}});
  check_all(number("answer = 2\nunit = \"km\""), "", {{"2m", W}, {"2 km", R}});
  check_all(number("answer = 2000000\nunit = \"km\""), "", {{"2m", W}});
  check_all(number("answer = 2\nunit = \"km\""), "", {{"2000 m", R}, {"2000m", R}, {"2 kilometres", R}, {"200 m", W}});
  check_all(number("answer = 2\nunit = \"m\""), "", {{"2 m", R}, {"2", R}, {"200 cm", R}, {"0.002 km", R}, {"2 metres", R}, {"3 m", W}});
  check_all(number("answer = 2\nunit = \"metres\""), "", {{"2 m", R}, {"2m", R}, {"2000 mm", R}, {"2 km", W}});
  check_all(number("answer = 2000000"), "", {{"2m", R}, {"2 m", R}, {"2M", R}, {"3m", W}});
  check_all(number("answer = 2"), "", {{"2m", W}, {"2", R}});
  check_all(number("answer = 2000000\nunit = \"requests\""), "", {{"2m", R}, {"2m requests", R}, {"2m users", W}, {"2 min", W}});
  check_all(number("answer = 55\nunit = \"million\""), "", {{"55m", R}, {"5m", W}});
  check_all(number("answer = 2\nunit = \"MB\""), "", {{"2m", W}});
}

TEST_CASE("a gap takes a number that is said to be about so") {
  const Card c = card("cloze", "text = \"after {{1::15 days}} and {{2::about 400 KB}}\"");
  check_all(c, "#1", {{"about 15 days", R}, {"~15 days", R}, {"around fifteen days", R}, {"about 360 hours", R}, {"about 15", N}, {"about 16 days", W}, {"about 15 weeks", W}, {"about", W}});
  check_all(c, "#2", {{"400 KB", R}, {"~400 KB", R}, {"roughly 0.4 MB", R}, {"about 500 KB", W}});
  const Card maths = card("cloze", "text = \"{{1::W = 4}}\"");
  check_all(maths, "#1", {{"W = 4", R}, {"W=4", R}, {"R = 4", W}, {"W = 5", W}});
}

TEST_CASE("code with one gap takes what else its card accepts, and with several gaps says nothing of that") {
  const Card c = card("code", "front = 'f'\nlang = 'python'\ncode = 'if {{1::a < b}}: c()'\naccept = ['b > a']");
  CHECK(shown(c, "#1").back.starts_with("a < b"));
  check_all(c, "#1", {{"a < b", R}, {"b>a", R}, {"a > b", W}, {"b < a", W}});
  CHECK(testing::rules(testing::read_card("code", "front = 'f'\nlang = 'python'\ncode = '{{1::a}} {{2::b}}'\naccept = ['c']").problems) ==
        std::vector<std::string>{"accept-for-gaps"});
}

TEST_CASE("in code blanks around the signs of members are free, and the signs are not") {
  struct Row {
    std::string meant;
    std::string given;
    Verdict verdict;
  };
  for (const Row& row : {Row{"fast.next", "fast . next", R},
                         Row{"fast.next", "fast .next", R},
                         Row{"fast . next", "fast.next", R},
                         Row{"fast.next.next", "fast. next. next", R},
                         Row{"node->next", "node -> next", R},
                         Row{"std::move(a)", "std :: move( a )", R},
                         Row{"fast.next", "fast next", W},
                         Row{"fast.next", "fastnext", W},
                         Row{"fast.next", "fast.next.next", W},
                         Row{"fast.next", "Fast.next", N},
                         Row{"fast.next", "fast->next", W},
                         Row{"std::move", "std:move", W},
                         Row{"x * 1.5", "x*1.5", R},
                         Row{"x * 1.5", "x * 1 . 5", W},
                         Row{"x * 1.5", "x * 15", W}}) {
    CAPTURE(row.meant);
    check_all(card("code", fmt::format("front = \"f\"\nlang = \"c\"\ncode = \"{{{{1::{}}}}}\"", row.meant)), "#1", {{row.given, row.verdict}});
  }
}

}  // namespace starling
