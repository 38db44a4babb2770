#include "backup/zip_functions.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include "backup/archive.h"

namespace starling {

namespace {

void* library() {
  void* const opened = dlopen(STARLING_LIBZIP, RTLD_NOW | RTLD_LOCAL);
  if (!opened) throw BackupError(fmt::format("archives need libzip, and it cannot be loaded: {}", dlerror()));
  return opened;
}

}  // namespace

void* zip_function(const char* name) {
  static void* const opened = library();
  void* const found = dlsym(opened, name);
  if (!found) throw BackupError(fmt::format("archives need libzip, and this one has no {}", name));
  return found;
}

const ZipFunctions& zip() {
  static const ZipFunctions functions;
  return functions;
}

}  // namespace starling
