// What the disk did not do.
#pragma once

#include <stdexcept>

namespace starling {

// For the learner to read: busy, full, read-only, not permitted, moved. What was being written does not count.
class LogError : public std::runtime_error {
  using runtime_error::runtime_error;
};

}  // namespace starling
