#include "cli/screen/done.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "cli/screen.h"
#include "view/view.h"

namespace starling {

std::string done_words(const Done& done) {
  if (done.reviews == 0) return "no cards or tellings yet";
  std::vector<std::string> parts{counted(done.reviews, "review")};
  if (done.new_items > 0) parts.push_back(fmt::format("{} of them new", done.new_items));
  if (done.tellings > 0) parts.push_back(counted(done.tellings, "telling"));
  if (done.time.count() > 0) parts.push_back(duration(std::max(1.0, std::chrono::duration<double>(done.time).count() / 60)));
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace starling
