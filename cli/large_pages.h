// Memory in large pages, where the system has them.
#pragma once

namespace starling {

// What is allocated from here on lies in one piece of large pages: a start touches a thousand small ones, and the first
// touch of each is a call of the system. Once in a process; nothing depends on it.
void take_large_pages();

}  // namespace starling
