#include "cli/edit_loop.h"

#include <ostream>
#include <utility>

#include "cli/dialogue.h"
#include "cli/open_study.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

void tell(World& world, const std::vector<Problem>& mistakes) {
  for (const Problem& mistake : mistakes) put_remark(world, to_line(mistake));
}

Edited mend_or_put_back(World& world, const Library& library, Edited edited) {
  Dialogue talk(world);
  const auto ask = [&](const std::vector<Problem>& mistakes) {
    tell(world, mistakes);
    return ask_to_mend(talk);
  };
  return mended(std::move(edited), ask, [&](const Edited& last) { return edit_again(world, library, last); });
}

}  // namespace

void need_editor(const World& world) {
  if (world.editor.empty() && !world.terminal) throw UsageError("there is no terminal for an editor; without one, set $EDITOR");
}

Exit finish_edit(World& world, const Arguments& arguments, const Study& study, Edited edited, const std::string& id) {
  world.out.flush();
  const auto item = ItemId::parse(id);
  const auto add_new_id = [&] {
    if (const std::string more = item ? new_id_sentence(study.states(), *item, edited) : ""; !more.empty()) edited.said += " " + more;
  };
  if (arguments.json) {
    add_new_id();
    world.out << edited_json(id, edited.at.place, edited.changed, edited.said, edited.mistakes);
  } else {
    if (world.terminal)
      edited = mend_or_put_back(world, study.library(), std::move(edited));
    else
      tell(world, edited.mistakes);
    add_new_id();
    world.out << paragraph(edited.said, text_width(world));
  }
  if (!edited.mistakes.empty()) return Exit::BadText;
  return edited.changed ? Exit::Ok : Exit::NotMet;
}

}  // namespace starling
