// `next`, `answer`, `undo`, `redo`: a sitting one step a call.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "cli/queue_options.h"

namespace starling {

namespace {

Json face_json(const Card& card, const Face& shown) {
  Json json;
  const auto filled = [](const std::string& text, const std::string& code) {
    return code.empty() ? text : text.empty() ? code : text + "\n\n" + code;
  };
  json["front"] = filled(shown.front, shown.code_front);
  json["back"] = filled(shown.back, shown.code_back);
  json["extra"] = shown.extra;
  json["checked"] = is_checked(card);
  if (!shown.options.empty()) {
    json["options"] = Json::array();
    for (const ChoiceOption& option : shown.options) json["options"].push_back(option.text);
  }
  if (!shown.items.empty()) json["items"] = shown.items;
  return json;
}

Exit print_card(const QueuedCard& entry, const Study& study, const Arguments& arguments, World& world) {
  const Face shown = study.face_of(*entry.item);
  const auto outcomes = study.preview(entry.item->id);
  if (arguments.json) {
    Json json = reply();
    json["item"] = card_json(entry, study);
    json.update(face_json(study.library().card(*entry.item), shown));
    json["outcomes"] = outcomes_json(outcomes, study.rule());
    write_json(world.out, json);
    return Exit::Ok;
  }
  const int width = text_width(world);
  world.out << entry.item->id << "\n\n" << paragraph(plain(shown.front), width);
  if (shown.code) world.out << "\n" << shown.code_front << "\n";
  for (std::size_t i = 0; i < shown.options.size(); ++i)
    world.out << hanging(fmt::format("  {}  ", i + 1), plain(shown.options[i].text), width);
  for (std::size_t i = 0; i < shown.items.size(); ++i)
    world.out << hanging(fmt::format("  {}  ", i + 1), plain(shown.items[i]), width);
  world.out << "\nstarling answer " << entry.item->id << " again|hard|good|easy\n";
  return Exit::Ok;
}

Exit print_story(const QueuedStory& entry, const Study& study, const Arguments& arguments, World& world) {
  const Story& story = *entry.story;
  if (!arguments.json) {
    world.out << "story/" << story.id << "\n\n" << story.title << "\n";
    return Exit::Ok;
  }
  std::string text;
  for (std::size_t i = 0; i < kSectionCount; ++i)
    text += fmt::format("{}{}: {}", text.empty() ? "" : "\n\n", to_string(kSections[i]), story.sections[i]);
  Json json = reply();
  json["item"] = story_item_json(entry, study);
  json["front"] = story.title;
  json["back"] = text;
  json["extra"] = "";
  json["outcomes"] = outcomes_json(study.preview("story/" + story.id), study.rule());
  write_json(world.out, json);
  return Exit::Ok;
}

Exit print_none(const Queue& queue, const Study& study, const Arguments& arguments, World& world) {
  if (arguments.json) {
    Json json = reply();
    json["item"] = nullptr;
    json["next_due"] = queue.next ? due_json(*queue.next, study.rule()) : Json(nullptr);
    json["deferred"] = queue.deferred;
    json["new_deferred"] = queue.fresh_deferred;
    write_json(world.out, json);
  } else if (queue.deferred + queue.fresh_deferred > 0) {
    world.out << fmt::format("{}; {} due and {} new wait.\n",
                             study.off(study.today()) ? "A day off"
                                                      : fmt::format("Today's {:g} minutes are used", queue.budget_minutes),
                             queue.deferred, queue.fresh_deferred);
  } else {
    world.out << "Nothing is due.\n";
  }
  return Exit::NotMet;
}

Grade need_grade(const std::string& text) {
  if (const auto grade = parse_grade(text)) return *grade;
  throw UsageError(fmt::format("'{}' is not a grade{}; use again, hard, good or easy", text,
                               did_you_mean(text, {"again", "hard", "good", "easy"})));
}

int step_count(const Arguments& arguments) {
  return arguments.operands.empty() ? 1 : whole_number("undo", arguments.operands[0], 1, 1000);
}

Exit print_changes(const std::vector<Event>& events, std::string_view verb, std::string_view none,
                   const Arguments& arguments, World& world) {
  if (arguments.json) {
    Json json = reply();
    json["events"] = Json::array();
    for (const Event& event : events)
      json["events"].push_back({{"event", event.id}, {"item", event.item}, {"text", describe(event)}});
    write_json(world.out, json);
  } else if (events.empty()) {
    world.out << none << "\n";
  } else {
    for (const Event& event : events) world.out << verb << ": " << describe(event) << "\n";
  }
  return events.empty() ? Exit::NotMet : Exit::Ok;
}

}  // namespace

Exit run_next(const Arguments& arguments, World& world) {
  const Kinds kinds = kinds_from(arguments);
  const QueueFilter filter = filter_from(arguments);
  const auto study = open_study(arguments, world);
  check_filter(filter, study->library());
  Queue queue;
  if (kinds.cards) {
    queue = study->queue(filter);
    if (!queue.cards.empty()) return print_card(queue.cards.front(), *study, arguments, world);
  }
  if (kinds.stories) {
    const auto stories = study->stories_today();
    if (!stories.empty()) return print_story(stories.front(), *study, arguments, world);
  }
  return print_none(queue, *study, arguments, world);
}

Exit run_answer(const Arguments& arguments, World& world) {
  const Grade grade = need_grade(arguments.operands[1]);
  std::optional<std::chrono::milliseconds> took;
  if (const auto seconds = arguments.number("--seconds", 0, 86400))
    took = std::chrono::milliseconds(static_cast<std::int64_t>(*seconds * 1000));
  const auto study = open_study(arguments, world);
  const std::string item = need_item(*study, arguments.operands[0]);
  const Answered done = study->answer(item, grade, took);
  const Standing& standing = done.after.standing;
  if (arguments.json) {
    Json json = reply();
    json["event"] = done.event.id;
    json["item"] = item;
    json["grade"] = to_string(grade);
    json["state"] = to_string(standing.phase);
    json["due"] = due_json(standing.due, study->rule());
    json["interval_days"] = done.interval_days;
    json["stability"] = rounded(study->model().days_to_90(*standing.memory));
    json["difficulty"] = rounded(standing.memory->difficulty.level);
    json["leech"] = done.leech;
    json["suspended"] = done.after.suspended;
    write_json(world.out, json);
    return Exit::Ok;
  }
  world.out << fmt::format("{}: {}, next {}\n", item, to_string(grade),
                           standing.due.at ? "in " + span_label(done.wait)
                                           : fmt::format("in {} on {}", span_label_days(done.interval_days), short_date(standing.due.day)));
  if (done.became_leech) world.out << leech_remark(done) << "\n";
  return Exit::Ok;
}

Exit run_undo(const Arguments& arguments, World& world) {
  const int count = step_count(arguments);
  const auto study = open_study(arguments, world);
  std::vector<Event> taken;
  for (int i = 0; i < count; ++i) {
    auto event = study->undo();
    if (!event) break;
    taken.push_back(std::move(*event));
  }
  return print_changes(taken, "Took back", "There is nothing to take back.", arguments, world);
}

Exit run_redo(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  std::vector<Event> back;
  if (auto event = study->redo()) back.push_back(std::move(*event));
  return print_changes(back, "Brought back", "There is nothing to bring back.", arguments, world);
}

}  // namespace starling
