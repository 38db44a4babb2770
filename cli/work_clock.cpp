#include "cli/work_clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/dialogue.h"
#include "cli/full_screen.h"
#include "cli/screen/to_do.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::chrono::milliseconds kLook{250};

bool leaves(Key key) { return key == 'q' || key == key::kLeave; }

class WorkByKeys {
 public:
  WorkByKeys(const ClockedWork& work, World& world) : work_(work), world_(world), screen_(world) {}

  Worked run() {
    Instant began = screen_.stopwatch();
    while (true) {
      if (!paused_) took_ = before_ + (screen_.stopwatch() - began);
      screen_.show([this] { return frame(); });
      const auto key = screen_.key(kLook);
      if (!key) continue;
      if (leaves(*key)) return {took_, false};
      if (*key == key::kEnter) return {took_, true};
      if (*key == 'o' && opens()) open_next();
      if (*key != ' ') continue;
      before_ = took_;
      began = screen_.stopwatch();
      paused_ = !paused_;
    }
  }

 private:
  Frame frame() const {
    const int width = screen_.width();
    const Style& style = screen_.style();
    const int seconds = static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(took_).count());
    const std::string keys = fmt::format("Enter: done · space: {}{} · q: leave", paused_ ? "go on" : "pause", opens() ? " · o: open" : "");
    return {style.bold(paragraph(work_.title, width)) + "\n", work_.text(style, width),
            "\n" + work_clock(seconds, work_.minutes, style, width) + (paused_ ? style.warn("Paused.") + "\n" : "") + said_ + style.dim(paragraph(keys, width))};
  }

  [[nodiscard]] bool opens() const { return world_.browse && !work_.pages.empty(); }

  // One after the other, and again from the first.
  void open_next() {
    const std::string& page = work_.pages[next_page_++ % work_.pages.size()];
    said_ = world_.browse(page) ? "" : paragraph(fmt::format("No browser took {}.", page), screen_.width());
  }

  const ClockedWork& work_;
  World& world_;
  FullScreen screen_;
  std::size_t next_page_ = 0;
  std::string said_;
  std::chrono::milliseconds took_{};
  std::chrono::milliseconds before_{};  // the pauses left out
  bool paused_ = false;
};

std::string whole_text(const ClockedWork& work, const Style& style, int width) {
  return "\n" + style.bold(paragraph(work.title, width)) + "\n" + work.text(style, width) + "\n";
}

Worked work_by_lines(const ClockedWork& work, World& world) {
  Dialogue talk(world);
  talk.say(whole_text(work, talk.style(), talk.width()));
  talk.say(talk.style().dim(paragraph("Enter when you are finished, q leaves.", talk.width())));
  const Instant began = talk.stopwatch();
  const auto line = talk.ask(work_clock(0, work.minutes, talk.style(), talk.width()));
  return {talk.stopwatch() - began, line && trimmed(*line) != "q"};
}

}  // namespace

Worked work_by_clock(const ClockedWork& work, World& world) {
  return terminal_by_keys(world) ? WorkByKeys(work, world).run() : work_by_lines(work, world);
}

bool read_through(const ClockedWork& work, World& world) {
  if (!terminal_by_keys(world)) {
    Dialogue talk(world);
    talk.say(whole_text(work, talk.style(), talk.width()));
    return true;
  }
  FullScreen screen(world);
  screen.show([&] {
    const int width = screen.width();
    return Frame{screen.style().bold(paragraph(work.title, width)), work.text(screen.style(), width),
                 "\n" + screen.style().dim(paragraph("Enter: go on · arrows scroll · q: leave", width))};
  });
  while (true) {
    const auto key = screen.key();
    if (key && leaves(*key)) return false;
    if (key && (*key == key::kEnter || *key == ' ')) return true;
  }
}

int whole_minutes(std::chrono::milliseconds took) {
  return std::max(1, static_cast<int>(std::lround(std::chrono::duration<double, std::ratio<60>>(took).count())));
}

}  // namespace starling
