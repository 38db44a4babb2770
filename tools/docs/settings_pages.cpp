#include "tools/docs/settings_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "settings/settings.h"

namespace starling {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kWeekdayPattern = "^(monday|tuesday|wednesday|thursday|friday|saturday|sunday)$";
constexpr std::string_view kDayPattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
constexpr std::string_view kSpanPattern = R"(^[0-9]{4}-[0-9]{2}-[0-9]{2}(\.\.[0-9]{4}-[0-9]{2}-[0-9]{2})?$)";
constexpr std::string_view kStepPattern = "^[1-9][0-9]{0,4}[mhd]$";
constexpr std::string_view kNamePattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

std::string values_text(const SettingKey& key) {
  switch (key.wants) {
    case SettingWants::Text: return "a text";
    case SettingWants::Word: return fmt::format("`\"{}\"`", fmt::join(key.words, "\"`, `\""));
    case SettingWants::Date: return "a date such as `2026-11-23`";
    case SettingWants::Flag: return "`true`, `false`";
    case SettingWants::Whole:
    case SettingWants::Number: return fmt::format("{:g} to {:g}", key.low, key.high);
    case SettingWants::Weekdays: return "a list of `\"monday\"` to `\"sunday\"`";
    case SettingWants::Spans: return "a list of days";
    case SettingWants::Texts: return "a list of texts";
    case SettingWants::Words: return fmt::format("a list of `\"{}\"`", fmt::join(key.words, "\"`, `\""));
    case SettingWants::Steps: break;
  }
  return "a list such as `[\"10m\", \"2h\", \"1d\"]`";
}

std::string default_text(const SettingKey& key) {
  const std::string value = setting_value({}, key.name);
  return value.empty() ? std::string(key.without) : fmt::format("`{}`", value);
}

Json list_of(std::string_view pattern) {
  const Json text{{"type", "string"}, {"pattern", pattern}};
  return {{"anyOf", {text, Json{{"type", "array"}, {"items", text}}}}};
}

Json value_schema(const SettingKey& key) {
  switch (key.wants) {
    case SettingWants::Text: return {{"type", "string"}};
    case SettingWants::Word: return {{"enum", key.words}};
    case SettingWants::Date: return {{"type", "string"}, {"pattern", kDayPattern}};
    case SettingWants::Flag: return {{"type", "boolean"}};
    case SettingWants::Whole:
      return {{"type", "integer"}, {"minimum", static_cast<int>(key.low)}, {"maximum", static_cast<int>(key.high)}};
    case SettingWants::Number: return {{"type", "number"}, {"minimum", key.low}, {"maximum", key.high}};
    case SettingWants::Weekdays: return list_of(kWeekdayPattern);
    case SettingWants::Spans: return list_of(kSpanPattern);
    case SettingWants::Texts: return list_of(".*");
    case SettingWants::Words: return list_of(fmt::format("^({})$", fmt::join(key.words, "|")));
    case SettingWants::Steps: break;
  }
  return list_of(kStepPattern);
}

Json described(const SettingKey& key) {
  Json schema{{"description", key.about}};
  schema.update(value_schema(key));
  // Of a date or a zone there is a default in words only.
  const Json standard = Json::parse(setting_value({}, key.name), nullptr, false);
  if (!standard.is_discarded()) schema["default"] = standard;
  return schema;
}

Json table() { return {{"type", "object"}, {"additionalProperties", false}, {"properties", Json::object()}}; }

// The table that holds the key of this name, and the part of the name behind its last dot.
Json& place_of(Json& root, std::string_view name) {
  Json* at = &root;
  std::size_t start = 0;
  for (std::size_t dot = name.find('.'); dot != name.npos; dot = name.find('.', start)) {
    Json& member = (*at)["properties"][std::string(name.substr(start, dot - start))];
    if (member.is_null()) member = table();
    at = &member;
    start = dot + 1;
  }
  return (*at)["properties"][std::string(name.substr(start))];
}

}  // namespace

std::string settings_page() {
  std::string text =
      "# Settings\n\nMade from the table of settings. They stand in `starling.toml` in your study folder; a key that is not "
      "there has its default. `starling config` shows them, `starling config KEY VALUE` changes one and leaves the rest of "
      "the file as it is.\n\n| key | values | default | |\n| --- | --- | --- | --- |\n";
  for (const SettingKey& key : setting_keys({}))
    text += fmt::format("| `{}` | {} | {} | {} |\n", key.name, values_text(key), default_text(key), key.about);
  const SettingKey own = *setting_key("review.retention.deck");
  const SettingKey worth = *setting_key("review.worth.name");
  text += fmt::format("| `review.worth.NAME` | {} | `{}` | {} At most {} different ones beside 1. |\n", values_text(worth), worth.without,
                      worth.about, kMostWorths);
  return text + fmt::format("| `review.retention.DECK` | {} | that of `{}` | {} |\n\nThe part before the dot is a table: "
                            "`day.rollover_hour` is `rollover_hour` below `[day]`.\n",
                            values_text(own), own.without, own.about);
}

std::string settings_schema() {
  Json root{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
            {"title", "The settings of Starling"},
            {"description", "What starling.toml may say; every key has a default. Made from engine/settings/keys.cpp."}};
  root.update(table());
  root["properties"]["schema"] = {{"description", "The version of this format."}, {"enum", {1}}};
  for (const SettingKey& key : setting_keys({})) place_of(root, key.name) = described(key);
  const SettingKey own = *setting_key("review.retention.deck");
  place_of(root, "review.retention") = {{"description", own.about},
                                        {"type", "object"},
                                        {"propertyNames", {{"pattern", kNamePattern}}},
                                        {"additionalProperties", value_schema(own)}};
  const SettingKey worth = *setting_key("review.worth.name");
  place_of(root, "review.worth") = {{"description", worth.about},
                                    {"type", "object"},
                                    {"propertyNames", {{"pattern", kNamePattern}}},
                                    {"additionalProperties", value_schema(worth)}};
  return root.dump(2, ' ', false) + "\n";
}

}  // namespace starling
