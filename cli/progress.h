// How far long work has come, on one line of standard error that is gone when it is done.
#pragma once

#include <string>

#include "cli/arguments.h"
#include "cli/world.h"

namespace starling {

class ProgressLine {
 public:
  // Silent where no person looks at a terminal that can move its cursor, and with --quiet.
  ProgressLine(const Arguments& arguments, World& world, std::string what);
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // `share` is 0 to 1. Cheap to call often: the line changes a few times a second at most.
  void show(double share);

 private:
  World& world_;
  std::string what_;
  bool silent_;
  bool shown_ = false;
  Instant next_;
};

}  // namespace starling
