#include "doctor/push_hook.h"

#include <fmt/format.h>

#include <string_view>
#include <system_error>

#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::string_view kMadeBy = "# Made by 'starling doctor --install-hook'.";
constexpr std::size_t kLargestOfGit = 1024 * 1024;

std::string program_word(const std::filesystem::path& program) { return program.empty() ? "starling" : program.string(); }

// For a hook that somebody else wrote.
std::string line_to_add(const std::filesystem::path& home, const std::filesystem::path& program) {
  std::error_code error;
  const auto whole = std::filesystem::absolute(home, error);
  return fmt::format("{} --home {} doctor --private || exit 1", shell_quoted(program_word(program)),
                     shell_quoted((error ? home : whole).string()));
}

bool has_hooks_elsewhere(const std::filesystem::path& git) {
  const FileText config = read_file(git / "config", kLargestOfGit);
  return config && ascii_lower(*config).find("hookspath") != std::string::npos;
}

}  // namespace

std::string shell_quoted(const std::string& word) {
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

std::string push_hook(const std::filesystem::path& program) {
  return fmt::format(R"(#!/bin/sh
{}
# Remove this file to push without it.
program={}
[ -x "$program" ] || program=starling
if ! command -v "$program" >/dev/null 2>&1; then
  echo "The push is stopped: starling is not there to look for private words. 'starling doctor --install-hook' renews this hook." >&2
  exit 1
fi
"$program" --home "$PWD" doctor --private >&2 && exit 0
echo "The push is stopped: take these words out, of commits on their way too, or name their files in .gitignore; 'git push --no-verify' publishes them all the same." >&2
exit 1
)",
                     kMadeBy, shell_quoted(program_word(program)));
}

HookDone install_push_hook(const std::filesystem::path& home, const std::filesystem::path& program) {
  const std::filesystem::path git = home / ".git";
  HookDone done{git / "hooks" / "pre-push", false, ""};
  std::error_code error;
  if (!std::filesystem::exists(git, error)) {
    done.refused = fmt::format("there is no git repository at {}; make one there first: git init", home.string());
    return done;
  }
  if (!std::filesystem::is_directory(git, error) || has_hooks_elsewhere(git)) {
    done.refused = fmt::format("git has the hooks of {} elsewhere; add this line to its pre-push: {}", home.string(), line_to_add(home, program));
    return done;
  }
  const FileText there = read_file(done.file, kLargestOfGit);
  done.renewed = there && (*there).find(kMadeBy) != std::string::npos;
  if (!done.renewed && (there || there.fault != FileFault::Missing)) {
    done.refused = fmt::format("{} is there already; add this line to it: {}", done.file.string(), line_to_add(home, program));
    return done;
  }
  std::filesystem::create_directories(done.file.parent_path(), error);
  if (error) throw FileError(fmt::format("{} cannot be made: {}", done.file.parent_path().string(), error.message()));
  write_file(done.file, push_hook(program));
  std::filesystem::permissions(done.file, std::filesystem::perms::owner_all, error);
  if (error) throw FileError(fmt::format("{} cannot be made a program: {}", done.file.string(), error.message()));
  return done;
}

}  // namespace starling
