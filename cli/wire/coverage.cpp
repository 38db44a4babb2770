#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json principle_json(const PrincipleCoverage& p) {
  Json stories = Json::array();
  for (const CoveredStory& story : p.stories)
    stories.push_back({{"id", story.id},
                       {"strength", story.strength == Strength::Primary ? "primary" : "secondary"},
                       {"quality", rounded(story.quality, 2)}});
  return {{"id", principles()[p.principle].id},
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
}

}  // namespace

std::string to_json(const CoverageView& covered) {
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
                     {"gate", {{"passed", c.gate_passed}, {"reasons", c.gate_reasons}}}};
  json["principles"] = Json::array();
  for (const PrincipleCoverage& p : c.principles) json["principles"].push_back(principle_json(p));
  json["next"] = Json::array();
  for (const CoverageStep& step : c.next) {
    Json next{{"principle", principles()[step.principle].id}, {"action", step.action}};
    if (!step.story.empty()) next["story"] = step.story;
    next["text"] = step.text;
    json["next"].push_back(std::move(next));
  }
  return line_of(json);
}

}  // namespace starling
