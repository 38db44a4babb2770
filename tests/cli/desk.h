// A learner at a desk: whole commands in memory, over a study folder in a temporary place.
#pragma once

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/terminal/terminal.h"
#include "cli/world.h"
#include "log/log.h"
#include "study/study.h"
#include "support/built.h"
#include "support/home.h"
#include "support/parsed_decks.h"
#include "text/text.h"

namespace starling::test {

using Json = nlohmann::json;

// What a person sees: the rows of a terminal, made of the text that was written to it and the codes below. Behind a row as
// wide as the window the cursor stands on its last letter, and clearing takes that along.
class Rows {
 public:
  explicit Rows(std::string_view written, int width) : width_(width) {
    for (std::size_t at = 0; at < written.size();) at = take(written, at);
  }
  [[nodiscard]] const std::vector<std::string>& rows() const { return rows_; }
  [[nodiscard]] std::string text() const {
    std::string all;
    for (const std::string& row : rows_) all += row + "\n";
    return all;
  }

 private:
  std::size_t take(std::string_view written, std::size_t at) {
    if (written[at] == '\n') {
      next_row();
      return at + 1;
    }
    if (written[at] != '\x1b') {
      rows_.back().resize(std::max(rows_.back().size(), column_), ' ');
      row().replace(std::min(column_, row().size()), 1, 1, written[at]);
      ++column_;
      return at + 1;
    }
    std::size_t end = at + 2;
    while (end < written.size() && (written[end] < 0x40 || written[end] > 0x7e)) ++end;
    const std::string_view code = written.substr(at + 2, end - at - 1);
    if (code == "H") row_ = 0, column_ = 0;
    if (code == "K") clear();
    if (code == "J") {
      clear();
      rows_.resize(row_ + 1);
    }
    return end + 1;
  }
  void clear() {
    row().resize(std::min(column_, row().size()));
    if (display_width(row()) >= width_) row().pop_back();
  }
  std::string& row() { return rows_[row_]; }
  void next_row() {
    ++row_;
    column_ = 0;
    if (row_ == rows_.size()) rows_.emplace_back();
  }

  int width_;
  std::vector<std::string> rows_{""};
  std::size_t row_ = 0;
  std::size_t column_ = 0;  // in bytes: rows are written from their beginning on
};

// Keys and lines given beforehand; the end of input when they run out.
class ScriptedTerminal : public Terminal {
 public:
  int width = 80;
  int height = 24;
  std::deque<Key> keys;
  std::deque<TypedLine> lines;
  int waits = 0;  // how many timed waits pass before a key comes
  bool moves = true;
  std::ostringstream* screen = nullptr;  // what is written to: a desk sets it
  std::vector<std::string> seen;         // the screen whenever a key or a line was asked for

  [[nodiscard]] int columns() const override { return width; }
  [[nodiscard]] int rows() const override { return height; }
  [[nodiscard]] const ScreenCodes* codes() const override {
    static const ScreenCodes codes{"\x1b[?1049h", "\x1b[?1049l", "\x1b[H", "\x1b[A", "\x1b[K", "\x1b[J", "", ""};
    return moves ? &codes : nullptr;
  }
  void begin_screen() override { note(codes()->begin); }
  void end_screen() override { note(codes()->end); }
  std::optional<Key> key(std::optional<std::chrono::milliseconds> wait) override {
    look();
    if (wait && waits > 0) {
      --waits;
      return std::nullopt;
    }
    if (keys.empty()) return key::kLeave;
    const Key next = keys.front();
    keys.pop_front();
    return next;
  }
  TypedLine line(std::string_view, std::string_view, const std::function<void()>&) override {
    look();
    if (lines.empty()) return {"", TypedLine::End::Leave};
    TypedLine next = lines.front();
    lines.pop_front();
    return next;
  }
  void forget_typed() override {}

 private:
  void note(const std::string& code) const {
    if (screen) *screen << code;
  }
  void look() {
    if (!screen) return;
    const std::string all = screen->str();
    seen.push_back(Rows(std::string_view(all).substr(all.rfind(codes()->begin)), width).text());
  }
};

// Lines that end with Enter.
inline std::deque<TypedLine> typed_lines(const std::vector<std::string>& texts) {
  std::deque<TypedLine> lines;
  for (const std::string& text : texts) lines.push_back({text, TypedLine::End::Enter});
  return lines;
}

// Runs on by a second with every look at it.
class TickingClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override { return at_ += std::chrono::seconds(1); }

 private:
  mutable Instant at_{};
};

struct Reply {
  int exit = 0;
  std::string out;
  std::string err;
  [[nodiscard]] Json json() const { return Json::parse(out); }
};

class Desk {
 public:
  TemporaryFolder folder;
  std::string in;  // standard input of the next call
  ScriptedTerminal* terminal = nullptr;
  int columns = 80;
  std::string editor;  // a command
  bool colour = false;
  bool homeless = false;  // nothing says where a study folder is
  std::function<bool(const std::string&)> browse;  // none: there is no browser
  std::function<std::function<void()>(const std::filesystem::path&)> record;  // none: there is no recorder
  std::optional<std::filesystem::path> user;  // HOME
  SplitMix64 dice{Seed{1}};  // of the names of devices: equal seeds, equal names

  [[nodiscard]] std::filesystem::path home() const { return folder / "study"; }
  // Where a Study of this desk lies.
  [[nodiscard]] StudyPlace place() {
    return {StudyFolder(home()), ContentFolder(shipped_content()), folder / "cache/starling", folder / "state/starling", "/etc/machine-id",
            [this] { return dice.next(); }};
  }

  Reply run(const std::vector<std::string>& words) {
    std::ostringstream out;
    if (terminal) terminal->screen = &out;
    Reply reply = run_onto(out, words);
    if (terminal) terminal->screen = nullptr;
    reply.out = out.str();
    return reply;
  }

  // With an output of one's own in place of `Reply::out`.
  Reply run_onto(std::ostream& out, const std::vector<std::string>& words) {
    std::istringstream input(in);
    std::ostringstream err;
    World world{.in = input, .out = out, .err = err, .clock = clock_, .stopwatch = stopwatch_, .terminal = terminal,
                .home = homeless ? "" : home(), .content = shipped_content(), .editor = editor, .colour = colour,
                .columns = columns, .user = user, .cache = folder / "cache/starling", .state = folder / "state/starling",
                .entropy = [this] { return dice.next(); }, .browse = browse, .record = record};
    Reply reply;
    reply.exit = static_cast<int>(dispatch(words, world));
    reply.err = err.str();
    return reply;
  }

  // Words split at blanks.
  Reply operator()(const std::string& line) { return run(split(line)); }
  Reply run_onto(std::ostream& out, const std::string& line) { return run_onto(out, split(line)); }

  // The real program here: all its words, and the environment that makes this its machine.
  [[nodiscard]] std::vector<std::string> command(std::vector<std::string> words) const {
    words.insert(words.begin(), test::kProgram);
    words.insert(words.end(), {"--home", home().string()});
    return words;
  }
  [[nodiscard]] std::vector<std::string> environment(std::vector<std::string> more = {}) const {
    more.insert(more.end(), {"XDG_CACHE_HOME=" + (folder / "cache").string(), "XDG_STATE_HOME=" + (folder / "state").string()});
    return more;
  }

  // A folder whose plan starts on Monday 2026-11-23, in UTC. Its cache has the shipped decks already.
  void begin(const std::string& more = "") {
    folder.write("study/starling.toml", "start = 2026-11-23\ninterview = 2027-05-07\n[day]\ntime_zone = \"UTC\"\n" + more);
    keep_parsed_decks(place());
  }
  void add_deck(const std::string& name, const std::string& text) { folder.write("study/decks/" + name, text); }
  void add_sample_stories() {
    for (const auto& file : std::filesystem::directory_iterator(shipped_content() / "examples/stories"))
      folder.write("study/stories/" + file.path().filename().string(), text_of(file.path()));
  }

 private:
  static std::vector<std::string> split(const std::string& line) {
    std::istringstream words(line);
    std::vector<std::string> list;
    for (std::string word; words >> word;) list.push_back(word);
    return list;
  }

  FixedClock clock_{*parse_instant()};
  TickingClock stopwatch_;
  static std::optional<Instant> parse_instant() {
    return DayRule("UTC", 4).moment(day("2026-11-23"), std::chrono::hours(12));
  }
};

inline bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

// In columns, of its widest line.
inline int widest(const std::string& text) {
  int width = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) width = std::max(width, display_width(line));
  return width;
}

// A call that fails, says `part` on standard error and nothing on standard output.
inline void check_refused(Desk& desk, const std::string& line, const std::string& part, int exit = 2) {
  CAPTURE(line);
  const Reply reply = desk(line);
  CHECK(reply.exit == exit);
  CHECK(reply.out.empty());
  CAPTURE(reply.err);
  CHECK(reply.err.find(part) != std::string::npos);
}

// One deck with a card of every checked kind, for sittings that type answers.
inline const char* kEveryKind = R"(schema = 1
[deck]
id = "kinds"
title = "Every kind"
area = "mixed"
weeks = [1]
[[card]]
id = "basic"
kind = "basic"
front = "Basic question?"
back = "Basic answer"
[[card]]
id = "typed"
kind = "typed"
front = "Who wrote *Faust*?"
answer = "Goethe"
accept = ["Johann Wolfgang von Goethe"]
[[card]]
id = "number"
kind = "number"
front = "How long is a day?"
answer = 24
unit = "h"
tolerance = 0
[[card]]
id = "choice"
kind = "choice"
front = "Which is even?"
options = [ { text = "Two", correct = true }, { text = "Three", why_not = "Three is odd." }, { text = "Five", why_not = "Five is odd." } ]
[[card]]
id = "ordered"
kind = "ordered"
front = "Order them"
items = ["one", "two", "three"]
[[card]]
id = "cloze"
kind = "cloze"
text = "A quorum of {{1::three}} of five."
[[card]]
id = "code"
kind = "code"
front = "Finish the loop"
lang = "python"
code = '''
while lo < hi:
    {{1::mid = (lo + hi) // 2}}
'''
)";

}  // namespace starling::test
