#include "cli/edit_loop.h"

#include <ostream>
#include <utility>

#include "cli/dialogue.h"
#include "cli/open_study.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

void tell_mistakes(World& world, const Edited& edited) {
  for (const Problem& mistake : edited.mistakes) world.err << to_line(mistake) << '\n';
}

Edited mend_or_put_back(World& world, const Library& library, Edited edited) {
  Dialogue talk(world);
  while (!edited.mistakes.empty()) {
    tell_mistakes(world, edited);
    const char key = talk.choose("e edits again, u puts back what was there, Enter leaves it so. ", "eu\nq");
    if (key == 'e') {
      edited = edit_again(world, library, edited);
      continue;
    }
    if (key != 'u') break;
    edited.said = undo_edit(edited);
    edited.changed = false;
    edited.mistakes.clear();
  }
  return edited;
}

}  // namespace

Exit finish_edit(World& world, const Arguments& arguments, const Library& library, Edited edited, const std::string& id) {
  world.out.flush();
  if (arguments.json) {
    world.out << edited_json(id, edited.at.place, edited.changed, edited.said, edited.mistakes);
  } else {
    if (world.terminal)
      edited = mend_or_put_back(world, library, std::move(edited));
    else
      tell_mistakes(world, edited);
    world.out << paragraph(edited.said, text_width(world));
  }
  if (!edited.mistakes.empty()) return Exit::BadText;
  return edited.changed ? Exit::Ok : Exit::NotMet;
}

}  // namespace starling
