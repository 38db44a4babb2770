#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json of_flag(const LintedStory& linted, const LintFlag& flag) {
  Json json = problem_json({linted.story->file, flag.place.line, flag.place.column, linted.story->id, std::string(flag.rule),
                            flag.severity, flag.text});
  json["story"] = linted.story->id;
  json["section"] = flag.section ? Json(to_string(*flag.section)) : Json(nullptr);
  json["words"] = flag.words;
  json["why"] = flag.why;
  json["advice"] = flag.advice;
  return json;
}

// A file that is wrong, in the shape of a flag.
Json of_wrong_file(const Problem& problem) {
  Json json = problem_json(problem);
  json["story"] = problem.card;
  json["section"] = nullptr;
  json["words"] = Json::array();
  json["why"] = "";
  json["advice"] = "";
  return json;
}

Json of_linted(const LintedStory& linted) {
  return {{"story", linted.story->id},
          {"file", linted.story->file},
          {"title", linted.story->title},
          {"draft", linted.story->draft},
          {"level", linted.level},
          {"words", linted.words},
          {"seconds", linted.seconds},
          {"target_seconds", linted.target_seconds},
          {"flags", linted.flags.size()},
          {"fact", linted.question ? Json(linted.question->id) : Json(nullptr)},
          {"question", linted.question ? Json(linted.question->question) : Json(nullptr)}};
}

}  // namespace

std::string to_json(const LintView& view) {
  Json json = reply();
  json["problems"] = Json::array();
  for (const Problem& problem : view.problems) json["problems"].push_back(of_wrong_file(problem));
  json["stories"] = Json::array();
  for (const LintedStory& linted : view.stories) {
    for (const LintFlag& flag : linted.flags) json["problems"].push_back(of_flag(linted, flag));
    json["stories"].push_back(of_linted(linted));
  }
  return line_of(json);
}

std::string lint_rules_json(std::span<const LintRuleView> rules, const LintSettings& settings) {
  Json json = reply();
  json["rules"] = Json::array();
  for (const LintRuleView& rule : rules) {
    Json limits = Json::array();
    for (const LintLimit limit : rule.limits)
      limits.push_back({{"key", "story.lint." + std::string(lint_limits()[static_cast<std::size_t>(limit)].key)}, {"value", settings.at(limit)}});
    json["rules"].push_back({{"rule", rule.id}, {"definition", rule.definition}, {"limits", std::move(limits)}, {"why", rule.why},
                             {"advice", rule.advice}, {"needs_whole", rule.needs_whole}, {"off", rule.off}});
  }
  return line_of(json);
}

}  // namespace starling
