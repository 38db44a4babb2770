#include "cli/terminal/line_editor.h"

#include <histedit.h>

#include <algorithm>
#include <clocale>
#include <cstdio>
#include <deque>
#include <memory>
#include <utility>
#include <string>

#include "text/text.h"

namespace starling {

namespace {

// More than anybody types as an answer; what is pasted beyond it is left out.
constexpr std::size_t kLongestLine = 4000;
// A control letter without a meaning of its own stands for Delete: Ctrl-D would end the line.
constexpr wchar_t kDeleteLetter = 0x1f;

// The letter under which libedit knows a key; 0 for one that edits nothing.
wchar_t letter_of(Key key) {
  switch (key) {
    case key::kHome: return L'\x01';
    case key::kLeft: return L'\x02';
    case key::kEnd: return L'\x05';
    case key::kRight: return L'\x06';
    case key::kEraseRest: return L'\x0b';
    case key::kEraseLine: return L'\x15';
    case key::kEraseWord: return L'\x17';
    case key::kBackspace: return L'\x7f';
    case key::kDelete: return kDeleteLetter;
    case key::kEnter: return L'\n';
    default: return key < key::kNothing && key >= 0x20 ? static_cast<wchar_t>(key) : L'\0';
  }
}

}  // namespace

struct LineEditor::Inside {
  struct Close {
    void operator()(EditLine* edited) const { el_end(edited); }
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::function<Stroke()> next;
  std::unique_ptr<std::FILE, Close> nowhere{std::fopen("/dev/null", "w")};
  std::unique_ptr<EditLine, Close> line;
  std::wstring prompt;
  std::deque<wchar_t> given;  // stands in the line from the beginning
  const std::function<void()>* redraw = nullptr;
  TypedLine::End end = TypedLine::End::Enter;
  bool stale = false;  // what stands on the screen may not be the line

  static Inside& of(EditLine* line) {
    void* self = nullptr;
    el_wget(line, EL_CLIENTDATA, &self);
    return *static_cast<Inside*>(self);
  }
  static wchar_t* prompt_of(EditLine* line) { return of(line).prompt.data(); }
  static int read_one(EditLine* line, wchar_t* letter) { return of(line).read(letter); }

  [[nodiscard]] std::u32string typed() const {
    const LineInfoW* info = el_wline(line.get());
    return {info->buffer, info->lastchar};
  }

  void draw_anew() {
    (*redraw)();
    el_resize(line.get());
    el_wset(line.get(), EL_REFRESH);
  }
  // libedit draws the change from one line to the next, and loses its place where a letter of two columns crosses the edge.
  [[nodiscard]] bool has_wide_letters() const {
    std::string text;
    const std::u32string letters = typed();
    for (const char32_t each : letters) append_character(text, each);
    return display_width(text) > static_cast<int>(letters.size());
  }

  // 1 with a letter, 0 where the line is left.
  int read(wchar_t* letter) {
    if (!given.empty()) {
      *letter = given.front();
      given.pop_front();
      return 1;
    }
    if (std::exchange(stale, false)) draw_anew();
    while (true) {
      const Stroke stroke = next();
      if (stroke.key == key::kRedraw) {
        draw_anew();
        continue;
      }
      if (stroke.key == key::kEscape || stroke.key == key::kLeave) {
        end = stroke.key == key::kEscape ? TypedLine::End::Escape : TypedLine::End::Leave;
        return 0;
      }
      *letter = letter_of(stroke.key);
      const bool edits = *letter < 0x20 || *letter == L'\x7f';
      if (*letter == L'\0' || (!edits && typed().size() >= kLongestLine)) continue;
      stale = has_wide_letters();
      return 1;
    }
  }
};

LineEditor::LineEditor(std::function<Stroke()> next) : inside_(new Inside) {
  Inside& in = *inside_;
  in.next = std::move(next);
  // Letters go to the screen as UTF-8 whatever the environment says, as all other text does.
  std::setlocale(LC_CTYPE, "C.UTF-8");
  in.line.reset(el_init("starling", stdin, stdout, in.nowhere ? in.nowhere.get() : stderr));
  EditLine* line = in.line.get();
  if (line == nullptr) return;
  el_wset(line, EL_CLIENTDATA, &in);
  el_wset(line, EL_EDITOR, L"emacs");
  el_wset(line, EL_SIGNAL, 0);
  // Before a line and behind it the terminal stays as it is in a screen: what is typed meanwhile is not echoed.
  el_wset(line, EL_SETTY, L"-x", L"-isig", L"-icanon", L"-echo", L"-iexten", nullptr);
  el_wset(line, EL_SETTY, L"-d", L"-isig", L"-ixon", nullptr);
  el_wset(line, EL_GETCFN, Inside::read_one);
  el_wset(line, EL_PROMPT, Inside::prompt_of);
  el_wset(line, EL_BIND, L"^_", L"ed-delete-next-char", nullptr);
  el_wset(line, EL_BIND, L"^W", L"ed-delete-prev-word", nullptr);
}

LineEditor::~LineEditor() = default;

int LineEditor::rows_above_cursor(int columns) const {
  const LineInfoW* info = el_wline(inside_->line.get());
  std::string before;
  for (const wchar_t letter : inside_->prompt + std::wstring(info->buffer, info->cursor)) append_character(before, static_cast<char32_t>(letter));
  return display_width(before) / std::max(1, columns);
}

TypedLine LineEditor::read(std::string_view prompt, std::string_view start, const std::function<void()>& redraw) {
  Inside& in = *inside_;
  if (!in.line) return {"", TypedLine::End::Leave};
  const auto wide = [](std::string_view text) {
    const std::u32string letters = to_characters(text);
    return std::wstring(letters.begin(), letters.end());
  };
  in.prompt = wide(prompt);
  const std::wstring given = wide(start.substr(0, kLongestLine));
  in.given.assign(given.begin(), given.end());
  in.redraw = &redraw;
  in.end = TypedLine::End::Enter;
  el_resize(in.line.get());
  int count = 0;
  const wchar_t* read = el_wgets(in.line.get(), &count);
  const std::u32string letters =
      read == nullptr ? in.typed() : std::u32string(read, read + static_cast<std::size_t>(std::max(count, 0)));
  TypedLine typed{"", read == nullptr && in.end == TypedLine::End::Enter ? TypedLine::End::Leave : in.end};
  for (const char32_t letter : letters)
    if (letter >= 0x20 && letter != 0x7f) append_character(typed.text, letter);
  el_reset(in.line.get());
  return typed;
}

}  // namespace starling
