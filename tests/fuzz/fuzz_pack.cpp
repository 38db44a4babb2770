// Any bytes are a packed value or nothing; what they give can be packed and read again.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "source/pack.h"

namespace {

// An assert that release builds keep.
void law(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "law broken: %s\n", what);
  std::abort();
}

enum class Colour { Red = 1, Blue };

struct Leaf {
  std::string name;
  std::optional<double> weight;
  std::optional<std::string> note;
};
template <class Archive>
void fields(Archive& archive, Leaf& leaf) {
  archive(leaf.name, leaf.weight, leaf.note);
}

struct Tree {
  bool green = false;
  Colour colour = Colour::Red;
  std::chrono::local_days planted{};
  std::vector<Leaf> leaves;
  std::vector<std::vector<std::string>> words;
  std::optional<std::vector<std::int64_t>> rings;
};
template <class Archive>
void fields(Archive& archive, Tree& tree) {
  archive(tree.green, tree.colour, tree.planted, tree.leaves, tree.words, tree.rings);
}

template <class T>
void check(std::string_view bytes) {
  const auto value = starling::unpack<T>(bytes);
  if (!value) return;
  const std::string packed = starling::pack(*value);
  law(packed.size() == bytes.size(), "what was read takes the same room again");
  const auto again = starling::unpack<T>(packed);
  law(again.has_value(), "what was packed can be read");
  law(starling::pack(*again) == packed, "reading and packing change nothing");
  if (!bytes.empty()) law(!starling::unpack<T>(bytes.substr(0, bytes.size() - 1)), "a byte less is nothing");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check<Tree>(bytes);
  check<Leaf>(bytes);
  check<std::vector<std::optional<std::string>>>(bytes);
  return 0;
}
