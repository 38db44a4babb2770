// One key of the settings as a learner sees it.
#pragma once

#include <string>
#include <string_view>

namespace starling {

struct SettingView {
  std::string key;
  std::string value;             // as in starling.toml; empty: absent
  std::string otherwise;         // the default, likewise
  std::string_view without = {};  // what an absent one means, in words
};

}  // namespace starling
