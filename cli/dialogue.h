// How a sitting talks to a person line by line: where there is no terminal, or one that cannot move its cursor.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/editing.h"
#include "cli/screen.h"
#include "cli/world.h"

namespace starling {

// '3' of "good" and whatever else is read as a grade: for the words of Dialogue::choose.
[[nodiscard]] std::optional<char> grade_key(std::string_view word);

class Dialogue {
 public:
  // Without colours and bold where the terminal is not known.
  explicit Dialogue(World& world);

  [[nodiscard]] int width() const;
  [[nodiscard]] const Style& style() const { return style_; }
  void say(std::string_view text);

  // One of `keys`, or Enter as '\n' where that is among them: a line of one character, with or without a colon before it, an
  // empty one for Enter, `words` such as "good" for their key, and what `prompt` has behind a key: "yes" of "y yes". Any
  // other line is asked again. 'q' at the end of input.
  char choose(std::string_view prompt, std::string_view keys,
              const std::function<std::optional<char>(std::string_view)>& words = {});

  // A line of text without control characters; nothing at the end of input. The last row of `prompt` is plain text.
  std::optional<std::string> ask(std::string_view prompt);

  [[nodiscard]] Instant stopwatch() const;

 private:
  World& world_;
  Style style_;
};

// Which of kMendLines.
[[nodiscard]] AfterEdit ask_to_mend(Dialogue& talk);

}  // namespace starling
