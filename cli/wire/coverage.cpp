#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json facts_json(const PrincipleFacts& facts) {
  return {{"depth", facts.depth},
          {"depth_wanted", facts.depth_wanted},
          {"level_fit", {{"fits", facts.fits}, {"under", facts.under}, {"over", facts.over}}},
          {"followups", facts.followups},
          {"ready", facts.ready}};
}

Json core_json(const CoreOfBank& core) {
  Json stories = Json::array();
  for (std::size_t i = 0; i < core.stories.size(); ++i) {
    Json told_for = Json::array();
    for (std::size_t principle = 0; principle < kPrincipleCount; ++principle)
      if (holds(core.told_for[i], principle)) told_for.push_back(principles()[principle].id);
    stories.push_back({{"id", core.stories[i]->id}, {"told_for", std::move(told_for)}});
  }
  Json missing = Json::array();
  for (const std::size_t principle : core.missing) missing.push_back(principles()[principle].id);
  return {{"stories", std::move(stories)}, {"missing", std::move(missing)}};
}

Json stories_of(const BankFacts& facts) {
  Json stories = Json::array();
  for (const StoryFacts& each : facts.stories)
    stories.push_back({{"id", each.story->id}, {"level_fit", to_string(each.fit)}, {"followups", each.followups}, {"ready", each.ready}});
  return stories;
}

Json leanings_json(const BankFacts& facts) {
  Json leanings = Json::array();
  for (const Leaning& leaning : facts.leanings) leanings.push_back({{"kind", leaning.kind}, {"text", leaning.text}});
  return leanings;
}

Json aim_json(const CoverageAim& aim) {
  Json wanted = Json::array();
  for (std::size_t principle = 0; principle < kPrincipleCount; ++principle)
    wanted.push_back({{"principle", principles()[principle].id}, {"stories", aim.wanted[principle]}});
  return {{"week", aim.week}, {"stories", aim.stories}, {"primary", std::move(wanted)}};
}

Json principle_json(const PrincipleCoverage& p, const PrincipleFacts* facts) {
  Json stories = Json::array();
  for (const CoveredStory& story : p.stories)
    stories.push_back({{"id", story.id},
                       {"strength", story.strength == Strength::Primary ? "primary" : "secondary"},
                       {"quality", rounded(story.quality, 2)}});
  Json json{{"id", principles()[p.principle].id},
          {"code", principles()[p.principle].code},
          {"name", principles()[p.principle].name},
          {"status", to_string(p.status)},
          {"primary", p.primary},
          {"secondary", p.secondary},
          {"angles", p.angles},
          {"best_quality", rounded(p.best_quality, 2)},
          {"mean_quality", rounded(p.mean_quality, 2)},
          {"tellings", p.tellings},
          {"last_told", day_json(p.last_told)},
          {"warm", p.warm},
          {"recall", rounded(p.recall)},
          {"recall_on_interview", rounded(p.recall_on_interview)},
          {"stories", std::move(stories)}};
  if (facts) json.update(facts_json(*facts));
  return json;
}

}  // namespace

std::string to_json(const CoverageReport& report) {
  const CoverageView& covered = report.view;
  const Coverage& c = covered.coverage;
  Json json = reply();
  json["date"] = to_string(covered.date);
  json["level"] = covered.level;
  json["source"] = covered.source;
  json["summary"] = {{"principles", static_cast<int>(c.principles.size())},
                     {"covered", c.covered},
                     {"stories", c.stories},
                     {"complete", c.complete},
                     {"mean_quality", rounded(c.mean_quality, 2)},
                     {"gate", {{"passed", c.gate_passed}, {"month", c.goal.month}, {"stories", c.goal.stories}, {"principles", c.goal.principles}, {"reasons", c.gate_reasons}}}};
  json["principles"] = Json::array();
  for (const PrincipleCoverage& p : c.principles) json["principles"].push_back(principle_json(p, report.facts ? &report.facts->principles[p.principle] : nullptr));
  json["next"] = Json::array();
  for (const CoverageStep& step : c.next) {
    Json next{{"principle", principles()[step.principle].id}, {"action", step.action}};
    if (!step.story.empty()) next["story"] = step.story;
    next["text"] = step.text;
    json["next"].push_back(std::move(next));
  }
  json["wins"] = Json::array();
  for (const WinForGap& each : report.wins)
    json["wins"].push_back({{"principle", principles()[each.principle].id}, {"number", each.win.number}, {"text", each.win.what.text}});
  if (report.facts) {
    json["stories"] = stories_of(*report.facts);
    json["core"] = core_json(report.facts->core);
    json["leanings"] = leanings_json(*report.facts);
  }
  if (report.aim) json["aim"] = aim_json(*report.aim);
  return line_of(json);
}

}  // namespace starling
