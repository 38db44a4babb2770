// A drill without a terminal that can move: a line ends an answer, and another marks it.
#include <fmt/format.h>

#include "cli/dialogue.h"
#include "cli/probe_drill.h"
#include "cli/screen/probes.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kDrillMarks = "r ready · s shaky · n none · u one back · q leave";

std::optional<char> mark_key(std::string_view word) {
  for (const ProbeMark mark : {ProbeMark::Ready, ProbeMark::Shaky, ProbeMark::None})
    if (word == to_string(mark)) return word[0];
  return std::nullopt;
}

class DrillByLines {
 public:
  DrillByLines(ProbeDrill& drill, World& world) : drill_(drill), talk_(world) {}

  bool run() {
    while (true) {
      const char key = drill_.is_over() ? look_back() : ask();
      if (key == 'q' && leaves()) return false;
      if (key == 'u' && !drill_.answers.empty()) drill_.answers.pop_back();
      if (key == '\n' && drill_.is_over()) return true;
    }
  }

 private:
  // What is to be done next: 'q', 'u', or a blank where the question was marked.
  char ask() {
    talk_.say("\n" + drill_head(drill_.story, drill_.now(), drill_.answers.size() + 1, drill_.steps.size(), talk_.style(), talk_.width()));
    talk_.say(talk_.style().bold(paragraph(drill_.now().question.ask, talk_.width())));
    talk_.say(hint(fmt::format("Answer aloud in {} s. Enter when you have, q leaves.", kProbeSeconds)));
    const Instant began = talk_.stopwatch();
    const auto line = talk_.ask("");
    if (!line || trimmed(*line) == "q") return 'q';
    const std::chrono::milliseconds took = talk_.stopwatch() - began;
    talk_.say(took_line(static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(took).count())));
    const std::string own = drill_.own_answer();
    if (!own.empty()) talk_.say(talk_.style().accent(paragraph(own, talk_.width())));
    const char key = talk_.choose(hint(kDrillMarks), "rsnuq", mark_key);
    return key == 'q' || key == 'u' ? key : mark(key, took);
  }

  char mark(char key, std::chrono::milliseconds took) {
    std::string own;
    if (key != 'r') {
      talk_.say(hint("Your answer in a line. Enter leaves it as it is."));
      own = talk_.ask("> ").value_or("");
    }
    drill_.mark(key == 'r' ? ProbeMark::Ready : key == 's' ? ProbeMark::Shaky : ProbeMark::None, took, std::string(trimmed(own)));
    return ' ';
  }

  char look_back() {
    talk_.say("\n" + drill_marks(drill_.answers, talk_.style(), talk_.width()));
    return talk_.choose(hint("Enter: keep it · u: one back · q: leave"), "\nuq");
  }

  bool leaves() { return talk_.choose(hint("Nothing of this drill is kept. q again leaves, Enter goes on."), "\nq") == 'q'; }

  [[nodiscard]] std::string hint(std::string_view text) const { return talk_.style().dim(paragraph(text, talk_.width())); }

  ProbeDrill& drill_;
  Dialogue talk_;
};

}  // namespace

bool drill_by_lines(ProbeDrill& drill, World& world) { return DrillByLines(drill, world).run(); }

}  // namespace starling
