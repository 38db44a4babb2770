#include "cli/screen/day.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

// "Week 5: 6 of 14 tasks, 7 of 15 problems", once there is something to say.
std::string week_text(const WeekDone& week, int number) {
  if (week.tasks_done == 0 && week.problems_done == 0) return "";
  std::string text = fmt::format("Week {}: {} of {}", number, week.tasks_done, counted(week.tasks, "task"));
  if (week.problems_done > 0 && week.problems == 0)
    text += fmt::format(", {}, none planned", counted(week.problems_done, "problem"));
  else if (week.problems_done > 0)
    text += fmt::format(", {} of {}", week.problems_done, counted(week.problems, "problem"));
  return text;
}

std::string heading(const DayView& view, const Style& style, int width, bool low) {
  std::string left = long_date(view.date);
  if (view.in_plan) left += fmt::format(" · week {}, day {}", view.at.week, view.at.day);
  const std::string right = view.days_left > 0   ? fmt::format("{} to the interview", counted(view.days_left, "day"))
                            : view.days_left == 0 ? std::string("the interview is today")
                                                  : std::string();
  std::string text = style.bold(at_both_ends(left, right, width)) + "\n";
  if (low) return text;
  const bool by_plan = view.interview_by_plan && view.days_left >= 0;
  const std::string whose = fmt::format("Interview by the plan, {}; yours: starling date DATE", long_date(view.interview));
  if (!view.in_plan) return text + (by_plan ? style.dim(paragraph(whose, width)) : "") + "\n";
  const std::string subject = fmt::format("{} · {}{}{}", view.phase, view.theme, view.title.empty() ? "" : " · ", view.title);
  text += style.dim(paragraph(subject, width));
  if (const std::string done = week_text(view.week, view.at.week); !done.empty()) text += style.dim(paragraph(done, width));
  if (by_plan) text += style.dim(paragraph(whose, width));
  return text + "\n";
}

constexpr int kNumberColumns = 4;  // "  7 "

std::string task_line(const TaskView& view, const Style& style, int width) {
  const Task& task = *view.task;
  const double target = target_of(task);
  const std::string state = view.done >= target ? "done"
                            : view.done > 0     ? fmt::format("{:g} of {:g}", view.done, target)
                                                : duration(view.minutes);
  const std::string note = width >= 60 ? fmt::format("{:10} {:>7}", to_string(task.area), state) : state;
  std::string title = task.title;
  if (!task.level.empty()) title += fmt::format(" ({} scale)", task.level.front());
  if (task.optional) title += " (optional)";
  const int room = width - kNumberColumns - display_width(note) - 2;
  return fmt::format("{:>3} ", view.number) + padded(shorten(title, room), room) + "  " + style.dim(note) + "\n";
}

std::string slot_lines(const SlotView& slot, const Style& style, int width) {
  if (slot.tasks.empty()) return "";
  int minutes = 0;
  std::string lines;
  for (const TaskView& each : slot.tasks) {
    minutes += each.minutes;
    lines += task_line(each, style, width);
  }
  const std::string right = minutes > slot.minutes ? fmt::format("{} of {}", duration(minutes), duration(slot.minutes))
                                                   : duration(minutes);
  return style.accent(at_both_ends(capitalised(to_string(slot.slot)), right, width)) + "\n" + lines;
}

// "31 answers, 92 % recalled, 8 min"
std::string done_text(const DoneToday& done) {
  std::string text;
  if (done.answers > 0)
    text = fmt::format("{}, {:.0f} % recalled", counted(done.answers, "answer"), 100.0 * done.recalled / done.answers);
  if (done.tellings > 0) text += fmt::format("{}{}", text.empty() ? "" : ", ", counted(done.tellings, "telling"));
  if (done.minutes >= 0.5) text += fmt::format(", {:.0f} min", done.minutes);
  else if (done.minutes >= 1.0 / 60) text += fmt::format(", {:.0f} s", done.minutes * 60);
  return text;
}

std::string review_lines(const DayView& view, const Style& style, int width) {
  const AgendaCounts& review = view.review;
  const bool any = review.due + review.fresh > 0;
  const bool cannot_read = std::ranges::find(view.notices, "unreadable", &Notice::kind) != view.notices.end();
  const std::string right = any ? fmt::format("about {:.0f} of {:g} min", std::max(1.0, review.minutes), review.budget_minutes)
                                : std::string(cannot_read ? "own decks unreadable" : "nothing due");
  std::string lines = style.accent(at_both_ends("Cards", right, width)) + "\n";
  if (any) {
    std::string what;
    if (review.due > 0) what = fmt::format("{} due", review.due);
    if (review.fresh > 0) what += fmt::format("{}{} new", what.empty() ? "" : ", ", review.fresh);
    lines += "  - " + at_both_ends(what, "starling review", width - 4) + "\n";
  }
  const std::string done = done_text(view.done);
  return done.empty() ? lines : lines + paragraph("Done: " + done, width, kNumberColumns);
}

constexpr int kLeastTitle = 16;  // narrower than this, the command stands below the title

// The title with the command that begins its telling.
std::string story_line(const StoryAskedView& story, int width) {
  const std::string command = fmt::format("starling story tell {}", story.item.name());
  const int room = width - kNumberColumns - display_width(command) - 2;
  if (room < kLeastTitle) return fmt::format("  - {}\n    {}\n", shorten(story.title, width - kNumberColumns), command);
  return "  - " + at_both_ends(shorten(story.title, room), command, width - kNumberColumns) + "\n";
}

std::string story_lines(const DayView& view, const Style& style, int width, bool low) {
  if (view.stories.empty() && view.wants_story) return style.accent(at_both_ends("Stories: none yet", "starling story new TITLE", width)) + "\n";
  if (view.stories.empty() && view.drafts > 0)
    return style.accent(at_both_ends("Stories: " + counted(view.drafts, "draft", "drafts"), "starling story list", width)) + "\n";
  if (view.stories.empty()) return "";
  std::string lines = style.accent("Stories") + "\n";
  for (const StoryAskedView& story : view.stories) {
    lines += story_line(story, width);
    if (low) continue;
    const std::string_view principle = story.principle ? principles()[*story.principle].name : "no principle";
    lines += "    " + style.dim(shorten(fmt::format("{} · {}", principle, story.reason), width - 4)) + "\n";
  }
  return lines;
}

}  // namespace

std::string day_screen(const DayView& view, const Style& style, int width, bool low) {
  std::string text = heading(view, style, width, low);
  for (const SlotView& slot : view.slots) text += slot_lines(slot, style, width);
  text += review_lines(view, style, width);
  text += story_lines(view, style, width, low);
  for (const ChecklistView& each : view.checklists) {
    text += style.accent(each.title) + "\n";
    for (const ChecklistLine& line : each.lines)
      text += hanging(fmt::format("{:>3} [{}] ", line.number, line.done ? "x" : " "), line.text, width);
  }
  if (!view.notices.empty() && !low) text += "\n";
  for (const Notice& notice : view.notices)  // but for what was said when the folder was opened
    if (notice.kind != "problem" && notice.kind != "newer") text += style.dim(paragraph(notice.text, width));
  if (view.planned > 0 && !low)
    text += style.dim(paragraph(fmt::format("{}: {} of {} today.", view.review.minutes > 0 ? "Tasks and cards" : "Tasks",
                                            duration(view.planned + view.review.minutes), duration(view.available)), width));
  return text;
}

std::string lists_screen(std::span<const ChecklistView> lists, const Style& style, int width) {
  if (lists.empty()) return paragraph("No line of a list is open.", width);
  std::string text;
  for (const ChecklistView& each : lists) {
    text += (text.empty() ? "" : "\n") + style.accent(each.title) + "\n";
    for (const ChecklistLine& line : each.lines)
      text += hanging("  [ ] ", line.text, width) + style.dim(paragraph(fmt::format("starling check {}", line.id), width, 6));
  }
  return text;
}

}  // namespace starling
