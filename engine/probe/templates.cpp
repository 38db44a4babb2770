#include "probe/templates.h"

#include <array>

namespace starling {

namespace {

using enum Layer;
using Slot = ProbeSlot;

constexpr ProbeTemplate kText[]{
    {"no-owner", Role, Slot::NoOwner, "You said “{x}”. Whose job was it before you took it on?", ""},
    {"no-authority", Role, Slot::NoAuthority, "You said “{x}”. How did you get them to do it all the same?", ""},
    {"hidden-actor", Role, Slot::HiddenActor, "You said “{x}”. Who did that, by name?", ""},
    {"team", Role, Slot::Team, "You speak of “{x}”. Who did which part?", ""},
    {"we", Role, Slot::Shared, "You said “{x}”. Which part of that was yours alone?", ""},
    {"person", Context, Slot::Person, "What would {x} say of this?", ""},
    {"decision", Decision, Slot::Decision, "You said “{x}”. Which options did you reject, and on what ground?", ""},
    {"objection", Decision, Slot::Objection, "You said “{x}”. What was the best argument on the other side?", ""},
    {"slip", Execution, Slot::Slip, "You said “{x}”. When did you first know, and whom did you tell?", ""},
    {"cost", Execution, Slot::Cost, "You said “{x}”. What did you give up?", ""},
    {"superlative", Context, Slot::Superlative, "You said “{x}”. By what measure?", ""},
    {"vague", Result, Slot::Vague, "You said “{x}”. By how much, from what to what?", ""},
    {"figure", Result, Slot::Figure, "You said {x}. How was that measured, over what time, against what base?", ""},
    {"metric", Result, Slot::Metric, "What else moved “{x}” in that time?", ""},
    {"lesson", Learning, Slot::Lesson, "You said “{x}”. When did you last do so, and what came of it?", ""},
};

constexpr ProbeTemplate kSmooth{"no-failure", Execution, Slot::None, "What went wrong on the way?", ""};

// Principles in the official order.
constexpr ProbeTemplate kPrinciples[]{
    {"customer-obsession", Context, Slot::None, "Which customer told you of this need, and in what words?", "", 0},
    {"customer-obsession", Decision, Slot::Decision,
     "You said “{x}”. What did you refuse the customer by that?", "What did you refuse the customer?", 0},
    {"ownership", Role, Slot::Thing,
     "Who looks after the {x}, now that you do not?", "Whose job was this before you, and who has it now?", 1},
    {"ownership", Context, Slot::NoOwner,
     "You said “{x}”. Why was it for you to take on?", "Why was it for you to take on?", 1},
    {"invent-and-simplify", Execution, Slot::Thing,
     "What was there before the {x}, and what did you delete?", "What was there before, and what did you delete?", 2},
    {"invent-and-simplify", Learning, Slot::None, "Who uses your idea today without knowing that it was yours?", "", 2},
    {"are-right-a-lot", Decision, Slot::Decision,
     "You said “{x}”. What would have changed your mind?", "What would have changed your mind?", 3},
    {"are-right-a-lot", Decision, Slot::Person,
     "What did {x} see that you did not?", "Who saw something that you did not?", 3},
    {"learn-and-be-curious", Learning, Slot::None, "What did you not know on day one?", "", 4},
    {"learn-and-be-curious", Learning, Slot::Person,
     "What did you learn from {x}?", "From whom did you learn most, and what?", 4},
    {"hire-and-develop", Execution, Slot::Person, "What words did you use with {x}?", "What words did you use, to whom?", 5},
    {"hire-and-develop", Learning, Slot::None, "What can somebody do today that they could not do before you?", "", 5},
    {"highest-standards", Result, Slot::Metric,
     "How do you know that “{x}” stayed there?", "How do you know that it stayed fixed?", 6},
    {"highest-standards", Decision, Slot::None, "What did you send back because it was not good enough?", "", 6},
    {"think-big", Decision, Slot::Amount,
     "You said {x}. What would ten times that take?", "What would ten times this take?", 7},
    {"think-big", Context, Slot::None, "Who thought that it was too large, and why?", "", 7},
    {"bias-for-action", Decision, Slot::Decision,
     "You said “{x}”. Was that reversible, and what was the worst case?",
     "Was your decision reversible, and what was the worst case?", 8},
    {"bias-for-action", Execution, Slot::None, "What did you not wait for?", "", 8},
    {"frugality", Result, Slot::Cost,
     "You said “{x}”. What was the unit cost before and after?", "What was the unit cost before and after?", 9},
    {"frugality", Decision, Slot::None,
     "What would you have bought with twice the budget, and what would it have changed?", "", 9},
    {"earn-trust", Learning, Slot::Person,
     "What did you do wrong with {x}?", "What did you do wrong, and to whom did you say so?", 10},
    {"earn-trust", Result, Slot::None, "How do you know that you are trusted more than before?", "", 10},
    {"dive-deep", Result, Slot::Metric, "Take me one layer below “{x}”.", "Take me one layer below your main figure.", 11},
    {"dive-deep", Execution, Slot::None,
     "Which single case did you look at yourself, two layers below the figures?", "", 11},
    {"have-backbone", Decision, Slot::Objection,
     "You said “{x}”. How sure were you, and what did you risk by not giving way?", "Against whom did you stand, and who of them outranked you?", 12},
    {"have-backbone", Execution, Slot::None, "Once it was decided, how did your team see you commit?", "", 12},
    {"deliver-results", Execution, Slot::Figure,
     "You said {x}. What did you drop to get there?", "What did you drop to get there?", 13},
    {"deliver-results", Result, Slot::None, "What was promised, to whom, and what was delivered?", "", 13},
    {"earths-best-employer", Result, Slot::None, "What did the numbers on load and attrition say?", "", 14},
    {"earths-best-employer", Context, Slot::Person,
     "What was a usual week like for {x}?", "What was a usual week like for the people in it?", 14},
    {"broad-responsibility", Context, Slot::Thing,
     "Who outside the customer base was affected by the {x}?", "Who outside the customer base was affected?", 15},
    {"broad-responsibility", Learning, Slot::None, "What would be worse a year later because of what you did?", "", 15},
};

constexpr ProbeTemplate kGeneric[]{
    {"generic-why-then", Context, Slot::None, "Why did it matter at that time, and to whom?", ""},
    {"generic-own-part", Role, Slot::None, "What exactly did you do?", ""},
    {"generic-disagreed", Decision, Slot::None, "Who disagreed, and what was their best point?", ""},
    {"generic-hardest", Execution, Slot::None, "What was the hardest part, and what did you do in that hour?", ""},
    {"generic-cost", Execution, Slot::None, "What did it cost?", ""},
    {"generic-your-change", Result, Slot::None, "How do you know it was your change?", ""},
    {"generic-today", Result, Slot::None, "What is its state today?", ""},
    {"generic-otherwise", Learning, Slot::None, "What would you do otherwise?", ""},
};

constexpr std::array<std::array<std::string_view, kLadderRungs>, kLayers.size()> kLadders{{
    {"What else was going on that you have not told me?", "Why then, and not a year earlier?",
     "What would have happened if nobody had done anything?"},
    {"Which part could nobody but you have done?", "Who could have overruled you, and why did they not?",
     "What did you do there that was not your job?"},
    {"Which options did you reject, and on what ground?", "What did you not know when you decided?",
     "What would have had to be true for you to decide the other way?"},
    {"Take me to the worst day of it. What did you do that morning?", "What did you change on the way, and what told you to?",
     "What did you check with your own eyes?"},
    {"What moved, from what to what?", "How much of that would have come without you?",
     "Who would dispute your figure, and with what?"},
    {"What did you get wrong?", "Why did you not see it sooner?", "How would you notice it earlier today?"},
}};

constexpr ProbeLine kInterruptions[]{{Result, "Let me stop you there. In one sentence: what changed because of you?"},
                                     {Context, "I am sorry to interrupt. In one sentence: what was the problem?"},
                                     {Decision, "Let me stop you there. In one sentence: what did you decide?"}};
constexpr ProbeLine kPushes[]{{Role, "That sounds like the team. What was yours?"},
                              {Role, "That sounds like the team. What would be missing without you?"}};

}  // namespace

std::span<const ProbeTemplate> text_templates() { return kText; }
std::span<const ProbeTemplate> principle_templates() { return kPrinciples; }
std::span<const ProbeTemplate> generic_templates() { return kGeneric; }
const ProbeTemplate& smooth_template() { return kSmooth; }

std::span<const std::string_view, kLadderRungs> ladder(Layer layer) { return kLadders[static_cast<std::size_t>(layer)]; }
std::span<const ProbeLine> interruptions() { return kInterruptions; }
std::span<const ProbeLine> pushes() { return kPushes; }

}  // namespace starling
