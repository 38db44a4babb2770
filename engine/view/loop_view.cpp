#include "view/loop_view.h"

#include <algorithm>
#include <set>

namespace starling {

namespace {

// A story is at its best after so many tellings.
constexpr int kTellingsToReady = 3;

double readiness_of(const Standpoint& from, const Story& story) {
  const auto state = from.states.find(story_item(story.id));
  if (state == from.states.end() || state->second.reviews == 0 || !state->second.standing.memory) return 0;
  const int days = std::max(0, days_between(state->second.standing.last_day, from.now.day));
  const double recall = from.model.recall_after(elapsed_days(WholeDays{days}), *state->second.standing.memory);
  return recall * std::min(state->second.reviews, kTellingsToReady) / kTellingsToReady;
}

class LoopMap {
 public:
  LoopMap(const Standpoint& from, LoopView& view) : from_(from), view_(view) {}

  void fill() {
    note_what_was_told();
    gather_stories();
    give_stories();
    for (const bool backup_only : {false, true}) note_gaps(backup_only);
  }

 private:
  // Told in this loop: not again. Told in a phone screen or an earlier interview: rather another one.
  void note_what_was_told() {
    for (const Round& each : written_rounds(from_).earlier) told_before_.insert(each.used.begin(), each.used.end());
    for (const LoopRound& each : view_.rounds)
      (each.round.kind == RoundKind::PhoneScreen ? told_before_ : told_).insert(each.round.used.begin(), each.round.used.end());
    for (const OnDay<Debriefed>& each : from_.progress.debriefed) told_before_.insert(each.what.story);
  }

  void gather_stories() {
    const std::vector<Story>& stories = from_.library.stories();
    for (BankStory& banked : bank_of(stories)) {
      if (told_.contains(banked.id)) continue;
      const Story* story = from_.library.story(banked.id);
      const bool before = told_before_.contains(banked.id);
      stories_.push_back({std::move(banked), readiness_of(from_, *story), before});
      texts_.push_back(story);
    }
  }

  void give_stories() {
    std::vector<std::size_t> principles;
    for (const LoopRound& each : view_.rounds)
      for (const LoopPlace& place : each.places) principles.push_back(place.principle);
    const std::vector<MapPlace> map = round_map(principles, stories_);
    std::size_t at = 0;
    const auto text_of = [&](const std::optional<std::size_t>& story) { return story ? texts_[*story] : nullptr; };
    for (LoopRound& each : view_.rounds)
      for (LoopPlace& place : each.places) {
        place.story = text_of(map[at].story);
        place.backup = text_of(map[at++].backup);
        given_.insert(place.story);
        given_.insert(place.backup);
      }
  }

  void note_gaps(bool backup_only) {
    for (const LoopRound& each : view_.rounds)
      for (const LoopPlace& place : each.places)
        if (backup_only ? place.story && !place.backup : !place.story) view_.gaps.push_back(gap_of(each, place, backup_only));
  }

  // Another angle of a story that stands nowhere yet, before one that is half written, before a new one.
  LoopGap gap_of(const LoopRound& round, const LoopPlace& place, bool backup_only) {
    LoopGap gap{round.round.id, place.principle, backup_only, "new", nullptr};
    for (const std::size_t near : neighbours(place.principle))
      for (std::size_t i = 0; i < stories_.size(); ++i) {
        const PrincipleSet angles = stories_[i].story.angles();
        if (!holds(angles, near) || holds(angles, place.principle) || given_.contains(texts_[i])) continue;
        given_.insert(texts_[i]);  // proposed once
        gap.action = "re-angle";
        gap.story = texts_[i];
        return gap;
      }
    for (const Story& story : from_.library.stories()) {
      if (!angle_for(story, place.principle) || is_complete(story) || !given_.insert(&story).second) continue;
      gap.action = "complete";
      gap.story = &story;
      return gap;
    }
    return gap;
  }

  const Standpoint& from_;
  LoopView& view_;
  std::set<std::string, std::less<>> told_;
  std::set<std::string, std::less<>> told_before_;
  std::vector<MapStory> stories_;
  std::vector<const Story*> texts_;  // of `stories_`
  std::set<const Story*> given_;
};

bool has_mistake(const Standpoint& from) {
  return std::ranges::any_of(from.library.problems(), [](const Problem& problem) {
    return problem.file == "loop.toml" && problem.severity == Severity::Error;
  });
}

// Nothing while a file of stories cannot be read: it may be in there.
std::vector<std::string> unknown_stories(const Standpoint& from) {
  std::vector<std::string> unknown;
  const auto& problems = from.library.problems();
  if (std::ranges::find(problems, "unknown-story", &Problem::rule) == problems.end()) return unknown;
  for (const Round& round : from.library.rounds())
    for (const std::string& id : round.used)
      if (!from.library.story(id) && std::ranges::find(unknown, id) == unknown.end()) unknown.push_back(id);
  return unknown;
}

template <class Counts>
int count_places(const LoopView& view, Counts counts) {
  int count = 0;
  for (const LoopRound& each : view.rounds) count += static_cast<int>(std::ranges::count_if(each.places, counts));
  return count;
}

SheetStory sheet_story(const Story& story, std::size_t principle) {
  const Angle* angle = angle_for(story, principle);
  SheetStory sheet{&story, angle ? angle->strength : Strength::Secondary, true, opening_of(story), metrics_of(story)};
  std::ranges::move(result_figures_of(story), std::back_inserter(sheet.figures));
  return sheet;
}

}  // namespace

int LoopView::places() const {
  return count_places(*this, [](const LoopPlace&) { return true; });
}
int LoopView::with_story() const {
  return count_places(*this, [](const LoopPlace& place) { return place.story != nullptr; });
}
int LoopView::with_backup() const {
  return count_places(*this, [](const LoopPlace& place) { return place.backup != nullptr; });
}

WrittenRounds written_rounds(const Standpoint& from) {
  WrittenRounds written;
  const Day since = from.progress.since;
  for (const Round& round : from.library.rounds()) {
    const auto [what, text] = *round_entries({&round, 1}).begin();
    const SaidEntry* said = from.said_of(what);
    const bool is_old = round.on ? *round.on < since : said && said->text == text && said->day < since;
    (is_old ? written.earlier : written.present).push_back(round);
  }
  return written;
}

std::vector<Round> rounds_or_usual(const Standpoint& from) {
  const WrittenRounds written = written_rounds(from);
  std::vector<Round> rounds = with_usual_rounds(written.present, from.settings.level);
  std::vector<Round> taken = from.library.rounds();
  for (Round& round : rounds) {
    if (std::ranges::find(written.earlier, round.id, &Round::id) == written.earlier.end()) continue;
    round.id = round_id(round.id, taken);
    taken.push_back(round);
  }
  return rounds;
}

LoopView loop_view(const Standpoint& from) {
  const WrittenRounds written = written_rounds(from);
  LoopView view{from.now.day, from.settings.level, is_guessed(written.present), has_mistake(from), static_cast<int>(written.earlier.size()),
                {}, {}, {}, unknown_stories(from)};
  const std::vector<Round> rounds = rounds_or_usual(from);
  const auto asked = principles_asked(rounds);
  PrincipleSet met = 0;
  for (std::size_t i = 0; i < rounds.size(); ++i) {
    LoopRound& round = view.rounds.emplace_back(LoopRound{rounds[i], is_over(rounds[i], view.date), rounds[i].principles.empty(), {}});
    for (const std::size_t principle : asked[i]) {
      if (rounds[i].kind != RoundKind::PhoneScreen) met |= set_of(principle);
      if (!round.over) round.places.push_back({principle, nullptr, nullptr});
    }
  }
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle)
    if (!holds(met, principle)) view.unasked.push_back(principle);
  LoopMap(from, view).fill();
  return view;
}

RoundSheetView round_sheet_view(const LoopView& loop, const LoopRound& round) {
  RoundSheetView view{loop.date, round, {}, {}};
  for (const LoopPlace& place : round.places) {
    RoundSheetPlace& of = view.places.emplace_back(RoundSheetPlace{place.principle, {}});
    for (const Story* story : {place.story, place.backup})
      if (story) of.stories.push_back(sheet_story(*story, place.principle));
  }
  std::size_t nth = 0;
  for (const LoopRound& each : loop.rounds) {
    if (each.round.id == round.round.id) break;
    nth += each.round.kind == round.round.kind ? 1 : 0;
  }
  view.questions = two_questions(round.round.kind, nth);
  return view;
}

}  // namespace starling
