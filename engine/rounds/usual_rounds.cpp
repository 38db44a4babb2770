#include "rounds/usual_rounds.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace starling {

namespace {

struct UsualRound {
  std::string_view id;
  std::string_view title;
  RoundKind kind;
  int minutes;
  std::array<std::string_view, 3> codes;  // of principles; empty ones at the end
};

constexpr std::array kUsualL6{
    UsualRound{"coding-1", "Coding", RoundKind::Coding, 60, {"LC", "BA", ""}},
    UsualRound{"coding-2", "Coding, the second", RoundKind::Coding, 60, {"DD", "HS", ""}},
    UsualRound{"design", "System design", RoundKind::Design, 60, {"IS", "TB", "FR"}},
    UsualRound{"manager", "Hiring manager", RoundKind::Manager, 60, {"OW", "HD", "DR"}},
    UsualRound{"behavioural", "Behavioural", RoundKind::Behavioural, 45, {"CO", "ET", "BE"}},
    UsualRound{"bar-raiser", "Bar raiser", RoundKind::BarRaiser, 60, {"AR", "HB", "SR"}},
};
constexpr std::array kUsualL7{
    UsualRound{"architecture", "Architecture", RoundKind::Design, 90, {"IS", "DD", ""}},
    UsualRound{"strategy", "Strategy", RoundKind::Behavioural, 60, {"CO", "AR", "TB"}},
    UsualRound{"organisation", "Leading an organisation", RoundKind::Manager, 60, {"HD", "ET", "BE"}},
    UsualRound{"leadership-case", "Leadership case", RoundKind::Manager, 60, {"OW", "BA", "HB"}},
    UsualRound{"bar-raiser", "Bar raiser", RoundKind::BarRaiser, 60, {"LC", "HS", "DR"}},
    UsualRound{"executive", "Executive", RoundKind::Behavioural, 45, {"FR", "SR", ""}},
};

}  // namespace

bool is_guessed(std::span<const Round> written) {
  return std::ranges::all_of(written, [](const Round& round) { return round.kind == RoundKind::PhoneScreen; });
}

std::vector<Round> with_usual_rounds(std::span<const Round> written, std::string_view level) {
  std::vector<Round> rounds(written.begin(), written.end());
  if (is_guessed(written))
    for (Round& usual : usual_rounds(level))
      if (std::ranges::find(written, usual.id, &Round::id) == written.end()) rounds.push_back(std::move(usual));
  return in_order_of_days(std::move(rounds));
}

std::vector<Round> usual_rounds(std::string_view level) {
  const std::span<const UsualRound> usual = level == "L7" ? std::span<const UsualRound>(kUsualL7) : std::span<const UsualRound>(kUsualL6);
  std::vector<Round> rounds;
  for (const UsualRound& each : usual) {
    Round& round = rounds.emplace_back();
    round.id = each.id;
    round.title = each.title;
    round.kind = each.kind;
    round.minutes = each.minutes;
    for (const std::string_view code : each.codes) {
      if (code.empty()) continue;
      const auto principle = find_principle(code);
      assert(principle);
      round.principles.push_back(*principle);
    }
  }
  return rounds;
}

}  // namespace starling
