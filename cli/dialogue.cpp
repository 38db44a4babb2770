#include "cli/dialogue.h"

#include <fmt/format.h>

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

Dialogue::Dialogue(World& world)
    : world_(world), style_(world.terminal && world.terminal->codes() == nullptr ? Style(Ink()) : Style(world.colour)) {}

int Dialogue::width() const { return text_width(world_); }
Instant Dialogue::stopwatch() const { return world_.stopwatch.now(); }

void Dialogue::say(std::string_view text) { world_.out << text << std::flush; }

char Dialogue::choose(std::string_view prompt, std::string_view keys,
                      const std::function<std::optional<char>(std::string_view)>& words) {
  say(prompt);
  while (true) {
    std::optional<char> given;
    std::string line;
    if (!std::getline(world_.in, line)) return 'q';
    const std::string_view word = trimmed(line);
    if (words) given = words(word);
    if (word.empty()) given = '\n';
    else if (word.size() == 1 || (word.size() == 2 && word[0] == ':')) given = word.back();
    else if (!given && prompt.find(fmt::format("{} {}", word[0], word)) != prompt.npos) given = word[0];
    if (given && keys.find(*given) != keys.npos) return *given;
    say(fmt::format("Not one of the choices: {}\n", shorten(word, 40)));
  }
}

std::optional<std::string> Dialogue::ask(std::string_view prompt) {
  say(prompt);
  std::string line;
  if (!std::getline(world_.in, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

AfterEdit ask_to_mend(Dialogue& talk) {
  const char key = talk.choose(talk.style().dim(paragraph(kMendLines, talk.width())), "eu\nq");
  return key == 'e' ? AfterEdit::EditAgain : key == 'u' ? AfterEdit::PutBack : AfterEdit::LeaveSo;
}

}  // namespace starling
