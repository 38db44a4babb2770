#include "cli/dialogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <istream>
#include <ostream>

#include "cli/open_study.h"
#include "cli/terminal/terminal.h"
#include "memory/memory.h"
#include "text/text.h"

namespace starling {

std::optional<char> grade_key(std::string_view word) {
  const auto grade = parse_grade(word);
  return grade ? std::optional(static_cast<char>('0' + static_cast<int>(*grade))) : std::nullopt;
}

Dialogue::Dialogue(World& world) : world_(world), style_(world.colour) {}

int Dialogue::width() const { return text_width(world_); }
bool Dialogue::by_keys() const { return world_.terminal != nullptr; }
Instant Dialogue::stopwatch() const { return world_.stopwatch.now(); }

void Dialogue::clear() { say(by_keys() && world_.terminal->can_move() ? "\x1b[2J\x1b[3J\x1b[H" : "\n"); }

void Dialogue::say(std::string_view text) { world_.out << text << std::flush; }

char Dialogue::choose(std::string_view prompt, std::string_view keys,
                      const std::function<std::optional<char>(std::string_view)>& words) {
  say(prompt);
  while (true) {
    std::optional<char> given;
    if (by_keys()) {
      given = world_.terminal->key();
      if (given && keys.find(*given) != keys.npos) {
        say("\n");
        return *given;
      }
      continue;
    }
    std::string line;
    if (!std::getline(world_.in, line)) return 'q';
    const std::string_view word = trimmed(line);
    if (words) given = words(word);
    if (!given) given = word.empty() ? '\n' : word[0];
    if (keys.find(*given) != keys.npos) return *given;
    say(fmt::format("Not one of the choices: {}\n", shorten(word, 40)));
  }
}

std::optional<std::string> Dialogue::ask(std::string_view prompt) {
  say(prompt);
  if (by_keys()) return world_.terminal->line();
  std::string line;
  if (!std::getline(world_.in, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

Dialogue::Timed Dialogue::wait(const std::function<std::string(int seconds)>& draw) {
  const Instant began = stopwatch();
  const auto took = [&] { return stopwatch() - began; };
  if (!by_keys()) {
    say(draw(0));
    std::string line;
    const bool more = static_cast<bool>(std::getline(world_.in, line));
    const bool leaves = !more || trimmed(line) == "q";
    return {leaves ? 'q' : ' ', took()};
  }
  int drawn_lines = 0;
  while (true) {
    const std::string text = draw(static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(took()).count()));
    if (world_.terminal->can_move()) {
      if (drawn_lines > 0) say(fmt::format("\x1b[{}A\r\x1b[J", drawn_lines));
      say(text);
      drawn_lines = static_cast<int>(std::count(text.begin(), text.end(), '\n'));
    } else if (drawn_lines == 0) {
      say(text);
      drawn_lines = 1;
    }
    const auto key = world_.terminal->key(std::chrono::milliseconds(250));
    if (key == ' ' || key == '\n') return {' ', took()};
    if (key == 'q') return {'q', took()};
  }
}

}  // namespace starling
