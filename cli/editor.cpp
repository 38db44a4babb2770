#include "cli/editor.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string>

namespace starling {

bool open_editor(const World& world, const std::filesystem::path& file) {
  if (world.editor.empty()) return false;
  // $EDITOR may hold arguments ("code --wait"), so the shell splits it; the file is passed beside, never pasted in.
  const std::string script = world.editor + " \"$1\"";
  const std::string path = file.string();
  std::array<const char*, 6> words{"sh", "-c", script.c_str(), "sh", path.c_str(), nullptr};
  pid_t child = 0;
  if (::posix_spawnp(&child, "sh", nullptr, nullptr, const_cast<char* const*>(words.data()), environ) != 0) return false;
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return false;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace starling
