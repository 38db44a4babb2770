// `story new`, `story list`, `story show`.
#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "cli/commands.h"
#include "cli/editor.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

std::size_t need_principle(const std::string& given) {
  if (const auto found = find_principle(given)) return *found;
  throw UsageError(fmt::format("'{}' is not a principle{}", given, did_you_mean(given, principle_ids())));
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// The principle whose gap is worst, for a story that names none.
std::size_t neediest(const Study& study) {
  const Coverage coverage = study.coverage();
  const auto step = std::find_if(coverage.next.begin(), coverage.next.end(),
                                 [](const CoverageStep& each) { return each.action == "new"; });
  if (step != coverage.next.end()) return step->principle;
  return coverage.next.empty() ? 0 : coverage.next.front().principle;
}

std::string state_word(const Story& story) {
  const auto lacks = missing(story);
  if (lacks.empty()) return "complete";
  return story.draft ? "draft" : "unfinished";
}

Json story_json(const Story& story, const Study& study) {
  const ItemState state = study.state("story/" + story.id);
  const auto told = state.standing.phase != Phase::New;
  Json angles = Json::array();
  for (const Angle& angle : story.angles)
    angles.push_back({{"id", principles()[angle.principle].id},
                      {"strength", angle.strength == Strength::Primary ? "primary" : "secondary"}});
  const auto words = section_words(story);
  Json sections = Json::object();
  for (std::size_t i = 0; i < kSectionCount; ++i) sections[std::string(to_string(kSections[i]))] = words[i];
  return {{"id", story.id},
          {"item", "story/" + story.id},
          {"title", story.title},
          {"file", story.file},
          {"complete", is_complete(story)},
          {"missing", missing(story)},
          {"quality", rounded(quality(story), 2)},
          {"principles", std::move(angles)},
          {"words", std::move(sections)},
          {"estimated_seconds", estimated_seconds(story, study.settings().words_per_minute)},
          {"target_seconds", story.target_seconds.value_or(study.settings().target_seconds)},
          {"tellings", state.reviews},
          {"last_told", told ? Json(to_string(state.standing.last_day)) : Json(nullptr)},
          {"due", told ? due_json(state.standing.due, study.rule()) : Json(nullptr)}};
}

std::string telling_line(const ItemState& state) {
  if (state.standing.phase == Phase::New) return "not told yet";
  return fmt::format("{}, last on {}, next on {}", counted(state.reviews, "telling"),
                     short_date(state.standing.last_day), short_date(state.standing.due.day));
}

}  // namespace

Exit run_story_new(const Arguments& arguments, World& world) {
  const std::string title = joined(arguments.operands);
  if (trimmed(title).empty()) throw UsageError("'story new' needs a title");
  const auto study = open_study(arguments, world);
  const auto given = arguments.text("--principle");
  const std::size_t principle = given ? need_principle(*given) : neediest(*study);
  const std::string id = kebab(arguments.text("--id").value_or(title));
  if (id.empty()) throw UsageError("the title has no letters for an id; give one with --id");
  const auto path = study->folder().stories() / (id + ".toml");
  if (file_stamp(path) || study->library().story(id))
    throw UsageError(fmt::format("there is a story '{}' already; choose another with --id", id));

  make_folder(study->folder().stories());
  write_file(path, new_story_text(id, title, principle, study->settings().level, study->settings().target_seconds));
  if (arguments.json) {
    Json json = reply();
    json["id"] = id;
    json["file"] = path.string();
    json["principle"] = principles()[principle].id;
    write_json(world.out, json);
    return Exit::Ok;
  }
  world.out << paragraph(fmt::format("Made {} for {}.", path.string(), principles()[principle].name), text_width(world));
  if (!world.terminal) return Exit::Ok;
  world.out.flush();
  if (!open_editor(world, path)) world.out << "Set EDITOR to open it from here.\n";
  return Exit::Ok;
}

Exit run_story_list(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const auto& stories = study->library().stories;
  if (arguments.json) {
    Json json = reply();
    json["stories"] = Json::array();
    for (const Story& story : stories) json["stories"].push_back(story_json(story, *study));
    write_json(world.out, json);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  if (stories.empty()) {
    world.out << "No stories yet.\n"
              << paragraph("Write one: starling story new \"Night pages\" --principle BE", width)
              << paragraph(fmt::format("Examples to read: {}", study->content().example_stories().string()), width);
    return Exit::Ok;
  }
  for (const Story& story : stories) {
    const auto score = quality(story);
    const auto principle = primary_principle(story);
    world.out << style.bold(at_both_ends(shorten(story.title, width - 12), state_word(story), width)) << "\n";
    world.out << style.dim(paragraph(
        fmt::format("{} · {}{} · {}", story.id, principle ? principles()[*principle].name : "no primary principle",
                    score ? fmt::format(" · quality {:.1f}", *score) : "", telling_line(study->state("story/" + story.id))),
        width, 2));
    for (const std::string& lack : missing(story)) world.out << hanging("  - ", lack, width);
  }
  return Exit::Ok;
}

Exit run_story_show(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const Story& story = need_story(*study, arguments.operands[0]);
  if (arguments.json) {
    Json json = reply();
    json["story"] = story_json(story, *study);
    for (std::size_t i = 0; i < kSectionCount; ++i)
      json["story"]["sections"][std::string(to_string(kSections[i]))] = story.sections[i];
    write_json(world.out, json);
    return Exit::Ok;
  }
  const Style style(world.colour);
  const int width = text_width(world);
  world.out << style.bold(paragraph(story.title, width));
  for (const Angle& angle : story.angles)
    world.out << hanging(fmt::format("  {} ", principles()[angle.principle].code),
                         fmt::format("{}{}", principles()[angle.principle].name,
                                     angle.strength == Strength::Primary ? "" : " (secondary)"),
                         width);
  const int target = story.target_seconds.value_or(study->settings().target_seconds);
  const int seconds = estimated_seconds(story, study->settings().words_per_minute);
  const auto words = section_words(story);
  int total = 0;
  for (const int count : words) total += count;
  world.out << style.dim(paragraph(fmt::format("{}, about {} of {} · {}", counted(total, "word"), clock_time(seconds),
                                               clock_time(target), telling_line(study->state("story/" + story.id))),
                                   width));
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    const std::string name = capitalised(to_string(kSections[i]));
    world.out << "\n" << style.accent(at_both_ends(name, counted(words[i], "word"), width)) << "\n"
              << paragraph(story.sections[i].empty() ? "(nothing yet)" : std::string(trimmed(story.sections[i])), width);
  }
  if (!story.metrics.empty()) world.out << "\n" << style.accent("Figures") << "\n";
  for (const StoryMetric& metric : story.metrics)
    world.out << hanging("  - ", fmt::format("{}: {} to {}", metric.name, metric.before, metric.after), width);
  if (!story.followups.empty()) world.out << "\n" << style.accent("Follow-ups") << "\n";
  for (const FollowUp& followup : story.followups)
    world.out << hanging("  - ", followup.ask, width) << hanging("    ", followup.answer, width);
  const auto lacks = missing(story);
  if (!lacks.empty()) world.out << "\n" << style.accent("To finish it") << "\n";
  for (const std::string& lack : lacks) world.out << hanging("  - ", lack, width);
  return Exit::Ok;
}

}  // namespace starling
