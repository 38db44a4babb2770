#include "report/wins.h"

#include <algorithm>
#include <utility>

#include "text/text.h"

namespace starling {

namespace {

// What a tag that names the principle weighs beside words of the text.
constexpr int kTagWeight = 100;

// Words that the text holds; one of two words counts where both stand side by side.
int words_held(const std::string& text, std::size_t principle) {
  const std::string folded = " " + fold(text) + " ";
  return static_cast<int>(std::ranges::count_if(words_of_principle(principle), [&](std::string_view word) {
    return folded.find(" " + std::string(word)) != std::string::npos;
  }));
}

int weight_for(const Win& win, std::size_t principle) {
  std::string text = win.what.text + " " + win.what.kind;
  int weight = 0;
  for (const std::string& tag : win.what.tags) {
    if (find_principle(tag) == principle) weight = kTagWeight;
    text += " " + tag;
  }
  return weight + words_held(text, principle);
}

}  // namespace

std::vector<Win> wins_of(const PlanProgress& progress, std::span<const Story> stories) {
  std::vector<Win> wins;
  int number = 0;
  for (const auto& [deed, day, what] : progress.wins) {
    ++number;
    if (progress.dropped.contains(deed)) continue;
    const auto story = std::ranges::find(stories, to_string(deed), &Story::from_win);
    wins.push_back({number, deed, day, what, story == stories.end() ? "" : story->id});
  }
  return wins;
}

int win_number(const PlanProgress& progress, const DeedId& deed) {
  const auto kept = std::ranges::find(progress.wins, deed, &OnDay<Won>::deed);
  return kept == progress.wins.end() ? 0 : 1 + static_cast<int>(kept - progress.wins.begin());
}

int year_of(const Win& win) {
  return win.what.year.value_or(static_cast<int>(std::chrono::year_month_day(win.day).year()));
}

bool has_tag(const Win& win, std::string_view tag) {
  const auto same = [&](std::string_view other) {
    const auto principle = find_principle(tag);
    return fold(other) == fold(tag) || (principle && find_principle(other) == principle);
  };
  return (!win.what.kind.empty() && same(win.what.kind)) || std::ranges::any_of(win.what.tags, same);
}

std::vector<MinedPrompt> mined_prompts(const std::vector<MinePrompt>& prompts, std::span<const Win> wins) {
  std::vector<MinedPrompt> mined;
  for (const MinePrompt& prompt : prompts) {
    MinedPrompt& each = mined.emplace_back(MinedPrompt{prompt, std::nullopt});
    for (const Win& win : wins)
      if (win.what.kind == prompt.kind && win.what.year == prompt.year) each.win = win;
  }
  return mined;
}

std::vector<Win> wins_for(std::size_t principle, std::span<const Win> wins) {
  std::vector<std::pair<int, Win>> found;
  for (const Win& win : wins)
    if (const int weight = win.story.empty() ? weight_for(win, principle) : 0; weight > 0) found.emplace_back(weight, win);
  std::ranges::sort(found, [](const auto& a, const auto& b) {
    return std::pair(a.first, a.second.number) > std::pair(b.first, b.second.number);
  });
  std::vector<Win> best;
  for (auto& [weight, win] : found)
    if (best.size() < kMostWinsForGap) best.push_back(std::move(win));
  return best;
}

std::vector<Win> wins_for(std::size_t principle, const PlanProgress& progress, std::span<const Story> stories) {
  return wins_for(principle, wins_of(progress, stories));
}

}  // namespace starling
