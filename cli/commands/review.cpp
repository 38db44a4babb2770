// `review`: a sitting of cards. An answer is on disk before the next card shows.
#include <ostream>

#include "cli/card_sitting.h"
#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/queue_options.h"
#include "cli/tell.h"

namespace starling {

namespace {

Exit run_review(const Arguments& arguments, World& world) {
  if (arguments.json) throw UsageError("'review' is for people; scripts use 'next --json' and 'answer --json'");
  const Kinds kinds = kinds_from(arguments);
  bool asked = false;
  if (kinds.cards) asked = review_cards(arguments, world);
  if (kinds.stories) asked = tell_stories_due(arguments, world) || asked;
  // Of the cards the sitting has said it.
  if (!asked && !kinds.cards) world.out << no_question_lines({}, "review", arguments, text_width(world));
  return asked ? Exit::Ok : Exit::NotMet;
}

}  // namespace

const Command kReviewCommand{
    .name = "review",
    .summary = "a sitting: question, key, answer, grade",
    .options = queue_options(),
    .examples = {"starling review", "starling review --minutes 10", "starling review --new 10",
                 "starling review --deck aws-s3 --ahead 3"},
    .run = run_review};

}  // namespace starling
