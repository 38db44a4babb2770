#include "view/telling.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <tuple>

#include "view/words.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 4> kBeats{"situation", "task", "action", "result"};
constexpr std::array<std::string_view, 3> kIntroParts{"begin", "middle", "end"};

bool without_figures(const EndedTelling& telling) { return telling.figures && telling.figures->of > 0 && telling.figures->right == 0; }
bool hardly_told(const EndedTelling& telling) { return telling.seconds * 4 < telling.target_seconds; }

}  // namespace

std::span<const std::string_view> telling_parts(StoryKind kind) {
  if (kind == StoryKind::Intro) return kIntroParts;
  return kBeats;
}

Grade grade_of(const FiguresGiven& figures) {
  if (figures.all()) return Grade::Good;
  return figures.right * 2 >= figures.of ? Grade::Hard : Grade::Again;
}

Grade best_grade(const EndedTelling& telling) {
  return without_figures(telling) || hardly_told(telling) ? Grade::Hard : Grade::Easy;
}

std::optional<Grade> proposed_grade(const EndedTelling& telling) {
  const Grade weakest = telling.parts.empty() ? Grade::Good : std::ranges::min(telling.parts, {}, &Part::grade).grade;
  if (weakest == Grade::Again) return std::nullopt;
  return std::min(weakest, best_grade(telling));
}

std::string why_no_better(const EndedTelling& telling) {
  if (without_figures(telling)) return "None of the figures came back, so it is hard at best.";
  if (hardly_told(telling)) return fmt::format("{} is less than a quarter of it, so it is hard at best.", clock_time(telling.seconds));
  return "";
}

bool is_clean(const EndedTelling& telling) {
  const bool good = std::ranges::all_of(telling.parts, [](const Part& part) { return part.grade >= Grade::Good; });
  const bool figures = !telling.figures || telling.figures->all();
  return good && figures && telling.seconds * 2 >= telling.target_seconds && telling.seconds * 5 <= telling.target_seconds * 6;
}

std::string length_remark(int seconds, int target_seconds) {
  const std::string took = clock_time(seconds);
  const std::string target = clock_time(target_seconds);
  if (seconds > kLongestGoodTelling && seconds > target_seconds)
    return fmt::format("{}: past {}, where listeners are lost. Cut the situation first.", took,
                       clock_time(kLongestGoodTelling));
  if (seconds > target_seconds * 6 / 5) return fmt::format("{}: over the target of {}.", took, target);
  if (seconds < target_seconds * 4 / 5)
    return fmt::format("{}: under the target of {}; room for one more decision.", took, target);
  return fmt::format("{}: on target ({}).", took, target);
}

std::array<int, kSectionCount + 1> section_times(int target_seconds) {
  std::array<int, kSectionCount + 1> times{};
  double end = 0;
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    end += target_shares()[i] * target_seconds;
    times[i + 1] = static_cast<int>(std::lround(end));
  }
  return times;
}

TellingChoice next_telling(const Story& story, std::span<const Told> past) {
  TellingChoice choice;
  const auto told_in = [&](int length) { return std::ranges::count(past, length, &Told::length); };
  for (const int length : lengths_of(story))
    if (told_in(length) < told_in(choice.length)) choice.length = length;
  const auto told_for = [&](const Angle& angle) {
    return std::pair(std::ranges::count(past, principles()[angle.principle].id, &Told::principle), angle.strength);
  };
  const auto least = std::ranges::min_element(story.angles, {}, told_for);
  if (least != story.angles.end()) choice.principle = least->principle;
  return choice;
}

const Story* story_to_tell(std::span<const Story> stories, const ItemStates& states, std::span<const ItemId> asked,
                           std::span<const std::size_t> principles) {
  const auto rank = [&](const Story& story) {
    const ItemId item = story_item(story.id);
    const bool fits = std::ranges::any_of(principles, [&](std::size_t principle) { return angle_for(story, principle); });
    const auto state = states.find(item);
    const Day last = state != states.end() && seen(state->second) ? state->second.standing.last_day : Day::min();
    return std::tuple(!fits, std::ranges::find(asked, item) - asked.begin(), last);
  };
  const Story* best = nullptr;
  for (const Story& story : stories)
    if (can_be_told(story) && (!best || rank(story) < rank(*best))) best = &story;
  return best;
}

std::vector<Told> tellings_in(std::span<const PastDeed> history) {
  std::vector<Told> tellings;
  for (const PastDeed& past : history)
    if (const Answered* answer = past.counts ? answer_in(past.deed) : nullptr; answer && answer->told) tellings.push_back(*answer->told);
  return tellings;
}

int speech_rate(const ItemStates& states, int setting) {
  Tellings all;
  for (const auto& [item, state] : states) {
    if (!state.tellings) continue;
    all.timed += state.tellings->timed;
    all.words += state.tellings->words;
    all.seconds += state.tellings->seconds;
  }
  if (all.timed < kMeasuredTellings || all.seconds == 0) return setting;
  return static_cast<int>(std::lround(60.0 * all.words / all.seconds));
}

}  // namespace starling
