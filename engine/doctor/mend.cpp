#include "doctor/mend.h"

#include <fmt/format.h>

#include <system_error>

#include "source/source.h"

namespace starling {

namespace {

[[noreturn]] void fail(const Mend& mend, const std::error_code& error) {
  throw FileError(fmt::format("{}: {}", mend.path.string(), error.message()));
}

std::string add_line(const Mend& mend) {
  const FileText there = read_file(mend.path, kMaxTomlBytes);
  if (!there && there.fault != FileFault::Missing)
    throw FileError(fmt::format("{} {}", mend.path.string(), there.reason));
  std::string text = there.text.value_or("");
  if (!text.empty() && !text.ends_with('\n')) text += '\n';
  write_file(mend.path, text + mend.line + "\n");
  return fmt::format("added '{}' to {}", mend.line, mend.path.string());
}

std::string remove(const Mend& mend) {
  std::error_code error;
  std::filesystem::remove(mend.path, error);
  if (error) fail(mend, error);
  return fmt::format("removed {}", mend.path.string());
}

std::string make_private(const Mend& mend) {
  std::error_code error;
  std::filesystem::permissions(mend.path, std::filesystem::perms::owner_all, error);
  if (error) fail(mend, error);
  return fmt::format("made {} yours alone", mend.path.string());
}

}  // namespace

std::string mend(const Mend& mend) {
  switch (mend.kind) {
    case Mend::Kind::AddLine:
      return add_line(mend);
    case Mend::Kind::Remove:
      return remove(mend);
    case Mend::Kind::MakePrivate:
      return make_private(mend);
  }
  return "";
}

}  // namespace starling
