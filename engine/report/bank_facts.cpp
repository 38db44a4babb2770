#include "report/bank_facts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>

#include "text/text.h"

namespace starling {

namespace {

bool has_tag(const Story& story, std::string_view tag) {
  return std::ranges::any_of(story.tags, [&](const std::string& each) { return fold(each) == tag; });
}

int answered_followups(const Story& story) {
  return static_cast<int>(std::ranges::count_if(story.followups, [](const FollowUp& each) { return !trimmed(each.answer).empty(); }));
}

bool is_ready(const ItemStates& states, const Story& story) {
  const auto state = states.find(story_item(story.id));
  return state != states.end() && state->second.tellings && state->second.tellings->clean_days >= kCleanDays;
}

std::vector<StoryFacts> stories_that_count(std::span<const Story> stories, const ItemStates& states, std::string_view level) {
  std::vector<StoryFacts> facts;
  std::set<std::string_view> ids;
  for (const Story& story : stories)
    if (counts(story) && ids.insert(story.id).second)
      facts.push_back({&story, level_fit(story, level), answered_followups(story), is_ready(states, story)});
  return facts;
}

int wanted_depth(std::size_t principle, bool leads_people) {
  const std::string_view id = principles()[principle].id;
  return leads_people && (id == "hire-and-develop" || id == "earths-best-employer") ? kPeopleDepth : 2;
}

CoreOfBank core_of(const std::vector<StoryFacts>& facts, const StoryCore& core) {
  CoreOfBank result;
  result.missing = core.missing;
  for (const CoreStory& each : core.stories) {
    result.stories.push_back(facts[each.index].story);
    result.told_for.push_back(each.told_for);
  }
  return result;
}

// "one, two and three", at most `most` of them by name.
std::string listed(const std::vector<std::string>& names, std::size_t most = 4) {
  const std::vector<std::string> shown(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size())));
  const std::string text = fmt::format("{}", fmt::join(shown, ", "));
  return names.size() > most ? fmt::format("{} and {} more", text, names.size() - most) : text;
}

class Leanings {
 public:
  Leanings(const BankFacts& facts, const BankWish& wish) : facts_(facts), wish_(wish) {}

  std::vector<Leaning> all() {
    if (facts_.stories.empty()) return {};
    depth();
    secondary();
    failure();
    age();
    employer();
    followups();
    return std::move(leanings_);
  }

 private:
  void add(std::string kind, std::string text) { leanings_.push_back({std::move(kind), std::move(text)}); }

  void depth() {
    for (std::size_t i = 0; i < kPrincipleCount; ++i) {
      const PrincipleFacts& row = facts_.principles[i];
      if (row.depth_wanted <= 2 || row.depth >= row.depth_wanted) continue;
      add("depth", fmt::format("{} is asked {} times of those who lead people; {} can be told for it without using one twice.",
                               principles()[i].name, row.depth_wanted, row.depth == 1 ? "1 story" : fmt::format("{} stories", row.depth)));
    }
  }

  void secondary() {
    std::vector<std::string> wide;
    for (const StoryFacts& each : facts_.stories)
      if (std::ranges::count(each.story->angles, Strength::Secondary, &Angle::strength) > kMostSecondary) wide.push_back(each.story->id);
    if (!wide.empty())
      add("secondary", fmt::format("More than {} further principles make a story a good one for none of them: {}.", kMostSecondary, listed(wide)));
  }

  void failure() {
    const auto told = std::ranges::count_if(facts_.stories, [](const StoryFacts& each) { return has_tag(*each.story, "failure"); });
    if (told < kFailureStories)
      add("failure", fmt::format("{} of a failure of your own (tag \"failure\"); a loop asks for {} and more.",
                                 told == 0 ? "No story is" : "One story is", kFailureStories));
  }

  void age() {
    std::vector<std::string> old;
    for (const StoryFacts& each : facts_.stories)
      if (const auto when = period_of(each.story->when); when && days_between(when->last, wish_.today) > kOldYears * 365) old.push_back(each.story->id);
    if (2 * old.size() > facts_.stories.size())
      add("age", fmt::format("{} of {} stories ended more than {} years ago; listeners ask what you did since.", old.size(),
                             facts_.stories.size(), kOldYears));
    else if (!old.empty())
      add("age", fmt::format("Ended more than {} years ago: {}.", kOldYears, listed(old)));
  }

  void employer() {
    std::map<std::string, std::size_t> employers;
    std::size_t known = 0;
    for (const StoryFacts& each : facts_.stories)
      if (!each.story->employer.empty()) ++known, ++employers[each.story->employer];
    if (known < 5) return;
    const auto most = std::ranges::max_element(employers, {}, [](const auto& entry) { return entry.second; });
    if (employers.size() > 1 && most->second * 5 > known * 4)
      add("employer", fmt::format("{} of {} stories are from {}; one or two from elsewhere show that it was you.", most->second, known, most->first));
  }

  void followups() {
    std::vector<std::string> bare;
    for (const StoryFacts& each : facts_.stories)
      if (each.followups == 0) bare.push_back(each.story->id);
    if (!bare.empty()) add("followups", fmt::format("No answered follow-up yet: {}.", listed(bare)));
  }

  const BankFacts& facts_;
  const BankWish& wish_;
  std::vector<Leaning> leanings_;
};

}  // namespace

BankFacts bank_facts(std::span<const Story> stories, const ItemStates& states, const BankWish& wish) {
  BankFacts facts;
  facts.stories = stories_that_count(stories, states, wish.level);
  const std::vector<BankStory> bank = bank_of(stories);
  const auto depths = story_depths(bank);
  for (std::size_t i = 0; i < kPrincipleCount; ++i) {
    facts.principles[i].depth = depths[i];
    facts.principles[i].depth_wanted = wanted_depth(i, wish.leads_people);
  }
  for (const StoryFacts& each : facts.stories)
    for (const Angle& angle : each.story->angles) {
      PrincipleFacts& row = facts.principles[angle.principle];
      row.fits += each.fit == LevelFit::Fits ? 1 : 0;
      row.under += each.fit == LevelFit::Under ? 1 : 0;
      row.over += each.fit == LevelFit::Over ? 1 : 0;
      row.followups += each.followups;
      row.ready += each.ready ? 1 : 0;
    }
  facts.core = core_of(facts.stories, wish.core ? *wish.core : story_core(bank));
  facts.leanings = Leanings(facts, wish).all();
  return facts;
}

}  // namespace starling
