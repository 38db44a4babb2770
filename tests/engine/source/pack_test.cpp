#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

#include "source/pack.h"

namespace starling {
namespace {

enum class Colour { Red, Green, Blue };
constexpr Colour last_of(Colour) { return Colour::Blue; }

struct Leaf {
  std::string name;
  std::optional<double> weight;
  bool operator==(const Leaf&) const = default;
};
template <class Archive>
void fields(Archive& archive, Leaf& leaf) {
  archive(leaf.name, leaf.weight);
}

struct Tree {
  bool green = false;
  std::int64_t age = 0;
  Colour colour = Colour::Red;
  std::chrono::local_days planted{};
  std::vector<Leaf> leaves;
  std::vector<std::vector<std::string>> words;
  std::optional<Leaf> best;
  std::optional<std::vector<int>> rings;
  bool operator==(const Tree&) const = default;
};
template <class Archive>
void fields(Archive& archive, Tree& tree) {
  archive(tree.green, tree.age, tree.colour, tree.planted, tree.leaves, tree.words, tree.best, tree.rings);
}

Tree some_tree() {
  return {true,
          std::numeric_limits<std::int64_t>::min(),
          Colour::Blue,
          std::chrono::local_days(std::chrono::days(-7)),
          {{"oak", 0.1}, {"", std::nullopt}, {std::string("nul\0byte", 8), -0.0}},
          {{}, {"a", ""}, {"b"}},
          Leaf{"best", 1e300},
          std::vector<int>{1, -2, std::numeric_limits<int>::max()}};
}

TEST_CASE("what was packed comes back the same") {
  for (const Tree& tree : {Tree{}, some_tree()}) {
    const auto back = unpack<Tree>(pack(tree));
    REQUIRE(back);
    CHECK(*back == tree);
    CHECK(pack(*back) == pack(tree));
  }
  CHECK(unpack<std::string>(pack(std::string(100'000, 'x')))->size() == 100'000);
  CHECK(unpack<std::vector<std::string>>(pack(std::vector<std::string>{}))->empty());
}

TEST_CASE("packed bytes that end too early or too late are nothing") {
  const std::string bytes = pack(some_tree());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(unpack<Tree>(std::string_view(bytes).substr(0, size)));
  }
  CHECK_FALSE(unpack<Tree>(bytes + '\0'));
  CHECK_FALSE(unpack<int>(""));
}

TEST_CASE("a flipped bit gives another value or nothing, and what it gives can be packed again") {
  const std::string bytes = pack(some_tree());
  int refused = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at)
    for (int bit = 0; bit < 8; ++bit) {
      std::string damaged = bytes;
      damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
      const auto tree = unpack<Tree>(damaged);
      if (!tree) {
        ++refused;
        continue;
      }
      CHECK(tree->leaves.size() <= bytes.size());
      CHECK(unpack<Tree>(pack(*tree)).has_value());
    }
  CHECK(refused > 100);
}

TEST_CASE("a length that was damaged asks for no memory that is not there") {
  const std::string huge = "\xff\xff\xff\xff";
  CHECK_FALSE(unpack<std::string>(huge + "abc"));
  CHECK_FALSE(unpack<std::vector<Tree>>(huge + "abc"));
  CHECK_FALSE(unpack<std::vector<std::vector<std::string>>>(huge + huge + huge));
  CHECK_FALSE(unpack<std::optional<std::string>>("\x01" + huge));
}

TEST_CASE("after the bytes ran out everything that is read is empty") {
  const std::string bytes = pack(some_tree()).substr(0, 3);
  Unpacker unpacker(bytes);
  std::int64_t number = 5;
  std::string text = "before";
  std::vector<int> list{1};
  std::optional<int> maybe = 4;
  Leaf leaf{"before", 2.0};

  unpacker(number, text, list, maybe, leaf);

  CHECK_FALSE(unpacker.good());
  CHECK(number == 0);
  CHECK(text.empty());
  CHECK(list.empty());
  CHECK_FALSE(maybe);
  CHECK(leaf == Leaf{});
}

TEST_CASE("a byte that is neither 0 nor 1 is no yes and no no") {
  for (int byte = 0; byte < 256; ++byte)
    CHECK(unpack<bool>(std::string(1, static_cast<char>(byte))).has_value() == (byte < 2));
  CHECK_FALSE(unpack<std::optional<int>>(std::string("\x02\0\0\0\0", 5)));
}

TEST_CASE("a number that names no value of its enum makes the whole value bad") {
  for (const int number : {-1, 0, 1, 2, 3, 1000, std::numeric_limits<int>::min()})
    CHECK(unpack<Colour>(pack(number)).has_value() == (number >= 0 && number <= 2));
}

TEST_CASE("a number that is none, or without end, and a day of no calendar are bad") {
  for (const double number : {std::nan(""), HUGE_VAL, -HUGE_VAL}) CHECK_FALSE(unpack<double>(pack(number)));
  for (const int days : {-3'000'001, 3'000'001, std::numeric_limits<int>::max()})
    CHECK_FALSE(unpack<std::chrono::local_days>(pack(days)));
  CHECK(unpack<std::chrono::local_days>(pack(2'932'896)).has_value());  // 31 December 9999
}

// What must hold of a value beyond its members' types.
struct Row {
  int place = 1;
  std::optional<int> maybe;
  std::vector<int> places;
  std::array<std::optional<int>, 2> pair;
  bool operator==(const Row&) const = default;
};
template <class Archive>
void fields(Archive& archive, Row& row) {
  archive.within(1, 7, row.place, row.maybe, row.places, row.pair);
}
bool is_sound(const Row& row) { return row.places.size() != 3; }

TEST_CASE("a number outside its range, and members that do not fit together, are bad") {
  const Row good{7, 1, {1, 2, 3, 7}, {{{}, 4}}};
  CHECK(unpack<Row>(pack(good)) == good);
  for (const int out : {0, 8, -1, std::numeric_limits<int>::max()}) {
    CHECK_FALSE(unpack<Row>(pack(Row{out, {}, {}, {}})));
    CHECK_FALSE(unpack<Row>(pack(Row{1, out, {}, {}})));
    CHECK_FALSE(unpack<Row>(pack(Row{1, {}, {1, out}, {}})));
    CHECK_FALSE(unpack<Row>(pack(Row{1, {}, {}, {{1, out}}})));
  }
  CHECK_FALSE(unpack<Row>(pack(Row{1, {}, {1, 2, 3}, {}})));
  CHECK_FALSE(unpack<std::vector<Row>>(pack(std::vector<Row>{good, {1, {}, {1, 2, 3}, {}}})));
}

// Kept as its text, and without a default.
class Name {
 public:
  static std::optional<Name> parse(std::string_view text) {
    if (text.empty() || text.find(' ') != text.npos) return std::nullopt;
    return Name(std::string(text));
  }
  [[nodiscard]] const std::string& text() const { return text_; }
  bool operator==(const Name&) const = default;

 private:
  explicit Name(std::string text) : text_(std::move(text)) {}
  std::string text_;
};
Name blank_of(std::type_identity<Name>) { return Name::parse("blank").value(); }

TEST_CASE("what is kept as its text is bad where the text is none of it") {
  using Names = std::vector<Name>;
  const Names names{*Name::parse("ada"), *Name::parse("grace")};
  CHECK(unpack<Names>(pack(names)) == names);
  CHECK(unpack<std::optional<Name>>(pack(std::optional(names[0]))) == names[0]);
  CHECK(unpack<Name>(pack(std::string("ada"))) == names[0]);
  CHECK_FALSE(unpack<Name>(pack(std::string("a da"))));
  CHECK_FALSE(unpack<Name>(pack(std::string())));
}

}  // namespace
}  // namespace starling
