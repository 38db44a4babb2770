#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json sheet_story_json(const SheetStory& each) {
  Json metrics = Json::array();
  for (const StoryMetric& metric : each.story->metrics)
    metrics.push_back({{"name", metric.name}, {"before", metric.before}, {"after", metric.after}});
  return {{"id", each.story->id},
          {"title", each.story->title},
          {"strength", each.strength == Strength::Primary ? "primary" : "secondary"},
          {"opening", each.opening},
          {"figures", each.figures},
          {"metrics", std::move(metrics)}};
}

}  // namespace

std::string to_json(const SheetView& view) {
  Json json = reply();
  json["date"] = to_string(view.date);
  json["interview"] = {{"date", to_string(view.interview)}, {"days_left", view.days_left}};
  json["principles"] = Json::array();
  for (const SheetPrinciple& of : view.principles) {
    const Principle& principle = principles()[of.principle];
    Json stories = Json::array();
    for (const SheetStory& each : of.stories) stories.push_back(sheet_story_json(each));
    json["principles"].push_back(
        {{"id", principle.id}, {"code", principle.code}, {"name", principle.name}, {"stories", std::move(stories)}});
  }
  json["gaps"] = Json::array();
  for (const std::size_t principle : view.gaps()) json["gaps"].push_back(principles()[principle].id);
  json["unfinished"] = Json::array();
  for (const Story* story : view.unfinished) json["unfinished"].push_back({{"id", story->id}, {"title", story->title}});
  return line_of(json);
}

}  // namespace starling
