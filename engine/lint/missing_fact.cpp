#include "lint/missing_fact.h"

#include <algorithm>
#include <array>

#include "lint/told.h"

namespace starling {

namespace {

// L7 begins where a story reaches so far.
constexpr int kManyTeams = 3;
constexpr int kManyMonths = 9;

struct Told {
  const Story& story;
  SpokenStory words;
};

template <PhraseList list>
bool has(const Told& told) {
  return tells(told.words, list);
}

bool has_teams(const Told& told) { return told.story.teams > 0; }
bool has_many_teams(const Told& told) { return told.story.teams >= kManyTeams || has<PhraseList::Adoption>(told); }
bool has_months(const Told& told) { return told.story.horizon_months > 0; }
bool has_many_months(const Told& told) { return told.story.horizon_months >= kManyMonths || has<PhraseList::Mechanism>(told); }
bool has_decision(const Told& told) { return tells(told.words.of(Section::Action), PhraseList::Decisions); }
bool has_figure_before(const Told& told) { return has_baseline(told.story, told.words); }
bool has_result_since(const Told& told) {
  return tells(told.words.of(Section::Result), PhraseList::Durability) || tells(told.words.of(Section::Reflection), PhraseList::Durability);
}
bool has_obstacle(const Told& told) { return tells(told.words.of(Section::Action), PhraseList::Obstacle); }

enum class Asked { AtL6, AtL7, Always };

struct Fact {
  std::string_view id;
  Asked asked;
  bool (*is_there)(const Told&);
  std::string_view question;
};

constexpr std::array kFacts{
    Fact{"teams", Asked::AtL7, has_teams, "How many teams had to change how they worked?"},
    Fact{"teams", Asked::AtL7, has_many_teams, "Which teams took it up afterwards without being told to, and how many?"},
    Fact{"months", Asked::AtL7, has_months, "How many months lay between your first step and the result?"},
    Fact{"months", Asked::AtL7, has_many_months, "What of it was still running nine months later, and who looked after it?"},
    Fact{"mechanism", Asked::AtL7, has<PhraseList::Mechanism>, "What did you leave behind that goes on without you, and who owns it now?"},
    Fact{"authority", Asked::AtL7, has<PhraseList::Authority>, "How many people had to change their work who did not report to you?"},
    Fact{"money-or-risk", Asked::AtL7, has<PhraseList::MoneyOrRisk>, "What was at stake for the whole organisation, in money or in risk?"},
    Fact{"upward", Asked::AtL7, has<PhraseList::Upward>, "Whom above you did you have to convince, and what spoke against it for them?"},
    Fact{"teams", Asked::AtL6, has_teams, "How many teams did it touch?"},
    Fact{"months", Asked::AtL6, has_months, "How many months lay between your first step and the result?"},
    Fact{"decision", Asked::AtL6, has_decision, "Which decision in it was yours alone?"},
    Fact{"baseline", Asked::Always, has_figure_before, "What was the figure before, and over what time was it measured?"},
    Fact{"cost", Asked::Always, has<PhraseList::Cost>, "What did it cost, in time, in money, or in something you gave up?"},
    Fact{"durability", Asked::Always, has_result_since, "What is the figure today, and when did you last look?"},
    Fact{"obstacle", Asked::Always, has_obstacle, "What went wrong on the way, and when did you first know?"},
    Fact{"trade-off", Asked::Always, has<PhraseList::TradeOff>, "Which other way did you consider, and on what ground did you turn it down?"},
};

}  // namespace

std::optional<MissingFact> missing_fact(const Story& story, std::string_view level) {
  if (story.kind == StoryKind::Intro) return std::nullopt;
  const Told told{story, spoken(story)};
  const Asked asked = level == "L7" ? Asked::AtL7 : Asked::AtL6;
  const auto* fact = std::ranges::find_if(kFacts, [&](const Fact& each) {
    return (each.asked == Asked::Always || each.asked == asked) && !each.is_there(told);
  });
  if (fact == kFacts.end()) return std::nullopt;
  return MissingFact{fact->id, fact->question};
}

}  // namespace starling
