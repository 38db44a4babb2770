#include "cli/dialogue.h"

#include <fmt/format.h>

#include <istream>
#include <ostream>
#include <utility>

#include "cli/open_study.h"
#include "cli/terminal/terminal.h"
#include "memory/memory.h"
#include "source/source.h"
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
  for (auto line = ask(prompt); line; line = ask("")) {
    std::optional<char> given;
    const std::string_view word = trimmed(*line);
    if (words) given = words(word);
    if (word.empty()) given = '\n';
    else if (word.size() == 1 || (word.size() == 2 && word[0] == ':')) given = word.back();
    else if (!given && prompt.find(fmt::format("{} {}", word[0], word)) != prompt.npos) given = word[0];
    if (given && keys.find(*given) != keys.npos) return *given;
    say(fmt::format("Not one of the choices: {}\n", shorten(word, 40)));
  }
  return 'q';
}

std::optional<std::string> Dialogue::ask(std::string_view prompt) {
  const std::size_t last_row = prompt.rfind('\n') + 1;
  say(prompt.substr(0, last_row));
  prompt.remove_prefix(last_row);
  if (auto typed = world_.terminal ? world_.terminal->ask(prompt) : std::nullopt)
    return typed->end == TypedLine::End::Enter ? std::optional(std::move(typed->text)) : std::nullopt;
  say(prompt);
  std::string line;
  if (!std::getline(world_.in, line)) return std::nullopt;
  if (line.ends_with('\r')) line.pop_back();
  return without_controls(line);
}

AfterEdit ask_to_mend(Dialogue& talk) {
  const char key = talk.choose(talk.style().dim(paragraph(kMendLines, talk.width())), "eu\nq");
  return key == 'e' ? AfterEdit::EditAgain : key == 'u' ? AfterEdit::PutBack : AfterEdit::LeaveSo;
}

}  // namespace starling
