// Runs the learner's editor on a file and waits for it.
#pragma once

#include <filesystem>

#include "cli/world.h"

namespace starling {

// False where no editor is set or it could not be run.
bool open_editor(const World& world, const std::filesystem::path& file);

}  // namespace starling
