#include <fmt/format.h>

#include "cli/to_do_commands.h"
#include "cli/wire/json.h"
#include "cli/wire/wire.h"

namespace starling {

namespace {

Json item_of_doing(const ToDo& doing) {
  if (doing.problem) return fmt::format("{}/{}", kProblemGroup, doing.problem->id);
  if (doing.exercise) return fmt::format("{}/{}", kExerciseGroup, doing.exercise->id);
  if (doing.story) return story_item(doing.story->id).text();
  return nullptr;
}

}  // namespace

std::string to_do_json(const std::optional<ToDo>& doing) {
  Json json = reply();
  json["next"] = nullptr;
  if (!doing) return line_of(json);
  const Tickable* what = doing->what ? &*doing->what : nullptr;
  json["next"] = {{"kind", to_string(doing->way)},
                  {"title", doing->title},
                  {"id", what ? Json(what->id) : Json()},
                  {"number", doing->number > 0 ? Json(doing->number) : Json()},
                  {"slot", doing->slot ? Json(to_string(*doing->slot)) : Json()},
                  {"minutes", doing->minutes > 0 ? Json(doing->minutes) : Json()},
                  {"target", what ? Json(what->target) : Json()},
                  {"done", what ? Json(what->done) : Json()},
                  {"item", item_of_doing(*doing)},
                  {"decks", doing->decks},
                  {"commands", commands_of(*doing)}};
  return line_of(json);
}

}  // namespace starling
