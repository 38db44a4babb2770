// Runs the learner's editor on a file, at a line, and waits for it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace starling {

// What opens a text: $VISUAL, else $EDITOR, else the first of `editor`, `nano`, `vi` in the folders of $PATH. A command
// as a shell reads it; empty where there is none.
// Away from a terminal nobody could type into one that was not named.
[[nodiscard]] std::string editor_command(std::string_view visual, std::string_view editor, std::string_view path,
                                         bool at_terminal = true);

enum class EditorEnd {
  Closed,    // went well
  NotFound,
  Failed,    // with an exit code, as by vim's :cq
  Killed     // by a signal
};
struct EditorRun {
  EditorEnd end = EditorEnd::Closed;
  int number = 0;         // of Failed and Killed: the exit code or the signal
  bool changed = false;   // the file has another text than before, however the editor ended
  std::string program;    // as it was named, without its arguments; empty where none is set and none was found
};

// Opens `file` at `line`, from 1, as far as the editor is known to take one. Ctrl-C and Ctrl-\ are the editor's while
// it runs. Where the output is no terminal, the editor has the stream of errors in its place. The terminal is to be as a
// program finds it; it is left so, whatever the editor did to it.
[[nodiscard]] EditorRun run_editor(const std::string& command, const std::filesystem::path& file, int line);

// What there is to say of it; empty where it went well and the file was changed.
[[nodiscard]] std::string sentence_of(const EditorRun& run);

// Behind the editor's command, for a file at a line: {"+14", "/x/lead.toml"} of vi. `program` is a path or a name.
[[nodiscard]] std::vector<std::string> editor_arguments(const std::filesystem::path& program, const std::string& file,
                                                        int line);

}  // namespace starling
