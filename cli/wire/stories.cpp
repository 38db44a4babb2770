#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json of_story(const StoryView& view, const DayRule& rule) {
  const Story& story = *view.story;
  const bool told = seen(view.state);
  Json angles = Json::array();
  for (const Angle& angle : story.angles)
    angles.push_back({{"id", principles()[angle.principle].id},
                      {"strength", angle.strength == Strength::Primary ? "primary" : "secondary"}});
  Json sections = Json::object();
  for (std::size_t i = 0; i < kSectionCount; ++i) sections[std::string(to_string(kSections[i]))] = view.words[i];
  return {{"id", story.id},
          {"item", "story/" + story.id},
          {"title", story.title},
          {"file", story.file},
          {"complete", view.missing.empty()},
          {"missing", view.missing},
          {"quality", rounded(view.quality, 2)},
          {"principles", std::move(angles)},
          {"words", std::move(sections)},
          {"estimated_seconds", view.estimated_seconds},
          {"target_seconds", view.target_seconds},
          {"tellings", view.state.reviews},
          {"last_told", told ? Json(to_string(view.state.standing.last_day)) : Json(nullptr)},
          {"due", told ? due_json(view.state.standing.due, rule) : Json(nullptr)}};
}

}  // namespace

std::string stories_json(std::span<const StoryView> views, const DayRule& rule) {
  Json json = reply();
  json["stories"] = Json::array();
  for (const StoryView& view : views) json["stories"].push_back(of_story(view, rule));
  return line_of(json);
}

std::string to_json(const StoryView& view, const DayRule& rule) {
  Json json = reply();
  json["story"] = of_story(view, rule);
  for (std::size_t i = 0; i < kSectionCount; ++i)
    json["story"]["sections"][std::string(to_string(kSections[i]))] = view.story->sections[i];
  return line_of(json);
}

std::string new_story_json(const std::string& id, const std::string& file, std::size_t principle) {
  Json json = reply();
  json["id"] = id;
  json["file"] = file;
  json["principle"] = principles()[principle].id;
  return line_of(json);
}

}  // namespace starling
