// Appends deeds: a lock, one write, one fdatasync, and only then it counts.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "history/history.h"
#include "log/device.h"
#include "log/error.h"
#include "log/reader.h"

namespace starling {

struct LogPlace {
  std::filesystem::path home;                        // the study folder; log/ is in it
  std::optional<std::filesystem::path> state_base;   // none: names are not remembered (see fixed_device_name)
  std::filesystem::path machine_id = "/etc/machine-id";
  Entropy entropy;                                   // for new device names
  std::chrono::milliseconds patience{2000};          // with other programs that write
};

// What a lock found changed since the writer last wrote.
struct Mended {
  int rewritten = 0;      // deeds of this writer that were gone from the folder and are written anew
  std::string sentence;   // for the learner: which file was moved, replaced, cut or removed; empty: nothing was
  std::optional<MissingLines> missing = {};  // what this machine wrote before and is gone; kept for later starts
};

// Not for several threads at once. A Turn must not outlive its Writer.
class Writer {
  struct Inside;

 public:
  // Touches nothing until the first lock.
  explicit Writer(LogPlace place);
  ~Writer();
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;

  // The turn to write, for as long as it lives: no other program of this device writes meanwhile.
  class Turn {
   public:
    ~Turn();
    Turn(Turn&&) noexcept;
    Turn& operator=(Turn&&) noexcept;
    [[nodiscard]] const Mended& mended() const;
    // Whether something in the device's folder is not as the last turn left it: another program on this machine may
    // have written. True of the first turn.
    [[nodiscard]] bool saw_changes() const;

    // Appends one deed: fills in its device, its number, and `order` as the larger of the wall clock and
    // `largest_order` + 1. On disk when this returns, with the folder where the file is new. Throws LogError, and
    // then nothing counts: a half line is taken away, or has no checksum and is closed by the next write. So it does
    // for a deed that would not be read again: a time or a number out of range.
    // `meanwhile` works out what follows from the deed while the disk is at work; where this throws, nothing follows.
    Deed append(std::vector<Event> events, const Moment& moment, std::chrono::minutes offset,
                std::int64_t largest_order, const std::function<void(const Deed&)>& meanwhile = {});
    // Where the line just appended lies, and the file up to and with it. Its line counts as the first one.
    [[nodiscard]] const std::string& file() const;  // from log/
    [[nodiscard]] const LinePlace& place() const;
    [[nodiscard]] ReadSoFar so_far() const;
    // Of the file as it was left.
    [[nodiscard]] FileStamp stamp() const;

   private:
    friend class Writer;
    explicit Turn(Inside& inside) : inside_(&inside) {}
    Inside* inside_;  // null after a move
  };
  // Waits for other programs as long as the place says, then throws LogError. Makes log/<device>/ where it is missing
  // (0700, files 0600); a study folder that is gone is a LogError that names what of this writer is not kept. Checks
  // the device's name against the state and the machine, and takes a new one where the own file holds other numbers.
  [[nodiscard]] Turn lock();

  // Nothing more is written for now, so that what was written last is known to be there. Its end does the same.
  void close() noexcept;

  // The name lines are written under; empty before the first lock.
  [[nodiscard]] const std::string& device() const;
  // Lines written by this object, oldest first.
  [[nodiscard]] int written() const;

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace starling
