#include <array>

#include "structure/lines.h"
#include "structure/rules.h"

namespace starling::structure {

namespace {

// Equal seeds give equal days on every machine, and the time is given: no room draws or looks for itself.
constexpr std::array<std::string_view, 13> kChance{
    "random_device", "mt19937",           "default_random_engine",    "rand(",
    "std::uniform_", "srand(",            "uniform_int_distribution", "uniform_real_distribution",
    "std::shuffle",  "std::sample",       "system_clock::now",        "steady_clock::now",
    "high_resolution_clock::now"};

// In two pieces, so that this file is not found itself.
constexpr std::array<std::string_view, 2> kUnfinished{"TO" "DO", "FIX" "ME"};

template <std::size_t N>
void find_words(const SourceFile& file, const std::array<std::string_view, N>& words, WordEnd end,
                std::vector<Violation>& found) {
  for_each_line(file.text, [&](std::string_view line, int number) {
    for (const std::string_view word : words)
      if (has_word(line, word, end)) found.push_back({file.path, number, "no '" + std::string(word) + "' here"});
  });
}

}  // namespace

std::string to_string(const Violation& violation) {
  return violation.path + ":" + std::to_string(violation.line) + ": " + violation.what;
}

std::vector<Violation> check_chance(std::span<const SourceFile> files) {
  std::vector<Violation> found;
  for (const SourceFile& file : files)
    if (file.path.starts_with("engine/")) find_words(file, kChance, WordEnd::Any, found);
  return found;
}

std::vector<Violation> check_unfinished(std::span<const SourceFile> files) {
  std::vector<Violation> found;
  for (const SourceFile& file : files) find_words(file, kUnfinished, WordEnd::Boundary, found);
  return found;
}

}  // namespace starling::structure
