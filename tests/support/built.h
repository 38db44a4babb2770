// What hangs on the preset, in a unit of its own: the other tests are compiled alike for what ships and for what is checked.
#pragma once

namespace starling::test {

// Whether the engine runs under asan, where long lives take minutes.
extern const bool kIsChecked;
// The path of the program that was built beside the tests.
extern const char* const kProgram;

}  // namespace starling::test
