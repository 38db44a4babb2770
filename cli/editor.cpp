#include "cli/editor.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <span>
#include <system_error>

#include "source/source.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 3> kUsualEditors{"editor", "nano", "vi"};
// How a line is named to them.
constexpr std::array<std::string_view, 20> kPlusLine{"vi",   "vim",   "nvim", "view", "gvim",        "elvis", "nvi",
                                                     "nano", "pico",  "rnano", "emacs", "emacsclient", "mg",    "jed",
                                                     "joe",  "micro", "kak",  "ne",   "mcedit",      "vis"};
constexpr std::array<std::string_view, 5> kColonLine{"hx", "helix", "subl", "zed", "zeditor"};
constexpr std::array<std::string_view, 5> kGoto{"code", "code-insiders", "codium", "vscodium", "cursor"};
// Open a window and come back at once unless they are told to wait.
constexpr std::array<std::string_view, 8> kWindows{"code",   "code-insiders", "codium", "vscodium",
                                                    "cursor", "subl",          "zed",    "zeditor"};

// As the shell says it.
constexpr int kNotFound = 127;
constexpr int kSignalBase = 128;

bool is_one_of(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool can_run(const std::filesystem::path& file) {
  std::error_code error;
  return std::filesystem::is_regular_file(file, error) && ::access(file.c_str(), X_OK) == 0;
}

std::optional<std::filesystem::path> find_program(std::string_view name, std::string_view path) {
  if (name.find('/') != name.npos) return can_run(name) ? std::optional<std::filesystem::path>(name) : std::nullopt;
  for (std::size_t start = 0; start <= path.size();) {
    const std::size_t end = std::min(path.find(':', start), path.size());
    const std::filesystem::path folder = end == start ? "." : path.substr(start, end - start);
    if (can_run(folder / name)) return folder / name;
    start = end + 1;
  }
  return std::nullopt;
}

// The first word of a command, as far as that is plain without a shell: nothing where it holds anything a shell would
// work out.
std::optional<std::string> first_word(std::string_view command) {
  std::string word;
  char quote = 0;
  for (std::size_t i = std::min(command.find_first_not_of(" \t"), command.size()); i < command.size(); ++i) {
    const char c = command[i];
    if (c == quote) {
      quote = 0;
    } else if (quote == '\'' || (quote == '"' && c != '\\' && c != '$' && c != '`')) {
      word += c;
    } else if (quote == 0 && (c == '\'' || c == '"')) {
      quote = c;
    } else if (quote == 0 && (c == ' ' || c == '\t')) {
      break;
    } else if (c == '\\' && i + 1 < command.size()) {
      word += command[++i];
    } else if (std::string_view("$`\\~*?[](){}<>|&;#=:!\n").find(c) != std::string_view::npos) {
      return std::nullopt;
    } else {
      word += c;
    }
  }
  return word.empty() || quote != 0 ? std::nullopt : std::optional(word);
}

// "vim" of "/usr/bin/vim.basic"
std::string bare_name(const std::filesystem::path& program) {
  const std::string name = program.filename().string();
  return name.substr(0, name.find('.'));
}

bool is_known(std::string_view name) {
  return is_one_of(kPlusLine, name) || is_one_of(kColonLine, name) || is_one_of(kGoto, name);
}

// Debian's `editor` is a link to a link to the one that the learner chose.
std::string known_name(const std::filesystem::path& program) {
  const std::string name = bare_name(program);
  if (is_known(name)) return name;
  std::error_code error;
  const auto target = std::filesystem::canonical(program, error);
  return error ? name : bare_name(target);
}

// Ctrl-C and Ctrl-\ go to the whole foreground; here they are ignored until the editor is done, as git does it. So is the
// end of the terminal, which ends the editor: what is half done in a file is taken back before Starling ends too.
class DeafToSignals {
 public:
  DeafToSignals() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigemptyset(&ignore.sa_mask);
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &ignore, &before_[i]);
  }
  ~DeafToSignals() {
    for (std::size_t i = 0; i < kSignals.size(); ++i) ::sigaction(kSignals[i], &before_[i], nullptr);
  }
  DeafToSignals(const DeafToSignals&) = delete;
  DeafToSignals& operator=(const DeafToSignals&) = delete;

  // Those that the editor is to obey: whoever started Starling deaf to them meant its children too.
  [[nodiscard]] sigset_t for_child() const {
    sigset_t set;
    ::sigemptyset(&set);
    for (std::size_t i = 0; i < kSignals.size(); ++i)
      if (before_[i].sa_handler != SIG_IGN) ::sigaddset(&set, kSignals[i]);
    ::sigaddset(&set, SIGXFSZ);  // main ignores it for itself
    return set;
  }

 private:
  static constexpr std::array<int, 4> kSignals{SIGINT, SIGQUIT, SIGHUP, SIGTERM};
  std::array<struct sigaction, kSignals.size()> before_{};
};

// An editor that was killed leaves the terminal raw.
class SameTerminal {
 public:
  SameTerminal() : is_terminal_(::tcgetattr(STDIN_FILENO, &before_) == 0) {}
  ~SameTerminal() {
    if (is_terminal_) ::tcsetattr(STDIN_FILENO, TCSADRAIN, &before_);
  }
  SameTerminal(const SameTerminal&) = delete;
  SameTerminal& operator=(const SameTerminal&) = delete;

 private:
  struct termios before_ {};
  bool is_terminal_;
};

// The wait status of the command; nothing where no shell could be started.
std::optional<int> run_in_shell(const std::string& command, const std::vector<std::string>& arguments) {
  // $EDITOR may hold arguments ("code --wait"), so the shell splits it; the file is passed beside, never pasted in.
  const std::string script = command + " \"$@\"";
  std::vector<const char*> words{"sh", "-c", script.c_str(), "sh"};
  for (const std::string& argument : arguments) words.push_back(argument.c_str());
  words.push_back(nullptr);
  const SameTerminal terminal;
  const DeafToSignals deaf;
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  const sigset_t obeyed = deaf.for_child();
  ::posix_spawnattr_setsigdefault(&attributes, &obeyed);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  // What is read by a program is the reply alone.
  posix_spawn_file_actions_t streams;
  ::posix_spawn_file_actions_init(&streams);
  if (::isatty(STDOUT_FILENO) == 0) ::posix_spawn_file_actions_adddup2(&streams, STDERR_FILENO, STDOUT_FILENO);
  pid_t child = 0;
  const int failed = ::posix_spawnp(&child, "sh", &streams, &attributes, const_cast<char* const*>(words.data()), environ);
  ::posix_spawn_file_actions_destroy(&streams);
  ::posix_spawnattr_destroy(&attributes);
  if (failed != 0) return std::nullopt;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return std::nullopt;
  return status;
}

void put_end(EditorRun& run, int status) {
  if (WIFSIGNALED(status)) {
    run.end = EditorEnd::Killed;
    run.number = WTERMSIG(status);
  } else if (const int code = WEXITSTATUS(status); code == kNotFound) {
    run.end = EditorEnd::NotFound;
  } else if (code > kSignalBase && code <= kSignalBase + SIGRTMAX) {
    run.end = EditorEnd::Killed;
    run.number = code - kSignalBase;
  } else if (code != 0) {
    run.end = EditorEnd::Failed;
    run.number = code;
  }
}

std::optional<std::string> text_at(const std::filesystem::path& file) { return read_file(file, kMaxTomlBytes).text; }

}  // namespace

std::string editor_command(std::string_view visual, std::string_view editor, std::string_view path, bool at_terminal) {
  for (const std::string_view named : {visual, editor})
    if (named.find_first_not_of(" \t") != named.npos) return std::string(named);
  if (!at_terminal) return "";
  for (const std::string_view usual : kUsualEditors)
    if (find_program(usual, path)) return std::string(usual);
  return "";
}

std::vector<std::string> editor_arguments(const std::filesystem::path& program, const std::string& file, int line) {
  const std::string name = known_name(program);
  if (is_one_of(kPlusLine, name)) return {fmt::format("+{}", line), file};
  if (is_one_of(kColonLine, name)) return {fmt::format("{}:{}", file, line)};
  if (is_one_of(kGoto, name)) return {"--goto", fmt::format("{}:{}", file, line)};
  return {file};
}

EditorRun run_editor(const std::string& command, const std::filesystem::path& file, int line) {
  EditorRun run;
  run.end = EditorEnd::NotFound;
  if (command.empty()) return run;
  const char* path = std::getenv("PATH");
  const auto word = first_word(command);
  const auto program = word ? find_program(*word, path == nullptr ? "" : path) : std::nullopt;
  run.program = word.value_or(command);
  if (word && !program) return run;
  const auto before = text_at(file);
  const std::string whole = std::filesystem::absolute(file).string();
  const auto status = run_in_shell(
      command, program ? editor_arguments(*program, whole, line) : std::vector<std::string>{whole});
  if (!status) return run;
  run.end = EditorEnd::Closed;
  put_end(run, *status);
  run.changed = text_at(file) != before;
  return run;
}

std::string sentence_of(const EditorRun& run) {
  const std::string kept = run.changed ? "What it wrote is there." : "Nothing was changed.";
  switch (run.end) {
    case EditorEnd::NotFound:
      if (run.program.empty()) return "No editor was found: set $EDITOR.";
      return fmt::format("The editor '{}' was not found: set $EDITOR.", run.program);
    case EditorEnd::Failed:
      return fmt::format("The editor '{}' failed with exit code {}. {}", run.program, run.number, kept);
    case EditorEnd::Killed:
      return fmt::format("The editor '{}' was ended by signal {} ({}). {}", run.program, run.number,
                         ::strsignal(run.number), kept);
    case EditorEnd::Closed:
      break;
  }
  if (run.changed) return "";
  if (is_one_of(kWindows, bare_name(run.program)))
    return fmt::format("{0} Where '{1}' came back at once, set EDITOR=\"{1} --wait\".", kept, run.program);
  return kept;
}

}  // namespace starling
