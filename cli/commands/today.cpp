// `today`: the day on one screen.
#include <fmt/format.h>

#include <ostream>

#include "cli/commands.h"
#include "cli/json.h"
#include "cli/open_study.h"
#include "cli/screen.h"
#include "cli/terminal/terminal.h"
#include "text/text.h"

namespace starling {

namespace {

struct Notice {
  std::string kind;
  std::string text;
};

// Everything the screen and the JSON show.
struct DayView {
  Position at;
  const PlanDay* day = nullptr;  // absent before the plan's first day and after its last
  Queue queue;
  std::vector<QueuedStory> stories;
  std::vector<const Checklist*> checklists;
  std::vector<Notice> notices;
  int planned = 0;
  int available = 0;
  int days_left = 0;
};

int overdue(const Queue& queue) {
  int count = 0;
  for (const QueuedCard& card : queue.cards) count += card.reason == "overdue" ? 1 : 0;
  return count;
}

std::vector<Notice> notices(const Study& study, const DayView& view) {
  std::vector<Notice> list;
  if (view.at.before)
    list.push_back({"plan", fmt::format("The plan starts on {}.", long_date(study.start()))});
  if (view.at.after) list.push_back({"plan", "The plan's 24 weeks are over; reviews go on."});
  if (study.off(study.today())) {
    list.push_back({"off", view.queue.deferred > 0
                               ? fmt::format("A day off: nothing is asked, {} for the days after it.",
                                             counted(view.queue.deferred, "review waits", "reviews wait"))
                               : "A day off: nothing is asked."});
    return list;
  }
  if (study.rests(study.today())) list.push_back({"rest", "A rest day: reviews only, nothing new."});
  if (view.queue.deferred > 0)
    list.push_back({"deferred", fmt::format("{} wait for another day: today holds {:g} minutes.",
                                            counted(view.queue.deferred, "review"), view.queue.budget_minutes)});
  if (view.queue.fresh_deferred > 0)
    list.push_back({"deferred", fmt::format("{} more new cards wait: {}.", view.queue.fresh_deferred,
                                            view.queue.fresh_left == 0
                                                ? fmt::format("at most {} a day are begun", study.settings().new_per_day)
                                                : fmt::format("today holds {:g} minutes", view.queue.budget_minutes))});
  if (const int late = overdue(view.queue); late > 0)
    list.push_back({"behind", fmt::format("{} from earlier days {} in today's list.", counted(late, "review"),
                                          late == 1 ? "is" : "are")});
  for (const std::string& warning : date_warnings(study.plan(), study.start(), study.interview()))
    list.push_back({"date", warning});
  for (const Problem& problem : study.problems())
    if (problem.severity == Severity::Error) list.push_back({"problem", to_line(problem)});
  return list;
}

DayView view_of(const Study& study) {
  DayView view;
  view.at = study.position();
  if (!view.at.before && !view.at.after) view.day = day_of(study.plan(), view.at.week, view.at.day);
  view.queue = study.queue();
  view.stories = study.stories_today();
  view.checklists = checklists_on(study.plan(), study.start(), study.interview(), study.today());
  view.days_left = days_between(study.today(), study.interview());
  if (view.day)
    for (const Task& task : view.day->tasks) view.planned += task.minutes;
  for (const int minutes : study.settings().slot_minutes) view.available += minutes;
  view.notices = notices(study, view);
  return view;
}

std::string phase_name(const Study& study, int week) {
  const PhaseOfPlan* phase = phase_of(study.plan(), week);
  return phase ? phase->name : "";
}

std::string theme(const Study& study, int week) {
  const Month* month = month_entry(study.plan(), month_of(week));
  return month ? month->theme : "";
}

Json slots_json(const Study& study, const DayView& view) {
  Json slots = Json::array();
  for (const Slot slot : kSlots) {
    Json tasks = Json::array();
    if (view.day)
      for (const Task& task : view.day->tasks)
        if (task.slot == slot) tasks.push_back(task_json(task));
    slots.push_back({{"slot", to_string(slot)},
                     {"minutes", study.settings().slot_minutes[static_cast<std::size_t>(slot)]},
                     {"tasks", std::move(tasks)}});
  }
  return slots;
}

Json checklists_json(const DayView& view) {
  Json lists = Json::array();
  for (const Checklist* list : view.checklists) {
    Json items = Json::array();
    for (const ChecklistItem& item : list->items) items.push_back({{"id", item.id}, {"text", item.text}});
    lists.push_back({{"id", list->id}, {"title", list->title}, {"items", std::move(items)}});
  }
  return lists;
}

Json day_as_json(const Study& study, const DayView& view) {
  Json json = reply();
  json["date"] = to_string(study.today());
  json["week"] = view.at.week;
  json["day"] = view.at.day;
  json["phase"] = phase_name(study, view.at.week);
  json["month"] = month_of(view.at.week);
  json["theme"] = theme(study, view.at.week);
  json["title"] = view.day ? view.day->title : "";
  json["level"] = study.settings().level;
  json["interview"] = {{"date", to_string(study.interview())}, {"days_left", view.days_left}};
  json["slots"] = slots_json(study, view);
  Json items = Json::array();
  for (const QueuedCard& card : view.queue.cards) items.push_back(card_json(card, study));
  json["review"] = {{"due", view.queue.due},
                    {"new", view.queue.fresh},
                    {"deferred", view.queue.deferred},
                    {"new_deferred", view.queue.fresh_deferred},
                    {"minutes", rounded(view.queue.minutes, 2)},
                    {"spent_minutes", rounded(view.queue.spent_minutes, 2)},
                    {"budget_minutes", view.queue.budget_minutes},
                    {"items", std::move(items)}};
  Json stories = Json::array();
  for (const QueuedStory& story : view.stories) stories.push_back(story_item_json(story, study));
  json["stories"] = std::move(stories);
  json["checklists"] = checklists_json(view);
  json["minutes"] = {{"planned", view.planned}, {"available", view.available}};
  Json notes = Json::array();
  for (const Notice& notice : view.notices) notes.push_back({{"kind", notice.kind}, {"text", notice.text}});
  json["notices"] = std::move(notes);
  return json;
}

std::string heading(const Study& study, const DayView& view, const Style& style, int width, bool low) {
  std::string left = long_date(study.today());
  if (view.day) left += fmt::format(" · week {}, day {}", view.at.week, view.at.day);
  const std::string right = view.days_left > 0   ? fmt::format("{} to the interview", counted(view.days_left, "day"))
                            : view.days_left == 0 ? std::string("the interview is today")
                                                  : std::string();
  std::string text = style.bold(at_both_ends(left, right, width)) + "\n";
  if (low) return text;
  if (!view.day) return text + "\n";
  const std::string subject = fmt::format("{} · {}{}{}", phase_name(study, view.at.week), theme(study, view.at.week),
                                          view.day->title.empty() ? "" : " · ", view.day->title);
  return text + style.dim(paragraph(subject, width)) + "\n";
}

void print_tasks(std::ostream& out, const Study& study, const DayView& view, const Style& style, int width) {
  if (!view.day) return;
  const bool wide = width >= 60;
  for (const Slot slot : kSlots) {
    int minutes = 0;
    std::string lines;
    for (const Task& task : view.day->tasks) {
      if (task.slot != slot) continue;
      minutes += task.minutes;
      std::string note = wide ? fmt::format("{:10} {:>7}", to_string(task.area), duration(task.minutes))
                              : duration(task.minutes);
      std::string title = task.title;
      if (!task.level.empty()) title += fmt::format(" ({} scale)", task.level.front());
      if (task.optional) title += " (optional)";
      const int room = width - 4 - display_width(note) - 2;
      lines += "  - " + padded(shorten(title, room), room) + "  " + style.dim(note) + "\n";
    }
    if (lines.empty()) continue;
    const std::string name = capitalised(to_string(slot));
    const int room = study.settings().slot_minutes[static_cast<std::size_t>(slot)];
    const std::string right = minutes > room ? fmt::format("{} of {}", duration(minutes), duration(room)) : duration(minutes);
    out << style.accent(at_both_ends(name, right, width)) << "\n" << lines;
  }
}

void print_review(std::ostream& out, const DayView& view, const Style& style, int width) {
  const Queue& queue = view.queue;
  std::string right = queue.cards.empty() ? std::string("nothing due")
                                          : fmt::format("about {:.0f} of {:g} min", std::max(1.0, queue.minutes),
                                                        queue.budget_minutes);
  out << style.accent(at_both_ends("Cards", right, width)) << "\n";
  if (!queue.cards.empty()) {
    std::string what;
    if (queue.due > 0) what = fmt::format("{} due", queue.due);
    if (queue.fresh > 0) what += fmt::format("{}{} new", what.empty() ? "" : ", ", queue.fresh);
    out << "  - " << at_both_ends(what, "starling review", width - 4) << "\n";
  } else if (queue.spent_minutes > 0) {
    out << fmt::format("  Done for today: {:.0f} min.\n", queue.spent_minutes);
  }
}

void print_stories(std::ostream& out, const DayView& view, const Style& style, int width, bool low) {
  if (view.stories.empty()) return;
  out << style.accent(at_both_ends("Stories", "starling story tell", width)) << "\n";
  for (const QueuedStory& entry : view.stories) {
    const auto principle = primary_principle(*entry.story);
    out << "  - " << shorten(entry.story->title, width - 4) << "\n";
    if (low) continue;
    out << "    "
        << style.dim(shorten(fmt::format("{} · {}", principle ? principles()[*principle].name : "no principle",
                                         entry.reason),
                             width - 4))
        << "\n";
  }
}

void print_day(std::ostream& out, const Study& study, const DayView& view, const Style& style, int width, bool low) {
  out << heading(study, view, style, width, low);
  print_tasks(out, study, view, style, width);
  print_review(out, view, style, width);
  print_stories(out, view, style, width, low);
  for (const Checklist* list : view.checklists) {
    out << style.accent(list->title) << "\n";
    for (const ChecklistItem& item : list->items) out << hanging("  [ ] ", item.text, width);
  }
  if (!view.notices.empty() && !low) out << "\n";
  for (const Notice& notice : view.notices)
    if (notice.kind != "problem") out << style.dim(paragraph(notice.text, width));
  if (view.planned > 0 && !low)
    out << style.dim(fmt::format("Tasks: {} of {} today.", duration(view.planned), duration(view.available))) << "\n";
}

}  // namespace

Exit run_today(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const DayView view = view_of(*study);
  if (arguments.json) {
    write_json(world.out, day_as_json(*study, view));
    return Exit::Ok;
  }
  const int width = text_width(world);
  print_day(world.out, *study, view, Style(world.colour), width, is_low(world));
  if (!world.terminal || view.queue.cards.empty()) return Exit::Ok;
  world.out << paragraph("Enter: review. Any other key: leave.", width) << std::flush;
  const auto key = world.terminal->key();
  return key == '\n' ? run_review(arguments, world) : Exit::Ok;
}

}  // namespace starling
