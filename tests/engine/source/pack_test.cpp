#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>

#include "source/pack.h"

namespace starling {
namespace {

enum class Colour { Red = 1, Blue = 1000 };

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

TEST_CASE("any byte but zero is true") {
  CHECK(unpack<bool>(std::string_view("\x02", 1)) == true);
  CHECK(unpack<bool>(std::string_view("\xff", 1)) == true);
  CHECK(unpack<bool>(std::string_view("\0", 1)) == false);
}

}  // namespace
}  // namespace starling
