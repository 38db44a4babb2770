// Any text read as a learner's loop.toml: never a crash, every problem has a place, and a round put into it says what was
// wanted and is taken out again.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "law.h"
#include "rounds/rounds.h"

namespace {

using namespace starling;

RoundEntries entries_in(std::string_view text) {
  const auto rounds = read_rounds(text, "loop.toml").rounds;
  return rounds ? round_entries(*rounds) : RoundEntries{};
}

void look_at_round(std::string_view text, const Round& round) {
  const RoundText put = with_round(text, round);
  if (!put.wrong.empty()) return law(put.text == text, "a text that cannot be changed stays as it is");
  law(entries_in(put.text).contains("round " + round.id), "a round that was put in is there");
  const RoundText out = without_round(put.text, round.id);
  law(out.wrong.empty() ? !entries_in(out.text).contains("round " + round.id) : out.text == put.text, "and is taken out again");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const RoundsFile file = read_rounds(text, "loop.toml");
  law(file.rounds.has_value() != has_error(file.problems), "rounds or an error");
  for (const Problem& problem : file.problems) law(problem.line >= 1 && problem.column >= 1, "a problem has its place");
  if (file.rounds) (void)principles_asked(*file.rounds);
  Round round{"fuzz", "A \"title\" with \\ in it", {1, 4}, RoundKind::Design, "Ana", 60, parse_day("2027-05-07"), {"night-pages"}};
  look_at_round(text, round);
  round.id = "bar-raiser";
  look_at_round(text, round);
  for (const auto& [what, value] : entries_in(text)) {
    const RoundText out = with_round_entry(text, what, {});
    law(out.wrong.empty() ? with_round_entry(out.text, what, value).wrong.empty() : out.text == text, "what was taken out is put back");
  }
  (void)with_round_entry("", "round bar-raiser", std::string(text));
  return 0;
}
