// Texts as the functions of the exec family take them.
#pragma once

#include <string>
#include <vector>

namespace starling::test {

// Into `texts`, and a null behind them.
inline std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> list;
  for (std::string& text : texts) list.push_back(text.data());
  list.push_back(nullptr);
  return list;
}

}  // namespace starling::test
