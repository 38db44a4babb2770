#include "source/schema_line.h"

#include <fmt/format.h>

namespace starling {

std::string schema_line(std::string_view format, int depth) {
  std::string up;
  for (int i = 0; i < depth; ++i) up += "../";
  return fmt::format("#:schema {}{}/{}.json\n", up, kSchemaFolder, format);
}

}  // namespace starling
