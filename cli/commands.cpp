#include "cli/commands.h"

#include <fmt/format.h>

#include <ostream>

#include "cli/help.h"
#include "source/source.h"
#include "store/store.h"
#include "study/study.h"

namespace starling {

namespace {

const Option kDeck{"--deck", "DECK", "only cards of this deck"};
const Option kTag{"--tag", "TAG", "only cards with this tag"};
const Option kKind{"--kind", "KINDS", "card (the default), story, or both: card,story"};
const Option kMinutes{"--minutes", "M", "in place of the day's minutes"};
const Option kLimit{"--limit", "N", "at most so many items"};
const Option kAhead{"--ahead", "DAYS", "also what is due within so many days"};

const std::vector<Command>& table() {
  static const std::vector<Command> kTable{
      {"today", "", 0, 0, "the day: tasks, what is due, which story to tell", {},
       {"starling today", "starling today --date 2026-12-22", "starling today --json"}, run_today},
      {"review", "", 0, 0, "a sitting: question, key, answer, grade", {kDeck, kTag, kKind, kMinutes, kLimit, kAhead},
       {"starling review", "starling review --minutes 10", "starling review --deck aws-s3 --ahead 3"}, run_review},
      {"next", "", 0, 0, "the next item, for scripts and editors", {kDeck, kTag, kKind, kMinutes, kLimit, kAhead},
       {"starling next --json"}, run_next},
      {"answer", "ITEM GRADE", 2, 2, "grade an item: again, hard, good or easy",
       {{"--seconds", "N", "how long the answer took"}},
       {"starling answer aws-s3/consistency good --seconds 9", "starling answer story/checkout-cells 3 --seconds 158"},
       run_answer},
      {"undo", "[N]", 0, 1, "take back the last answer or change", {}, {"starling undo", "starling undo 3"}, run_undo},
      {"redo", "", 0, 0, "bring back what the last undo took", {}, {"starling redo"}, run_redo},
      {"init", "", 0, 0, "make or change the study folder",
       {{"--level", "L", "L6 or L7"},
        {"--interview", "DATE", "the day of the interview"},
        {"--start", "DATE", "the first day of the plan"},
        {"--hours", "N", "hours a week"}},
       {"starling init --level L7 --interview 2027-05-14", "starling init --home ~/prep --level L6 --start 2026-11-23"},
       run_init},
      {"plan", "[WEEK]", 0, 1, "the 24 weeks, or one week day by day", {}, {"starling plan", "starling plan 5"}, run_plan},
      {"week", "[N]", 0, 1, "one week: goals, minutes, what was done", {}, {"starling week", "starling week 13"}, run_week},
      {"story new", "TITLE", 1, -1, "write a new story file and open the editor",
       {{"--principle", "P", "the principle it is for, id or code"}, {"--id", "ID", "in place of one made from the title"}},
       {"starling story new \"Night pages\" --principle BE"}, run_story_new},
      {"story list", "", 0, 0, "your stories and what each lacks", {}, {"starling story list"}, run_story_list},
      {"story show", "ID", 1, 1, "one story with its figures", {}, {"starling story show checkout-cells"}, run_story_show},
      {"story tell", "[ID]", 0, 1, "tell a story against the clock", {},
       {"starling story tell", "starling story tell checkout-cells"}, run_story_tell},
      {"coverage", "", 0, 0, "which Leadership Principles your stories cover",
       {{"--planned", "", "over the story slots of the plan"},
        {"--source", "SOURCE", "with --planned: only slots of seed, sibling or starling"}},
       {"starling coverage", "starling coverage --planned --source seed"}, run_coverage},
      {"deck list", "", 0, 0, "the decks, their cards and when they open", {}, {"starling deck list"}, run_deck_list},
      {"deck check", "[FILE...]", 0, -1, "what is wrong with decks, by file, line and column", {},
       {"starling deck check", "starling deck check my-deck.toml --json"}, run_deck_check},
      {"deck show", "DECK", 1, 1, "the cards of a deck", {}, {"starling deck show distributed-cap"}, run_deck_show},
      {"card suspend", "ITEM", 1, 1, "put an item away until it is called back", {},
       {"starling card suspend aws-s3/consistency"}, run_card_suspend},
      {"card unsuspend", "ITEM", 1, 1, "call a suspended item back", {},
       {"starling card unsuspend aws-s3/consistency"}, run_card_unsuspend},
      {"card bury", "ITEM", 1, 1, "put an item away until tomorrow", {}, {"starling card bury aws-s3/consistency"},
       run_card_bury},
      {"why", "ITEM", 1, 1, "why an item is where it is: state, dates, history", {},
       {"starling why aws-s3/consistency", "starling why story/checkout-cells"}, run_why},
      {"stats", "", 0, 0, "what was done, what was recalled, and what the model foresaw",
       {{"--by", "SECTION", "more of one: week, age, deck, calibration or day"}, {"--all", "", "every section"}},
       {"starling stats", "starling stats --by calibration", "starling stats --all"}, run_stats},
      {"memory", "SEQUENCE", 1, -1, "what a run of reviews does to memory: grades and days, as good@4",
       {{"--model", "M", "fsrs-6 (the default) or fsrs-7"},
        {"--parameters", "LIST", "weights in place of the defaults, between commas"},
        {"--retention", "R", "recall to aim at, 0.70 to 0.99; 0.90 without"}},
       {"starling memory \"good@0 good@4 again@14\"", "starling memory good@0 hard@0.5 --model fsrs-7 --retention 0.85"},
       run_memory},
      {"optimise", "", 0, 0, "weights of the memory model fitted to your own answers",
       {{"--apply", "", "take them over and move what they move; 'undo' takes it back"},
        {"--keep-dates", "", "with --apply: what is due stays where it is"},
        {"--model", "M", "fsrs-6 or fsrs-7; without: whichever predicts better, fsrs-6 with --from"},
        {"--from", "LOG.csv", "another program's log: card_id, review_time (ms), review_rating (1-4)"},
        {"--evaluate", "LIST", "with --from: judge these weights, fit nothing"},
        {"--time-zone", "ZONE", "with --from: where its days begin at four; UTC without"},
        {"--epochs", "N", "passes over the log at most"},
        {"--seed", "N", "another number, another sample for the first steps"},
        {"--threads", "N", "all cores without; the result is the same"}},
       {"starling optimise", "starling optimise --apply", "starling optimise --from reviews.csv --model fsrs-7 --json"},
       run_optimise},
      {"forecast", "", 0, 0, "reviews and minutes of the coming days", {{"--days", "N", "how many; 60 without"}},
       {"starling forecast", "starling forecast --days 14 --json"}, run_forecast},
      {"simulate", "", 0, 0, "months of reviews played through by chance, for many learners",
       {{"--days", "N", "how many; up to the interview without"},
        {"--cards", "N", "a new learner of so many cards by the plan's weeks, 166 days; without: your folder"},
        kMinutes,
        {"--policy", "P", "plain, or final-pass: once more over everything in the last 14 days"},
        {"--retention", "R,R...", "recall to aim at, 0.70 to 0.99; several are set side by side"},
        {"--order", "O", "under the minutes first: due-day, lowest-recall, overdueness, recall-per-second, random"},
        {"--model", "M", "fsrs-6 or fsrs-7"},
        {"--parameters", "LIST", "the weights that the scheduler believes in"},
        {"--truth", "LIST", "the weights by which memory behaves; without: as believed"},
        {"--noise", "X", "how far true stability strays at each review, 0 to 2; 0 without"},
        {"--learners", "N", "how many lives to average over; 20 without"},
        {"--seed", "S", "another number, other luck"},
        {"--compare-orders", "", "every order of the queue under few minutes, as a Markdown page"}},
       {"starling simulate", "starling simulate --cards 1290 --minutes 25 --retention 0.80,0.85,0.90,0.95",
        "starling simulate --cards 1290 --policy final-pass --noise 0.3 --json"},
       run_simulate},
  };
  return kTable;
}

Exit fail(World& world, Exit exit, std::string_view text) {
  world.err << "starling: " << text << '\n';
  return exit;
}

}  // namespace

std::span<const Command> commands() { return table(); }

Exit dispatch(std::span<const std::string> words, World& world) {
  try {
    Call call = parse_call(words, table());
    if (call.version) {
      world.out << "starling " << STARLING_VERSION << '\n';
      return Exit::Ok;
    }
    if (call.help) {
      world.out << (call.command ? command_help(*call.command) : overview(table()));
      return Exit::Ok;
    }
    if (call.arguments.colour != "auto") world.colour = call.arguments.colour == "always";
    if (call.arguments.home) world.home = *call.arguments.home;
    const Command& command = call.command ? *call.command : table().front();
    const Exit exit = command.run(call.arguments, world);
    world.out.flush();
    return exit;
  } catch (const UsageError& error) {
    return fail(world, Exit::Usage, error.what());
  } catch (const TextError& error) {
    for (const Problem& problem : error.problems) world.err << to_line(problem) << '\n';
    return Exit::BadText;
  } catch (const StoreError& error) {
    return fail(world, Exit::Database, error.what());
  } catch (const FileError& error) {
    return fail(world, Exit::Database, error.what());
  }
}

}  // namespace starling
