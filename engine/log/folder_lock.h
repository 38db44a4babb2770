// One program at a time: an advisory lock on the file `lock` of a folder.
#pragma once

#include <chrono>
#include <filesystem>
#include <utility>

#include "log/disk.h"

namespace starling {

class FolderLock {
 public:
  // In `folder`, which is made where it is missing, with those above it up to `there`.
  FolderLock(const std::filesystem::path& folder, std::filesystem::path there)
      : path_(folder / "lock"), there_(std::move(there)) {}

  // Waits for programs that hold it. Throws LogError when that takes longer than `patience`. On a file system that
  // knows no locks nobody is waited for.
  void take(std::chrono::milliseconds patience);
  void release();

 private:
  void open();
  void wait(std::chrono::milliseconds patience) const;

  std::filesystem::path path_;
  std::filesystem::path there_;
  Descriptor file_;  // stays open from one turn to the next
  FileIdentity identity_;
};

}  // namespace starling
