// An examination as text.
#pragma once

#include <filesystem>
#include <string>

#include "cli/screen.h"
#include "doctor/doctor.h"

namespace starling {

[[nodiscard]] std::string examination_screen(const std::filesystem::path& home, const Examination& seen,
                                             const Style& style, int width);

[[nodiscard]] std::string private_check_screen(const std::filesystem::path& home, const PrivateCheck& seen,
                                               const Style& style, int width);
[[nodiscard]] std::string hook_screen(const HookDone& done, int width);

}  // namespace starling
