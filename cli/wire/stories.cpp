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
          {"kind", to_string(story.kind)},
          {"archived", story.archived},
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

std::optional<double> share_of(const StoryView& view, std::size_t section) {
  const int total = total_words(*view.story);
  return total == 0 ? std::nullopt : std::optional(static_cast<double>(view.words[section]) / total);
}

Json length_json(const ShownLength& length) {
  return {{"seconds", length.seconds}, {"words", length.words}, {"estimated_seconds", length.estimated}, {"target_seconds", length.target}};
}

Json told_json(const Story& story, const ShownLength& told) {
  Json json = length_json(told);
  json["pieces"] = Json::array();
  for (const TellingPiece& piece : telling_text(story, told.seconds))
    json["pieces"].push_back({{"section", piece.section ? Json(to_string(*piece.section)) : Json(nullptr)}, {"text", piece.text}});
  return json;
}

}  // namespace

std::string stories_json(std::span<const StoryView> views, const DayRule& rule) {
  Json json = reply();
  json["stories"] = Json::array();
  for (const StoryView& view : views) json["stories"].push_back(of_story(view, rule));
  return line_of(json);
}

std::string story_json(const StoryView& view, const std::optional<ShownLength>& told, const DayRule& rule) {
  const Story& story = *view.story;
  Json json = reply();
  Json& one = json["story"] = of_story(view, rule);
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const std::string name(to_string(kSections[i]));
    one["sections"][name] = story.sections[i];
    one["wanted_words"][name] = view.wanted[i];
    one["share"][name] = rounded(share_of(view, i));
    one["wanted_share"][name] = rounded(target_shares()[i]);
  }
  one["text"] = text_or_null(story.text);
  one["level"] = text_or_null(story.level);
  one["when"] = text_or_null(story.when);
  one["role"] = text_or_null(story.role);
  one["employer"] = text_or_null(story.employer);
  one["insight"] = text_or_null(story.insight);
  one["scope"] = {{"teams", story.teams}, {"people", story.people}, {"horizon_months", story.horizon_months}, {"money", text_or_null(story.money)}};
  one["tags"] = story.tags;
  one["lengths"] = Json::array();
  for (const ShownLength& length : view.lengths) one["lengths"].push_back(length_json(length));
  one["metrics"] = Json::array();
  for (const StoryMetric& metric : story.metrics)
    one["metrics"].push_back({{"name", metric.name}, {"before", metric.before}, {"after", metric.after}});
  one["followups"] = Json::array();
  for (const FollowUp& followup : story.followups)
    one["followups"].push_back({{"ask", followup.ask},
                                {"answer", followup.answer},
                                {"layer", followup.layer ? Json(to_string(*followup.layer)) : Json(nullptr)},
                                {"probe", followup.probe ? Json(*followup.probe) : Json(nullptr)}});
  one["win"] = view.win ? win_json(*view.win) : Json(nullptr);
  if (told) one["told"] = told_json(story, *told);
  return line_of(json);
}

std::string new_story_json(const NewStory& story, const std::string& file, const std::string& why) {
  Json json = reply();
  json["id"] = story.id;
  json["title"] = story.title;
  json["file"] = file;
  json["principle"] = story.principle ? Json(principles()[*story.principle].id) : Json(nullptr);
  json["why"] = text_or_null(why);
  json["from_win"] = text_or_null(story.from_win);
  return line_of(json);
}

std::string archived_json(const std::string& id, const std::string& file, bool archived, bool changed) {
  Json json = reply();
  json["id"] = id;
  json["file"] = file;
  json["archived"] = archived;
  json["changed"] = changed;
  return line_of(json);
}

}  // namespace starling
