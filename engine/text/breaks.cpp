#include "text/breaks.h"

#include <unicode/utext.h>

namespace starling {

std::vector<std::size_t> divide(std::unique_ptr<icu::BreakIterator> breaks, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, decltype(&utext_close)> bytes(
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status), &utext_close);
  if (!breaks || U_FAILURE(status)) return {};
  breaks->setText(bytes.get(), status);
  std::vector<std::size_t> ends;
  if (U_FAILURE(status)) return ends;
  for (int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next())
    ends.push_back(static_cast<std::size_t>(end));
  return ends;
}

}  // namespace starling
