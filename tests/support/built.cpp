#include "support/built.h"

namespace starling::test {

const bool kIsChecked = STARLING_IS_CHECKED;
const char* const kProgram = STARLING_PROGRAM;

}  // namespace starling::test
