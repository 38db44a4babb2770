#include "cli/full_screen.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace starling {

namespace {

constexpr int kNarrowest = 10;
constexpr int kWidest = 100;

}  // namespace

Terminal* terminal_by_keys(const World& world) {
  return world.terminal != nullptr && world.terminal->codes() != nullptr ? world.terminal : nullptr;
}

FullScreen::FullScreen(World& world) : world_(world), terminal_(*world.terminal), style_(world.colour) {
  terminal_.begin_screen();
}

FullScreen::~FullScreen() {
  world_.out.flush();
  terminal_.end_screen();
}

int FullScreen::width() const { return std::clamp(terminal_.columns(), kNarrowest, kWidest); }

void FullScreen::show(std::function<Frame()> make) {
  make_ = std::move(make);
  draw(false);
}

void FullScreen::reveal(int line) {
  if (line < scroll_ || line >= scroll_ + page_) scroll_to(line);
}

void FullScreen::scroll_to(int line) {
  scroll_ = line;
  draw(false);
}

void FullScreen::draw(bool for_line) {
  const ScreenCodes& codes = *terminal_.codes();
  const int rows = terminal_.rows() - (for_line ? 1 : 0);
  FittedFrame frame = fitted(make_(), std::max(1, rows), scroll_);
  if (rows < 1) frame.lines.clear();
  scroll_ = frame.scroll;
  page_ = frame.page;
  // Behind a line as wide as the window the cursor stands on its last letter: what clears comes before it, or a row below.
  std::string text = codes.cut + codes.home;
  for (std::size_t i = 0; i < frame.lines.size(); ++i) {
    text += codes.clear_line + frame.lines[i];
    if (for_line || static_cast<int>(i) + 1 < rows) text += "\n";
  }
  if (for_line || static_cast<int>(frame.lines.size()) < rows) text += codes.clear_below;
  world_.out << text << codes.wrap << std::flush;
}

bool FullScreen::scroll(Key key) {
  switch (key) {
    case key::kUp: --scroll_; return true;
    case key::kDown: ++scroll_; return true;
    case key::kPageUp: scroll_ -= page_; return true;
    case key::kPageDown: scroll_ += page_; return true;
    case key::kHome: scroll_ = 0; return true;
    case key::kEnd: scroll_ += 10'000; return true;
    default: return false;
  }
}

std::optional<Key> FullScreen::key(std::optional<std::chrono::milliseconds> wait) {
  while (true) {
    const auto next = terminal_.key(wait);
    if (!next) return std::nullopt;
    if (*next != key::kRedraw && !scroll(*next)) return next;
    draw(false);
  }
}

TypedLine FullScreen::line(std::function<Frame()> make, std::string_view prompt, std::string_view start) {
  make_ = std::move(make);
  draw(true);
  return terminal_.line(prompt, start, [this] { draw(true); });
}

void FullScreen::begin_anew() {
  scroll_ = 0;
  terminal_.forget_typed();
}

void FullScreen::outside(const std::function<void()>& work) {
  world_.out.flush();
  terminal_.end_screen();
  work();
  terminal_.begin_screen();
}

}  // namespace starling
