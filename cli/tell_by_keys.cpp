// Telling a story at a terminal: the clock, then the text to look through while each part is graded.
#include <fmt/format.h>

#include <cmath>
#include <ostream>

#include "cli/full_screen.h"
#include "cli/open_study.h"
#include "cli/screen/card.h"
#include "cli/screen/telling.h"
#include "cli/tell.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::chrono::milliseconds kTick{250};

int whole_seconds(std::chrono::milliseconds span) {
  return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(span).count());
}

class TellByKeys {
 public:
  TellByKeys(Study& study, const Story& story, World& world)
      : study_(study),
        story_(story),
        screen_(world),
        target_(story.target_seconds.value_or(study.settings().target_seconds)) {}

  // Nothing where the learner left before the last grade.
  std::optional<AnswerView> run() {
    if (!tell()) return std::nullopt;
    const auto grade = ask_grades();
    if (!grade) return std::nullopt;
    return study_.answer(*study_.library().find(story_item(story_.id)), *grade, told_, parts_).view;
  }
  [[nodiscard]] int seconds() const { return whole_seconds(told_); }

 private:
  // The clock ----------------------------------------------------------------------------------------------------------

  bool tell() {
    Instant began = screen_.stopwatch();
    while (true) {
      if (!paused_) told_ = before_ + (screen_.stopwatch() - began);
      screen_.show([this] { return clock_frame(); });
      const auto key = screen_.key(kTick);
      if (!key) continue;
      const bool leaves = *key == 'q' || *key == key::kLeave;
      if (leaves && leaving_) return false;
      leaving_ = leaves;
      if (*key == 'p') {
        before_ = told_;
        began = screen_.stopwatch();
        paused_ = !paused_;
      }
      if (*key != ' ' && *key != key::kEnter) continue;
      // A key that slipped ends no telling.
      if (seconds() * 2 >= target_ || short_) return true;
      short_ = true;
    }
  }

  Frame clock_frame() const {
    const int width = screen_.width();
    const std::string head = screen_.style().bold(paragraph(story_.title, width)) + paragraph(principles_line(story_), width);
    std::string foot;
    if (leaving_) foot = note("q again leaves; nothing of this telling is kept.");
    else if (short_) foot = note(fmt::format("{} of {}: space again if that was all of it.", clock_time(seconds()), clock_time(target_)));
    foot += dim(paused_ ? "Paused. p: go on · q: leave" : "Tell it aloud. space: done · p: pause · q: leave");
    return {head + "\n", clock_face(seconds(), target_, screen_.style(), width), "\n" + foot};
  }

  // Grades -------------------------------------------------------------------------------------------------------------

  std::optional<Grade> ask_grades() {
    leaving_ = false;
    screen_.begin_anew();
    while (true) {
      screen_.show([this] { return text_frame(); });
      const auto key = screen_.key();
      if (!key) continue;
      const bool leaves = *key == 'q' || *key == key::kLeave;
      if (leaves && leaving_) return std::nullopt;
      leaving_ = leaves;
      if (*key == 'u' && !parts_.empty()) parts_.pop_back();
      const bool all = parts_.size() == std::size(kTellingParts);
      if (all && (*key == ' ' || *key == key::kEnter)) return proposed_grade(parts_);
      if (*key < '1' || *key > '4') continue;
      const auto grade = static_cast<Grade>(*key - '0');
      if (all) return grade;
      parts_.push_back({std::string(kTellingParts[parts_.size()]), grade});
    }
  }

  Frame text_frame() const {
    const int width = screen_.width();
    const std::string head = screen_.style().bold(paragraph(story_.title, width)) + paragraph(length_remark(seconds(), target_), width);
    return {head, story_text(story_, screen_.style(), width), "\n" + grades_foot(width)};
  }

  [[nodiscard]] std::string grades_foot(int width) const {
    std::string text;
    for (const Part& part : parts_) text += fmt::format("{}{} {}", text.empty() ? "" : " · ", part.name, to_string(part.grade));
    if (!text.empty()) text = paragraph(text, width);
    if (leaving_) return text + note("q again leaves; nothing of this telling is kept.");
    if (parts_.size() < std::size(kTellingParts)) {
      text += screen_.style().bold(fmt::format("{}: how did it come back?", capitalised(kTellingParts[parts_.size()]))) + "\n";
      return text + dim("1 again · 2 hard · 3 good · 4 easy · u: one back · q: leave");
    }
    const Grade proposed = proposed_grade(parts_);
    return text + grade_lines(study_.preview(*study_.library().find(story_item(story_.id))), proposed, screen_.style(), width) +
           dim(fmt::format("space: {}, the weakest part · u: one back", to_string(proposed)));
  }

  [[nodiscard]] std::string note(std::string_view text) const { return screen_.style().warn(paragraph(text, screen_.width())); }
  [[nodiscard]] std::string dim(std::string_view text) const { return screen_.style().dim(paragraph(text, screen_.width())); }

  Study& study_;
  const Story& story_;
  FullScreen screen_;
  int target_;
  std::chrono::milliseconds told_{};
  std::chrono::milliseconds before_{};  // the pauses left out
  bool paused_ = false;
  bool short_ = false;    // said to be done, and asked whether that is so
  bool leaving_ = false;  // q was pressed, and asked whether that is meant
  std::vector<Part> parts_;
};

}  // namespace

bool tell_by_keys(Study& study, const Story& story, World& world) {
  std::optional<AnswerView> done;
  int seconds = 0;
  {
    TellByKeys telling(study, story, world);
    done = telling.run();
    seconds = telling.seconds();
  }
  if (done)
    world.out << fmt::format("Saved: {}, {}. Next on {}.\n", to_string(done->grade), clock_time(seconds), short_date(done->due.day));
  else
    world.out << fmt::format("Left after {}; nothing of that telling is kept.\n", clock_time(seconds));
  return done.has_value();
}

}  // namespace starling
