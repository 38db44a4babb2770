// Starts a program that shows and reads nothing of the learner's terminal.
#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace starling {

// `words` are the program, looked for on the path, and its arguments; no shell. Its streams are /dev/null, keys of the
// terminal do not interrupt it, and SIGINT ends it. Whoever starts it waits for its end. Nothing where it did not start.
[[nodiscard]] std::optional<pid_t> start_quietly(std::vector<std::string> words);

}  // namespace starling
