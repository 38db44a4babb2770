// `man`: the manual page.
#include <ostream>

#include "cli/commands.h"
#include "cli/manual.h"

namespace starling {

namespace {

Exit run_man(const Arguments&, World& world) {
  world.out << manual_page(commands());
  return Exit::Ok;
}

}  // namespace

const Command kManCommand{.name = "man",
                          .summary = "the manual page, as man(1) reads it",
                          .examples = {"starling man | man -l -", "starling man > ~/.local/share/man/man1/starling.1"},
                          .run = run_man};

}  // namespace starling
