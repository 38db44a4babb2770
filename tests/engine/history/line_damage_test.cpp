// Lines that are torn, damaged, of a newer Starling or of somebody else.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "support/history.h"

namespace starling {
namespace {

using namespace test;

// A line of any text, with the checksum that belongs to it. `text` is all in front of the checksum.
std::string sealed(const std::string& text) { return fmt::format(R"({},"c":"{:08x}"}})", text, line_checksum(text)); }

constexpr const char* kHead =
    R"({"v":1,"d":"k3f9x2","n":812,"h":1795642863120,"t":"2026-11-25T22:41:03.120+01:00","day":"2026-11-25","e":)";

// Of one deed, with these events.
std::string line_of(const std::string& events) { return sealed(kHead + ("[" + events + "]")); }

constexpr const char* kSuspended = R"({"k":"suspended","i":"lp/a"})";

std::vector<std::string> lines() {
  std::vector<std::string> result{line_of(kSuspended), line_of(R"({"k":"sung","tune":[1e2, 2.50,"\u00e9"]})")};
  for (const Deed& deed : any_history(Seed{41}, 24).deeds) result.push_back(written(deed));
  return result;
}

TEST_CASE("a line that is cut at any byte is no deed") {
  for (const std::string& line : lines()) {
    REQUIRE(read_line(line).deed);
    for (std::size_t length = 0; length < line.size(); ++length) {
      const LineRead read = read_line(std::string_view(line).substr(0, length));
      CHECK_FALSE(read.deed);
      CHECK(read.fault == LineFault::Broken);
      CHECK_FALSE(read_line(std::string_view(line).substr(line.size() - length)).deed);
    }
  }
}

TEST_CASE("every single bit that flips is found") {
  for (const std::string& line : lines())
    for (std::size_t bit = 0; bit < line.size() * 8; ++bit) {
      std::string damaged = line;
      damaged[bit / 8] = static_cast<char>(static_cast<unsigned char>(damaged[bit / 8]) ^ (1U << (bit % 8)));
      const LineRead read = read_line(damaged);
      CHECK_FALSE(read.deed);
      CHECK((read.fault == LineFault::Checksum || read.fault == LineFault::Broken));
    }
}

TEST_CASE("a byte that is missing, doubled or put in is found") {
  for (const std::string& line : lines())
    for (std::size_t at = 0; at < line.size(); ++at) {
      std::string shorter = line;
      shorter.erase(at, 1);
      if (shorter != line) CHECK_FALSE(read_line(shorter).deed);
      for (const char byte : {line[at], ' ', '\r', '\0', '}'}) {
        std::string longer = line;
        longer.insert(at, 1, byte);
        CHECK_FALSE(read_line(longer).deed);
        CHECK_FALSE(read_line(line + byte).deed);
      }
    }
}

TEST_CASE("a file that is cut at any byte loses at most its last deed") {
  const LearnerHistory history = any_history(Seed{43}, 8);
  std::string file;
  std::vector<std::size_t> ends;
  for (const Deed& deed : history.deeds) {
    file += written(deed) + "\n";
    ends.push_back(file.size() - 1);
  }
  for (std::size_t length = 0; length <= file.size(); ++length) {
    std::size_t read = 0;
    std::size_t whole = 0;
    for (std::size_t begin = 0; begin < length;) {
      const std::size_t end = std::min(file.find('\n', begin), length);
      const auto deed = read_line(std::string_view(file).substr(begin, end - begin)).deed;
      if (deed) CHECK(*deed == history.deeds.at(read++));
      begin = end + 1;
    }
    for (const std::size_t end : ends) whole += end <= length;
    CHECK(read == whole);
  }
}

TEST_CASE("a whole line whose checksum is another's is told apart from a broken one") {
  std::string line = line_of(kSuspended);
  line[line.size() - 3] = line[line.size() - 3] == '0' ? '1' : '0';
  CHECK(read_line(line).fault == LineFault::Checksum);
  for (const char* text : {"", "\n", "{}", "null", "[]", "\"\"", "0", "}", "\"}", ",\"c\":\"00000000\"}", "# a note",
                           "<<<<<<< HEAD", "{\"v\":1", "{\"v\":1,\"c\":\"\"}", "{\"c\":\"0000000\"}"})
    CHECK(read_line(text).fault != LineFault::None);
  CHECK(read_line("<<<<<<< HEAD").fault == LineFault::Broken);
}

TEST_CASE("a checksum is written one way only") {
  std::string line = line_of(R"({"k":"suspended","i":"lp/b"})");
  int letters = 0;
  for (std::size_t at = line.size() - 10; at < line.size() - 2; ++at) {
    if (line[at] < 'a') continue;
    ++letters;
    std::string capital = line;
    capital[at] = static_cast<char>(capital[at] - 'a' + 'A');
    CHECK_FALSE(read_line(capital).deed);
  }
  CHECK(letters > 0);
}

TEST_CASE("a line of a newer version is known as such, whatever else is in it") {
  for (const char* text : {R"({"v":2)", R"({"v":2,"d":7,"e":{})", R"({"d":"k3f9x2","v":2147483647,"e":[])"})
    CHECK(read_line(sealed(text)).fault == LineFault::Newer);
  for (const char* text : {R"({"v":0)", R"({"v":-1)", R"({"v":1.0)", R"({"v":"2")", R"({"v":null)", R"({"v":2147483648)",
                           R"({"v":18446744073709551616)", R"({"w":2)", R"([{"v":2}])", R"({"v":2}])"})
    CHECK(read_line(sealed(text)).fault == LineFault::Broken);
}

TEST_CASE("what a newer Starling did is kept word for word, beside what is known") {
  const std::string unknown = R"({"k":"sung", "tune":[1e2,2.50,-0,"\u00e9\/"],"i":"song/a","i":"twice","deep":{"k":"suspended"}})";
  const std::string line = line_of(unknown + "," + kSuspended + "," + unknown);
  const LineRead read = read_line(line);
  REQUIRE(read.deed);
  CHECK(read.deed->events ==
        std::vector<Event>{Unknown{"sung", unknown}, Suspended{item("lp/a")}, Unknown{"sung", unknown}});
  CHECK(written(*read.deed) == line);
  CHECK(item_of(read.deed->events[0]) == nullptr);
}

TEST_CASE("blanks around what is not known do not break its line") {
  const LineRead read =
      read_line(line_of("\r\n\t{\"k\" :\n\"sung\"\t, \"i\":\r\"a\" }\n , " + std::string(kSuspended)));
  REQUIRE(read.deed);
  CHECK(read.deed->events[0] == Event(Unknown{"sung", R"({"k" : "sung" , "i": "a" })"}));
  CHECK(read_line(written(*read.deed)).deed == read.deed);
}

TEST_CASE("a known event with odd fields is kept and adds up to nothing, and the rest of its deed counts") {
  const std::vector<std::string> odd{
      R"({})", R"({"k":null})", R"({"k":7})", R"({"K":"suspended","i":"lp/a"})", R"({"k":"Suspended","i":"lp/a"})",
      R"({"k":"","i":"lp/a"})", R"({"k":"suspended"})", R"({"k":"suspended","i":null})", R"({"k":"suspended","i":"memory/a"})",
      R"({"k":"suspended","i":"lp/A"})", R"({"k":"suspended","i":["lp/a"]})", R"({"k":"suspended","i":"lp\u0000/a"})",
      R"({"k":"buried","i":"lp/a"})", R"({"k":"buried","i":"lp/a","until":"2026-02-30"})", R"({"k":"buried","i":"lp/a","until":20})",
      R"({"k":"moved","i":"lp/a","due":"1899-12-31"})", R"({"k":"moved","i":"lp/a","due":"2201-01-01"})",
      R"({"k":"answered","i":"lp/a","g":0,"p":2,"s":0,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":5,"p":2,"s":0,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":3.0,"p":2,"s":0,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":"3","p":2,"s":0,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":3,"p":0,"s":0,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":3,"p":4,"s":0,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":-1,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":1001,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":0})",
      R"({"k":"answered","i":"lp/a","g":3,"ms":-1,"p":2,"s":0,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":3,"ms":604800001,"p":2,"s":0,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":3,"ms":null,"p":2,"s":0,"due":"2026-12-01"})",
      R"({"k":"answered","i":"lp/a","g":3,"p":1,"s":0,"due":"2026-12-01","at":7300000000001})",
      R"({"k":"answered","i":"lp/a","g":3,"p":1,"s":0,"due":"2026-12-01","at":-7300000000001})",
      R"({"k":"answered","i":"lp/a","g":3,"p":1,"s":0,"due":"2026-12-01","at":9223372036854775808})",
      R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":0,"due":"2026-12-01","parts":{}})",
      R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":0,"due":"2026-12-01","parts":[3]})",
      R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":0,"due":"2026-12-01","parts":{"a":0}})",
      R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":0,"due":"2026-12-01","parts":{"A":1}})",
      R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":0,"due":"2026-12-01","parts":{"":1}})",
      R"({"k":"answered","i":"lp/a","g":3,"p":2,"s":0,"due":"2026-12-01","parts":{"a":1,"a":2}})",
      R"({"k":"adopted","model":"fsrs-6","w":[]})", R"({"k":"adopted","model":"fsrs-6"})", R"({"k":"adopted","model":"fsrs-8","w":[1]})",
      R"({"k":"adopted","model":"fsrs-6","w":[1,2,3]})", R"({"k":"adopted","model":"fsrs-6","w":["1"]})",
      R"({"k":"adopted","model":"fsrs-6","w":{"0":1}})",
      R"({"k":"done","task":"mock"})", R"({"k":"done","task":"mock","count":1e10})", R"({"k":"done","task":"mock","count":"1"})",
      R"({"k":"done","task":"mock","count":1,"min":-1})", R"({"k":"done","task":"mock","count":1,"note":5})",
      R"({"k":"measured","metric":"m","value":1e13})", R"({"k":"measured","metric":"m","value":true})",
      R"({"k":"measured","metric":"m","value":1,"unit":null})", R"({"k":"set","key":"level","before":6})",
      R"({"k":"imported","i":"lp/a","p":2,"stability":0,"difficulty":5,"last":"2026-11-18","at":1,"due":"2027-01-08","reviews":9,"lapses":2})",
      R"({"k":"imported","i":"lp/a","p":2,"stability":1,"difficulty":0.9,"last":"2026-11-18","at":1,"due":"2027-01-08","reviews":9,"lapses":2})",
      R"({"k":"imported","i":"lp/a","p":0,"stability":1,"difficulty":5,"last":"2026-11-18","at":1,"due":"2027-01-08","reviews":9,"lapses":2})",
      R"({"k":"imported","i":"lp/a","p":2,"stability":1,"difficulty":5,"last":"2026-11-18","at":1,"due":"2027-01-08","reviews":0,"lapses":2})",
      R"({"k":"imported","i":"lp/a","p":2,"stability":1,"difficulty":5,"fast":0,"last":"2026-11-18","at":1,"due":"2027-01-08","reviews":1,"lapses":2})",
      R"({"k":"undone","deed":"k3f9x2"})", R"({"k":"undone","deed":812})", R"({"k":"redone","deed":"k3f9x2-0"})"};
  for (const std::string& event : odd) {
    CAPTURE(event);
    const LineRead read = read_line(line_of(event + "," + kSuspended));
    REQUIRE(read.deed);
    REQUIRE(read.deed->events.size() == 2);
    REQUIRE(std::holds_alternative<Unknown>(read.deed->events[0]));
    CHECK(std::get<Unknown>(read.deed->events[0]).text == event);
    CHECK(read.deed->events[1] == Event(Suspended{item("lp/a")}));
    CHECK(fold_items(std::vector{*read.deed}, model()).size() == 1);
    CHECK_FALSE(is_control(*read.deed));
    CHECK(read_line(written(*read.deed)).deed == read.deed);
  }
}

TEST_CASE("a field that a newer Starling added to a known event, or to the line, is passed over") {
  const Event expected = Suspended{item("lp/a")};
  CHECK(read_line(line_of(R"({"why":"leech","k":"suspended","i":"lp/a","more":[1]})")).deed->events[0] == expected);
  CHECK(read_line(sealed(std::string(kHead) + "[" + kSuspended + R"(],"x":{"e":[]})")).deed->events[0] == expected);
}

TEST_CASE("of a field that is there twice the first one counts") {
  CHECK(read_line(line_of(R"({"k":"suspended","i":"lp/a","i":"lp/b","k":"unsuspended"})")).deed->events[0] == Event(Suspended{item("lp/a")}));
  const auto read = read_line(sealed(std::string(kHead) + "[" + kSuspended + R"(],"n":5,"e":[],"v":2)"));
  REQUIRE(read.deed);
  CHECK(read.deed->id.number == 812);
  CHECK(read.deed->events.size() == 1);
}

TEST_CASE("a line whose head is not as it is written is broken") {
  const std::string whole = line_of(kSuspended);
  const auto with = [&](std::string_view from, std::string_view to) {
    std::string text = whole.substr(0, whole.size() - 16);
    const std::size_t at = text.find(from);
    REQUIRE(at != text.npos);
    text.replace(at, from.size(), to);
    return sealed(text);
  };
  REQUIRE(read_line(with("812", "813")).deed);
  const std::vector<std::pair<std::string, std::vector<std::string>>> changes{
      {R"("k3f9x2")", {"\"k3f9x\"", "\"K3F9X2\"", "\"\"", "null", "7", "\"k3f9x2 \"", "\"../../\""}},
      {"812",
       {"0", "-1", "9007199254740993", "1.5", "1e2", "\"812\"", "null", "18446744073709551615",
        "18446744073709551616"}},
      {"1795642863120",
       {"7300000000001", "-7300000000001", "1e12", "9223372036854775807", "9223372036854775808", "\"1\""}},
      {R"("2026-11-25T22:41:03.120+01:00")",
       {"\"\"", "1795642863120", "\"2026-11-25T22:41:03.120\"", "\"2026-11-25T22:41:03.120Z\"",
        "\"2026-11-25T22:41:03+01:00\"", "\"2026-11-25 22:41:03.120+01:00\"", "\"2026-02-30T22:41:03.120+01:00\"",
        "\"2026-11-25T24:00:00.000+01:00\"", "\"2026-11-25T22:60:03.120+01:00\"", "\"2026-11-25T22:41:60.120+01:00\"",
        "\"2026-11-25T22:41:03.120+24:00\"", "\"2026-11-25T22:41:03.120*01:00\"", "\"2026-11-25T-2:41:03.120+01:00\"",
        "\"2026-11-25T22:41:03.120+01:0 \"", "\"1899-11-25T22:41:03.120+01:00\"", "\"2026-11-25T22:41:03,120+01:00\""}},
      {R"("day":"2026-11-25")", {"\"day\":\"2026-11-31\"", "\"day\":\"\"", "\"day\":20000", "\"Day\":\"2026-11-25\""}},
      {"[{\"k\":\"suspended\",\"i\":\"lp/a\"}]", {"[]", "{}", "null", "[null]", "[[]]", "[7]", "[\"suspended\"]"}},
      {R"({"v":1)",
       {"[\"v\",1", "{\"v\":1,", "{,\"v\":1", "{v:1", "{'v':1", "\"v\":1", "{\"v\":01", "{\"v\":+1", "/**/{\"v\":1",
        "{\"v\":NaN"}}};
  for (const auto& [from, others] : changes)
    for (const std::string& to : others) {
      CAPTURE(to);
      const LineRead read = read_line(with(from, to));
      CHECK_FALSE(read.deed);
      CHECK(read.fault == LineFault::Broken);
    }
}

TEST_CASE("numbers beyond all bounds are refused, not rounded into something else") {
  for (const std::string number : {"1e999", "-1e999", "1e-999", "0.1e+400", "123456789012345678901234567890", "1e",
                                   "00", "1.", ".5", "-", "0x10", "Infinity"}) {
    CAPTURE(number);
    for (const std::string& events : {R"({"k":"measured","metric":"m","value":)" + number + "}", R"({"k":"sung","x":)" + number + "}"}) {
      const LineRead read = read_line(line_of(events));
      if (read.deed) CHECK(read_line(written(*read.deed)).deed == read.deed);
    }
  }
  CHECK_FALSE(read_line(line_of(R"({"k":"measured","metric":"m","value":1e999})")).deed);
  CHECK(std::get<Measured>(read_line(line_of(R"({"k":"measured","metric":"m","value":1e-999})")).deed->events[0]).value == 0);
  const std::string digits(100'000, '7');
  CHECK_FALSE(read_line(line_of(R"({"k":"measured","metric":"m","value":)" + digits + "}")).deed);
  CHECK(read_line(line_of(R"({"k":"measured","metric":"m","value":0.)" + digits + "}")).deed);
}

TEST_CASE("nesting that is deeper than any line of ours is refused") {
  for (const std::size_t depth : {std::size_t{3}, std::size_t{500}, std::size_t{2000}, std::size_t{3'000'000}}) {
    const std::string deep = std::string(depth, '[') + std::string(depth, ']');
    CAPTURE(depth);
    const LineRead read = read_line(line_of(R"({"k":"sung","x":)" + deep + "}"));
    CHECK(read.deed.has_value() == (depth < 1000));
    if (read.deed) CHECK(read_line(written(*read.deed)).deed == read.deed);
    CHECK_FALSE(read_line(sealed(std::string(depth, '['))).deed);
    CHECK_FALSE(read_line(sealed(R"({"v":1,"e":)" + std::string(depth, '{'))).deed);
  }
}

TEST_CASE("text that is not UTF-8 makes a line of nobody") {
  for (const char* bytes : {"\xff", "\xc3", "\xc0\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80", "\xe2\x82"})
    for (const char* event : {R"({"k":"done","task":"mock","count":1,"note":")", R"({"k":"sung","x":")"}) {
      CHECK(read_line(line_of(std::string(event) + bytes + "\"}")).fault == LineFault::Broken);
      CHECK_FALSE(read_line(line_of(std::string(event) + "\\ud800\"}")).deed);
    }
  for (const char control : {'\x01', '\x1f', '\n'})
    CHECK_FALSE(read_line(line_of(std::string(R"({"k":"sung","x":")") + control + "\"}")).deed);
}

TEST_CASE("a note of 100,000 bytes is read, a longer one is kept as unknown") {
  const std::string longest(100'000, 'x');
  CHECK(read_line(line_of(R"({"k":"done","task":"mock","count":1,"note":")" + longest + "\"}")).deed->events[0] ==
        Event(TaskDone{"mock", 1, {}, longest}));
  CHECK(std::holds_alternative<Unknown>(
      read_line(line_of(R"({"k":"done","task":"mock","count":1,"note":")" + longest + "x\"}")).deed->events[0]));
}

TEST_CASE("an adoption that moves a hundred thousand dates is one line, and one beyond the limit is none") {
  Deed deed{{"k3f9x2", 1}, 0, {}, {}, day(0), {Adopted{}}};
  for (int i = 0; i < 100'000; ++i) deed.events.push_back(Moved{item("deck/card-" + std::to_string(i)), day(i % 300)});
  const std::string line = written(deed);
  CHECK(read_line(line).deed == deed);
  CHECK(line.size() < kMaxLineBytes);

  const std::string event = kSuspended;
  std::string many = event;
  while (many.size() < kMaxLineBytes) many += "," + event;
  CHECK(read_line(line_of(many)).fault == LineFault::Broken);
}

}  // namespace
}  // namespace starling
