#include "view/past.h"

#include <algorithm>
#include <iterator>

namespace starling {

PastDays past_of(std::span<const Deed> standing) {
  const auto between = [standing](Day first, Day last) {
    std::vector<Deed> deeds;
    std::ranges::copy_if(standing, std::back_inserter(deeds), [&](const Deed& deed) { return first <= deed.day && deed.day <= last; });
    return deeds;
  };
  return {between, [standing](Day first, Day last) { return answer_times(standing, first, last); }, standing};
}

}  // namespace starling
