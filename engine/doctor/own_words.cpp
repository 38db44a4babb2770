#include "doctor/own_words.h"

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "plan/plan.h"

namespace starling {

namespace {

constexpr std::string_view kNote = "a note";
constexpr std::string_view kTitle = "a title";

class Words {
 public:
  void add(const std::string& text, std::string_view what) {
    if (!text.empty()) list_.push_back({text, what, false, false});
  }
  void add(const std::vector<std::string>& texts, std::string_view what) {
    for (const std::string& text : texts) add(text, what);
  }
  void add(const std::optional<std::string>& text, std::string_view what) {
    if (text) add(*text, what);
  }
  void add(const std::vector<PartScore>& scores) {
    for (const PartScore& each : scores) add(each.name, "a part of a score");
  }
  // As it is written in a file, a line break by its sign.
  void add_written(const std::string& text, std::string_view what) {
    if (!text.empty()) list_.push_back({text, what, false, true});
  }
  void add_written(const std::optional<std::string>& text, std::string_view what) {
    if (text) add_written(*text, what);
  }
  void add_story(std::string_view id) {
    if (!id.empty()) list_.push_back({id, "the id of a story", true, false});
  }
  void add_item(const ItemId& item) {
    if (item.kind() == ItemKind::Story || item.kind() == ItemKind::Probe || is_of_stories(item)) add_story(item.text());
  }
  void add_task(std::string_view id) {
    if (id.starts_with(kOwnTask)) list_.push_back({id, "the id of a task of your own", true, false});
  }
  std::vector<OwnWords> take() { return std::move(list_); }

 private:
  std::vector<OwnWords> list_;
};

// Each takes its event apart to the last field: an event, or a field, that comes later does not compile before it is said
// here whether it holds words.
void add_of(Words& words, const Answered& e) {
  [[maybe_unused]] const auto& [item, grade, took, phase, step, due, parts, told, trusted] = e;
  words.add_item(item);
}
void add_of(Words& words, const Suspended& e) {
  const auto& [item] = e;
  words.add_item(item);
}
void add_of(Words& words, const Unsuspended& e) {
  const auto& [item] = e;
  words.add_item(item);
}
void add_of(Words& words, const Flagged& e) {
  const auto& [item, note] = e;
  words.add_item(item);
  words.add(note, "a flag");
}
void add_of(Words& words, const Unflagged& e) {
  const auto& [item] = e;
  words.add_item(item);
}
void add_of(Words& words, const Buried& e) {
  [[maybe_unused]] const auto& [item, until] = e;
  words.add_item(item);
}
void add_of(Words& words, const Moved& e) {
  [[maybe_unused]] const auto& [item, due] = e;
  words.add_item(item);
}
void add_of(Words&, const Adopted& e) { [[maybe_unused]] const auto& [weights] = e; }
void add_of(Words& words, const TaskDone& e) {
  [[maybe_unused]] const auto& [task, count, minutes, note] = e;
  words.add_task(task);
  words.add(note, kNote);
}
void add_of(Words& words, const Measured& e) {
  [[maybe_unused]] const auto& [metric, value, unit, note] = e;
  words.add(unit, "a unit");
  words.add(note, kNote);
}
void add_of(Words& words, const Solved& e) {
  [[maybe_unused]] const auto& [problem, title, size, minutes, solved, patterns, note] = e;
  words.add(title, kTitle);
  words.add(patterns, "a pattern");
  words.add(note, kNote);
}
void add_of(Words& words, const Designed& e) {
  [[maybe_unused]] const auto& [exercise, title, level, minutes, scores, note] = e;
  words.add(title, kTitle);
  words.add(scores);
  words.add(note, kNote);
}
void add_of(Words& words, const Studied& e) {
  [[maybe_unused]] const auto& [area, minutes, note] = e;
  words.add(note, kNote);
}
void add_of(Words& words, const Mocked& e) {
  [[maybe_unused]] const auto& [type, level, minutes, scores, feedback, note] = e;
  words.add(scores);
  words.add(feedback, "feedback of a mock");
  words.add(note, kNote);
}
void add_of(Words&, const FeedbackClosed& e) { [[maybe_unused]] const auto& [mock, point] = e; }
void add_of(Words& words, const GoalsSet& e) {
  [[maybe_unused]] const auto& [week, goals] = e;
  words.add(goals, "a goal");
}
void add_of(Words& words, const Debriefed& e) {
  [[maybe_unused]] const auto& [question, principle, story, follow_ups, rating] = e;
  words.add(question, "a question of the interview");
  words.add_story(story);
  words.add(follow_ups, "a follow-up of the interview");
}
void add_of(Words& words, const InterviewOutcome& e) {
  [[maybe_unused]] const auto& [result, reasons] = e;
  words.add(reasons, "a reason of the outcome");
}
void add_of(Words& words, const Won& e) {
  [[maybe_unused]] const auto& [text, tags, kind, year] = e;
  words.add(text, "a win");
  words.add(tags, "a win");
}
void add_of(Words&, const WinDropped& e) { [[maybe_unused]] const auto& [win] = e; }
void add_of(Words& words, const SettingSet& e) {
  const auto& [key, before, after] = e;
  words.add(key, "a setting");
  words.add_written(before, "a setting as it was");
  words.add_written(after, "a setting");
}
void add_of(Words& words, const Replanned& e) {
  const auto& [what, before, after] = e;
  words.add(what, "a change of the plan");
  words.add_written(before, "a change of the plan");
  words.add_written(after, "a change of the plan");
}
void add_of(Words& words, const Imported& e) {
  [[maybe_unused]] const auto& [item, phase, memory, last_at, last_day, due, reviews, lapses] = e;
  words.add_item(item);
}
void add_of(Words& words, const Renamed& e) {
  const auto& [from, to] = e;
  words.add_item(from);
  words.add_item(to);
}
void add_of(Words&, const Undone& e) { [[maybe_unused]] const auto& [deed, order] = e; }
void add_of(Words&, const Redone& e) { [[maybe_unused]] const auto& [deed, order] = e; }
void add_of(Words& words, const Unknown& e) {
  [[maybe_unused]] const auto& [kind, text] = e;
  words.add_written(text, "what a newer version wrote");
}

}  // namespace

std::vector<OwnWords> own_words(const Event& event) {
  Words words;
  std::visit([&](const auto& each) { add_of(words, each); }, event);
  return words.take();
}

}  // namespace starling
