// The name this machine writes under in one study folder: chosen once, remembered outside the folder, and given up
// when the folder holds other lines of it than were written here.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "log/device.h"
#include "log/disk.h"
#include "log/folder_lock.h"
#include "log/newest.h"
#include "log/writer.h"

namespace starling {

class OwnName {
 public:
  explicit OwnName(const LogPlace& place);

  // Empty until it is chosen.
  [[nodiscard]] const std::string& text() const { return state_.device; }
  // False where there is no place to remember it, or none that this account may write to.
  [[nodiscard]] bool is_remembered() const { return is_remembered_; }

  // Chooses it unless that was done; programs that do so at once agree. `log` tells names that are taken.
  void choose(const std::filesystem::path& log);
  // Reads again what was written last, by whatever program of this machine. False where one of them has taken a new
  // name meanwhile, which is then this one's too.
  [[nodiscard]] bool is_current();
  // Takes a new one unless another program has. Keeps what the old one wrote, where that is more than the `newest` here,
  // and answers it.
  std::optional<MissingLines> renew(const std::filesystem::path& log, const Newest& newest);
  // For later starts.
  void keep_missing(const MissingLines& missing) const;

  // It is what was written last.
  [[nodiscard]] bool is_last(const Newest& newest) const;
  // It can only be from this machine: written last, or before a line that a killed program had noted.
  [[nodiscard]] bool accounts_for(const Newest& newest) const;

  // Before a write: what is about to be the last line, and which is so until then.
  void note(const Newest& next, const Newest& before);
  // The write failed.
  void take_back_note();
  // What was noted last was written. It is true without this too, but then a folder that lost its last line looks like
  // one where a program was killed before it wrote that line.
  void confirm_note();

 private:
  [[nodiscard]] bool find_place(FolderLock& turn);
  void open();
  [[nodiscard]] std::optional<std::string> read();
  void write();
  void write_quietly();
  void draw(const std::filesystem::path& log);

  Entropy entropy_;
  std::chrono::milliseconds patience_;
  std::string path_hash_;
  std::filesystem::path folder_;  // of the state; empty: there is none
  std::filesystem::path path_;
  Descriptor file_;
  bool is_remembered_ = false;
  DeviceState state_;
  std::string in_file_;  // of the file, where that is known to say `state_`; else empty
};

}  // namespace starling
