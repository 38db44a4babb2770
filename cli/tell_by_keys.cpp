// Telling a story at a terminal: the clock, then the text to look through while each part is graded.
#include <fmt/format.h>

#include <cmath>
#include <ostream>
#include <sstream>
#include <utility>

#include "cli/full_screen.h"
#include "cli/open_study.h"
#include "cli/screen/card.h"
#include "cli/screen/card_frame.h"
#include "cli/screen/telling.h"
#include "cli/tell.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::chrono::milliseconds kTick{250};
constexpr std::chrono::milliseconds kAskedFor{5000};

int whole_seconds(std::chrono::milliseconds span) {
  return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(span).count());
}

// A telling from its clock to its grade. Where the learner leaves, nothing is kept.
class TellByKeys {
 public:
  TellByKeys(Study& study, const TellingTask& task, World& world)
      : study_(study), task_(task), story_(*task.story), screen_(world) {}

  std::optional<AnswerView> run() {
    const bool whole = tell();
    if (task_.told) task_.told();
    if (!whole) return std::nullopt;
    ended_.seconds = seconds();
    ended_.target_seconds = task_.target_seconds;
    if (!ask_figures()) return std::nullopt;
    const auto grade = ask_grades();
    if (!grade) return std::nullopt;
    return keep_telling(study_, task_, ended_, told_, marks_, *grade);
  }
  [[nodiscard]] int seconds() const { return whole_seconds(told_); }

 private:
  // The clock ----------------------------------------------------------------------------------------------------------

  bool tell() {
    Instant began = screen_.stopwatch();
    while (true) {
      if (!paused_) told_ = before_ + (screen_.stopwatch() - began);
      screen_.show([this] { return keys_ ? key_frame(screen_.style(), screen_.width()) : clock_frame(); });
      const auto key = screen_.key(kTick);
      if (!key || is_about_keys(*key)) continue;
      if (leaves(*key)) return false;
      const bool again = *key == key::kEnter && is_asked_again();
      ended_early_.reset();
      if (*key == ' ') {
        before_ = told_;
        began = screen_.stopwatch();
        paused_ = !paused_;
      }
      if (*key == 'm') mark();
      if (*key != ' ' && *key != 'm' && *key != key::kEnter) remark_on(*key);
      if (*key != key::kEnter) continue;
      // A key that slipped ends no telling.
      if (seconds() * 2 >= task_.target_seconds || again) return true;
      ended_early_ = told_;
    }
  }

  // Enter was pressed a moment ago, long before the target, and nothing else since.
  [[nodiscard]] bool is_asked_again() const { return ended_early_ && told_ - *ended_early_ <= kAskedFor; }

  // Whether the key was for the list of keys, or closed it.
  bool is_about_keys(Key key) {
    said_.clear();
    const bool were_shown = std::exchange(keys_, key == '?' && !keys_);
    return were_shown || keys_;
  }
  void remark_on(Key key) {
    if (!leaving_ && key != key::kEscape && key != key::kNothing) said_ = kKeysRemark;
  }

  // Twice the key in turn.
  bool leaves(Key key) {
    const bool asked = leaving_;
    leaving_ = key == 'q' || key == key::kLeave;
    return leaving_ && asked;
  }

  void mark() {
    if (story_.kind == StoryKind::Star && marks_.size() + 1 < kSectionCount) marks_.push_back(seconds());
  }

  Frame clock_frame() const {
    const int width = screen_.width();
    std::string foot;
    if (leaving_) foot = note(kLeaves);
    else if (!said_.empty()) foot = note(said_);
    else if (is_asked_again()) foot = note(fmt::format("{} of {}: Enter again if that was all of it.", clock_time(seconds()), clock_time(task_.target_seconds)));
    const std::string_view mark = story_.kind == StoryKind::Star ? " · m: next section" : "";
    foot += dim(paused_ ? "Paused. space: go on · q: leave" : fmt::format("Tell it aloud. space: pause{} · Enter: done · q: leave", mark));
    return {telling_head(task_, screen_.style(), width) + "\n",
            clock_face(story_.kind, seconds(), task_.target_seconds, marks_, screen_.style(), width), "\n" + foot};
  }

  // Figures ------------------------------------------------------------------------------------------------------------

  bool ask_figures() {
    leaving_ = false;
    screen_.begin_anew();
    for (const FigureAsked& asked : figures_asked(story_)) {
      while (true) {
        const TypedLine line = screen_.line([&] { return figures_frame(asked); }, "> ", "");
        if (line.end == TypedLine::End::Enter || line.end == TypedLine::End::Escape) {
          figures_.push_back({asked, line.text, figures_given(asked, line.text)});
          break;
        }
        if (leaves(key::kLeave)) return false;
      }
      leaving_ = false;
    }
    add_figures(ended_, figures_);
    return true;
  }

  Frame figures_frame(const FigureAsked& asked) const {
    const int width = screen_.width();
    std::string body = "\n";
    for (const FigureAnswer& answer : figures_)
      body += screen_.style().dim(hanging("  ", fmt::format("{} {}", answer.asked.ask, answer.typed.empty() ? "-" : answer.typed), width));
    body += screen_.style().bold(paragraph(asked.ask, width));
    return {screen_.style().bold(paragraph(story_.title, width)) + paragraph(length_remark(seconds(), task_.target_seconds), width), body,
            "\n" + (leaving_ ? note(kLeaves) : "") + dim("Before you see the text: its figures. Enter where none comes.")};
  }

  // Grades -------------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::size_t graded() const { return ended_.parts.size() - (figures_.empty() ? 0 : 1); }
  [[nodiscard]] bool all_graded() const { return graded() == telling_parts(story_.kind).size(); }

  std::optional<Grade> ask_grades() {
    leaving_ = false;
    screen_.begin_anew();
    std::size_t in_sight = graded();
    while (true) {
      screen_.show([this] { return keys_ ? key_frame(screen_.style(), screen_.width()) : text_frame(); });
      if (std::exchange(in_sight, graded()) != graded()) show_part();
      const auto key = screen_.key();
      if (!key || is_about_keys(*key)) continue;
      if (leaves(*key)) return std::nullopt;
      if (*key == 'u' && graded() > 0) ended_.parts.pop_back();
      const bool all = all_graded();
      if (all && (*key == ' ' || *key == key::kEnter)) {
        if (const auto proposed = proposed_grade(ended_)) return proposed;
        said_ = kNothingProposed;
      }
      if (*key < '1' || *key > '4') {
        if (*key != 'u' && said_.empty()) remark_on(*key);
        continue;
      }
      const auto grade = static_cast<Grade>(*key - '0');
      if (!all) ended_.parts.push_back({std::string(telling_parts(story_.kind)[graded()]), grade});
      else if (grade <= best_grade(ended_)) return grade;
      else said_ = why_no_better(ended_);
    }
  }

  // The text of the part that is asked for comes to the top of the window.
  void show_part() {
    if (all_graded()) return;
    const std::string heading = capitalised(telling_parts(story_.kind)[graded()]);
    std::istringstream lines(body(Style(Ink())));
    int number = 0;
    bool begins = true;
    for (std::string line; std::getline(lines, line); ++number) {
      if (begins && (line == heading || line.starts_with(heading + " "))) return screen_.scroll_to(number);
      begins = line.empty();
    }
  }

  [[nodiscard]] std::string body(const Style& style) const {
    return figures_text(figures_, style, screen_.width()) + telling_body(story_, task_.choice.length, style, screen_.width());
  }

  Frame text_frame() const {
    const int width = screen_.width();
    const std::string head = screen_.style().bold(paragraph(story_.title, width)) +
                             paragraph(length_remark(seconds(), task_.target_seconds), width) +
                             marks_text(marks_, task_.target_seconds, screen_.style(), width);
    return {head, body(screen_.style()), "\n" + grades_foot(width)};
  }

  [[nodiscard]] std::string grades_foot(int width) const {
    std::string text;
    for (const Part& part : ended_.parts) text += fmt::format("{}{} {}", text.empty() ? "" : " · ", part.name, to_string(part.grade));
    if (!text.empty()) text = paragraph(text, width);
    if (leaving_) return text + note(kLeaves);
    if (!said_.empty()) text += note(said_);
    if (!all_graded()) {
      text += screen_.style().bold(fmt::format("{}: how did it come back?", capitalised(telling_parts(story_.kind)[graded()]))) + "\n";
      return text + dim("1 again · 2 hard · 3 good · 4 easy · u: one back · q: leave");
    }
    const auto proposed = proposed_grade(ended_);
    const std::string keys = proposed ? fmt::format("space: {}, the weakest part", to_string(*proposed)) : "1 to 4: grade";
    return text + grade_lines(study_.preview(*study_.library().find(story_item(story_.id))), proposed, screen_.style(), width) +
           dim(keys + " · u: one back");
  }

  [[nodiscard]] std::string note(std::string_view text) const { return screen_.style().warn(paragraph(text, screen_.width())); }
  [[nodiscard]] std::string dim(std::string_view text) const { return screen_.style().dim(paragraph(text, screen_.width())); }

  static constexpr std::string_view kLeaves = "q again leaves; nothing of this telling is kept.";

  Study& study_;
  const TellingTask& task_;
  const Story& story_;
  FullScreen screen_;
  std::chrono::milliseconds told_{};
  std::chrono::milliseconds before_{};  // the pauses left out
  std::vector<int> marks_;              // seconds at which sections began
  bool paused_ = false;
  std::optional<std::chrono::milliseconds> ended_early_;  // told_ when it was said to be done, and asked whether that is so
  bool leaving_ = false;  // q was pressed, and asked whether that is meant
  bool keys_ = false;     // the list of keys is shown
  std::string said_;      // of the last key: that it is none, or why it gave no grade
  std::vector<FigureAnswer> figures_;
  EndedTelling ended_;
};

}  // namespace

bool tell_by_keys(Study& study, const TellingTask& task, World& world) {
  std::optional<AnswerView> done;
  int seconds = 0;
  {
    TellByKeys telling(study, task, world);
    done = telling.run();
    seconds = telling.seconds();
  }
  const int width = text_width(world);
  if (done)
    world.out << paragraph(kept_sentence(study, task, *done, seconds), width);
  else
    world.out << fmt::format("Left after {}; nothing of that telling is kept.\n", clock_time(seconds));
  return done.has_value();
}

}  // namespace starling
