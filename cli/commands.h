// The one command table: the grammar, the help and, later, completions and the manual are made from it.
#pragma once

#include <span>
#include <string>

#include "cli/arguments.h"
#include "cli/world.h"

namespace starling {

[[nodiscard]] std::span<const Command> commands();

// One call, from its words to its exit; the one place where errors become text.
Exit dispatch(std::span<const std::string> words, World& world);

Exit run_today(const Arguments& arguments, World& world);
Exit run_review(const Arguments& arguments, World& world);
Exit run_next(const Arguments& arguments, World& world);
Exit run_answer(const Arguments& arguments, World& world);
Exit run_undo(const Arguments& arguments, World& world);
Exit run_redo(const Arguments& arguments, World& world);
Exit run_init(const Arguments& arguments, World& world);
Exit run_plan(const Arguments& arguments, World& world);
Exit run_week(const Arguments& arguments, World& world);
Exit run_story_new(const Arguments& arguments, World& world);
Exit run_story_list(const Arguments& arguments, World& world);
Exit run_story_show(const Arguments& arguments, World& world);
Exit run_story_tell(const Arguments& arguments, World& world);
Exit run_coverage(const Arguments& arguments, World& world);
Exit run_deck_list(const Arguments& arguments, World& world);
Exit run_deck_check(const Arguments& arguments, World& world);
Exit run_deck_show(const Arguments& arguments, World& world);
Exit run_card_suspend(const Arguments& arguments, World& world);
Exit run_card_unsuspend(const Arguments& arguments, World& world);
Exit run_card_bury(const Arguments& arguments, World& world);
Exit run_why(const Arguments& arguments, World& world);
Exit run_stats(const Arguments& arguments, World& world);
Exit run_memory(const Arguments& arguments, World& world);
Exit run_optimise(const Arguments& arguments, World& world);
Exit run_forecast(const Arguments& arguments, World& world);
Exit run_simulate(const Arguments& arguments, World& world);

}  // namespace starling
