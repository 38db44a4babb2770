#include <algorithm>
#include <array>

#include "text/text.h"

namespace starling {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array<Pair, 45> kDifferent{{
    {"min", "max"},           {"minimum", "maximum"},   {"left", "right"},       {"lower", "upper"},
    {"first", "last"},        {"sync", "async"},        {"in", "out"},           {"leader", "reader"},
    {"leader", "header"},     {"header", "reader"},     {"weight", "height"},    {"width", "depth"},
    {"inner", "outer"},       {"insert", "invert"},     {"inserted", "inverted"}, {"causal", "casual"},
    {"preorder", "reorder"},  {"affect", "effect"},     {"ensure", "insure"},    {"strong", "string"},
    {"bound", "found"},       {"bound", "round"},       {"found", "round"},      {"batch", "match"},
    {"batch", "patch"},       {"match", "patch"},       {"match", "latch"},      {"point", "print"},
    {"quiet", "quite"},       {"state", "stale"},       {"stale", "scale"},      {"plane", "place"},
    {"stack", "slack"},       {"lease", "least"},       {"write", "white"},
    {"shard", "share"},       {"shared", "sharded"},    {"higher", "highest"},   {"lease", "leader"},
    {"loose", "lose"},        {"count", "mount"},       {"chain", "train"},      {"queue", "query"},
    {"tangle", "strangle"},   {"before", "after"},
}};

// "synchronous" and "asynchronous" are two letters apart and still not one answer.
bool are_opposites(std::string_view a, std::string_view b) {
  constexpr std::array<Pair, 11> kHeads{
      Pair{"", "a"},   Pair{"", "un"},   Pair{"", "in"},   Pair{"", "im"},   Pair{"", "ir"},  Pair{"", "de"},
      Pair{"a", "de"}, Pair{"in", "ex"}, Pair{"im", "ex"}, Pair{"in", "de"}, Pair{"in", "out"}};
  const auto ends = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  const auto common = static_cast<std::size_t>(ends.first - a.rbegin());
  const Pair heads{a.substr(0, a.size() - common), b.substr(0, b.size() - common)};
  return common >= 4 && std::any_of(kHeads.begin(), kHeads.end(), [&](const Pair& known) {
           return known == heads || (known.first == heads.second && known.second == heads.first);
         });
}

}  // namespace

bool are_different_words(std::string_view a, std::string_view b) {
  return are_opposites(a, b) || std::any_of(kDifferent.begin(), kDifferent.end(), [&](const Pair& known) {
           return known == Pair{a, b} || known == Pair{b, a};
         });
}

}  // namespace starling
