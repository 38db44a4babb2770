// A drill at a terminal: a question, a clock of half a minute, a mark.
#include <fmt/format.h>

#include <utility>

#include "cli/full_screen.h"
#include "cli/probe_drill.h"
#include "cli/screen/card_frame.h"
#include "cli/screen/probes.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::chrono::milliseconds kDrillTick{250};
constexpr std::string_view kKeptNothing = "q again leaves; nothing of this drill is kept.";

class DrillByKeys {
 public:
  DrillByKeys(ProbeDrill& drill, World& world) : drill_(drill), screen_(world) {}

  // False where the learner left.
  bool run() {
    while (true) {
      const bool stays = drill_.is_over() ? look_back() : ask();
      if (!stays) return false;
      if (ended_) return true;
    }
  }

 private:
  // Until the question is marked, or the one before it is asked again. False where the learner leaves.
  bool ask() {
    began_ = screen_.stopwatch();
    took_ = {};
    stopped_ = false;
    screen_.begin_anew();
    while (true) {
      if (!stopped_) took_ = screen_.stopwatch() - began_;
      screen_.show([this] { return keys_ ? key_frame(screen_.style(), screen_.width()) : frame(); });
      const auto key = screen_.key(kDrillTick);
      if (!key || is_about_keys(*key)) continue;
      if (leaves(*key)) return false;
      if (*key == ' ' || *key == key::kEnter) stopped_ = true;
      if (*key == 'u' && !drill_.answers.empty()) {
        drill_.answers.pop_back();
        return true;
      }
      const auto mark = mark_of(*key);
      if (mark && take(*mark)) return true;
      if (!mark && *key != ' ' && *key != key::kEnter && *key != 'u') remark_on(*key);
    }
  }

  // The whole drill once more, before it is kept.
  bool look_back() {
    screen_.begin_anew();
    while (true) {
      screen_.show([this] { return keys_ ? key_frame(screen_.style(), screen_.width()) : end_frame(); });
      const auto key = screen_.key();
      if (!key || is_about_keys(*key)) continue;
      if (leaves(*key)) return false;
      if (*key == 'u') {
        drill_.answers.pop_back();
        return true;
      }
      if (*key != ' ' && *key != key::kEnter) {
        remark_on(*key);
        continue;
      }
      ended_ = true;
      return true;
    }
  }

  static std::optional<ProbeMark> mark_of(Key key) {
    if (key == 'r') return ProbeMark::Ready;
    if (key == 's') return ProbeMark::Shaky;
    if (key == 'n') return ProbeMark::None;
    return std::nullopt;
  }

  // False where the mark was taken back.
  bool take(ProbeMark mark) {
    stopped_ = true;
    if (mark == ProbeMark::Ready) {
      drill_.mark(mark, took_, "");
      return true;
    }
    const TypedLine line = screen_.line([this] { return line_frame(); }, "> ", drill_.own_answer());
    if (line.end == TypedLine::End::Leave) leaving_ = true;
    if (line.end != TypedLine::End::Enter) return false;
    drill_.mark(mark, took_, std::string(trimmed(line.text)));
    return true;
  }

  // Whether the key was for the list of keys, or closed it.
  bool is_about_keys(Key key) {
    said_ = "";
    const bool were_shown = std::exchange(keys_, key == '?' && !keys_);
    return were_shown || keys_;
  }
  void remark_on(Key key) {
    if (!leaving_ && key != key::kEscape && key != key::kNothing) said_ = kKeysRemark;
  }

  // Asks before it does.
  bool leaves(Key key) {
    const bool wants = key == 'q' || key == key::kLeave;
    const bool sure = wants && leaving_;
    leaving_ = wants;
    return sure;
  }

  [[nodiscard]] int seconds() const { return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(took_).count()); }
  [[nodiscard]] std::string head() const { return drill_head(drill_.story, drill_.now(), drill_.answers.size() + 1, drill_.steps.size(), screen_.style(), screen_.width()); }
  [[nodiscard]] std::string note() const {
    const std::string_view said = leaving_ ? kKeptNothing : said_;
    return said.empty() ? "" : screen_.style().warn(paragraph(said, screen_.width()));
  }
  [[nodiscard]] std::string dim(std::string_view text) const { return screen_.style().dim(paragraph(text, screen_.width())); }

  [[nodiscard]] Frame frame() const {
    const int width = screen_.width();
    std::string body = screen_.style().bold(paragraph(drill_.now().question.ask, width));
    const std::string own = stopped_ ? drill_.own_answer() : "";
    if (!own.empty()) body += "\n" + screen_.style().accent(paragraph(own, width));
    const std::string keys = stopped_ ? "r ready · s shaky · n none · u one back · q leave"
                                      : "Answer aloud. space: done · r ready · s shaky · n none · u one back · q leave";
    return {head(), body, "\n" + drill_clock(seconds(), screen_.style(), width) + note() + dim(keys)};
  }

  [[nodiscard]] Frame line_frame() const {
    const int width = screen_.width();
    return {head(), screen_.style().bold(paragraph(drill_.now().question.ask, width)), "\n" + dim("Your answer in a line. Enter leaves it open · Esc: back")};
  }

  [[nodiscard]] Frame end_frame() const {
    const int width = screen_.width();
    return {screen_.style().bold(paragraph(drill_.story.title, width)) + "\n", drill_marks(drill_.answers, screen_.style(), width),
            "\n" + note() + dim("Enter: keep it · u: one back · q: leave")};
  }

  ProbeDrill& drill_;
  FullScreen screen_;
  Instant began_{};
  std::chrono::milliseconds took_{};
  bool stopped_ = false;  // the answer was given
  bool leaving_ = false;  // q was pressed, and asked whether that is meant
  bool ended_ = false;
  bool keys_ = false;      // the list of keys is shown
  std::string_view said_;  // of the last key, where it is none
};

}  // namespace

bool drill_by_keys(ProbeDrill& drill, World& world) { return DrillByKeys(drill, world).run(); }

}  // namespace starling
