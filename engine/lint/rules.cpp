#include "lint/rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "lint/finders.h"

namespace starling {

namespace {

// What has to be written before a rule can look at a draft.
constexpr unsigned kNothing = 0;
constexpr unsigned needs(Section section) { return 1U << static_cast<unsigned>(section); }
constexpr unsigned kWhole = 1U << kSectionCount;

struct Rule {
  std::string_view id;
  // With limits as {key}, as {key%} in percent, and lists of words as {key}.
  std::string_view definition;
  unsigned needs;
  LintFinds (*find)(const LintCase&);
  std::string_view why;
  std::string_view advice;
};

constexpr std::array<Rule, kLintRules.size()> kRules{{
    {"short", "All sections have fewer than {short_words} words.", kWhole, find_short,
     "A short answer leaves it to the interviewer to pull the story out of you, question by question.",
     "Add the steps that you took yourself and why you took them, before any more background."},
    {"long", "All sections have more than {long_words} words.", kNothing, find_long,
     "After three minutes an interviewer listens for a place to interrupt, and the result may never be heard.",
     "Cut what can be asked for: history, names of systems, the second example."},
    {"situation-heavy", "The situation takes more than {situation_share%} of the words; more than {situation_error%} is an error.",
     kWhole, find_situation_heavy, "While you set the scene there is nothing about you to write down.",
     "Keep when, where, what was at stake and one figure, and leave the rest for the follow-ups."},
    {"action-thin", "The action takes less than {action_share%} of the words.", kWhole, find_action_thin,
     "What you did is what is assessed; the rest only frames it.",
     "Tell what you did step by step, with the reason for each step and what you turned down."},
    {"we-heavy",
     "In the action I, me, my, mine, myself and I’… are less than {i_share%} of these and we, us, our, ours and we’…, once "
     "there are {i_or_we_words} of both.",
     needs(Section::Action), find_we_heavy, "Behind a we nobody can tell what you did, and it will not be counted as yours.",
     "Say of each step who did it, and I where it was you."},
    {"i-blind",
     "The same share is above {i_share_most%}, and the scope has more than {i_blind_people} people.", needs(Section::Action),
     find_i_blind, "A story of so many people in which nobody else acts sounds like taking their credit.",
     "Name one thing that somebody else did, and whose it was."},
    {"no-number", "The result has no number: in digits, or two to hundred with what is counted.", needs(Section::Result),
     find_no_number, "Without a figure a result is an opinion, and the next question is how you know.",
     "Say by how much it changed, or how many people noticed."},
    {"one-number", "The result has a number, and fewer than {result_numbers}.", needs(Section::Result), find_one_number,
     "One figure alone cannot be judged: nobody knows whether it was much.",
     "Set a second figure beside it: the one before, the time it took, or what it cost."},
    {"no-baseline",
     "The result has numbers and none of: from … to, down from, up from, fell, rose, →, before, after; and no [[metric]] has "
     "both ends.",
     needs(Section::Result), find_no_baseline, "A figure without the one before it may be good or bad.",
     "Say what the figure was before, over what time."},
    {"no-date", "There is no year and no month in the situation and the task, and no 'when'.",
     needs(Section::Situation) | needs(Section::Task), find_no_date,
     "Without a date the story sounds made up, or older than it is.", "Begin with the month and the year."},
    {"hedged",
     "Hedges take more than {hedged_share%} of the words: kind of, sort of, basically, maybe, probably, somewhat, pretty, "
     "really, I think, I guess, tried to, helped to, various, many, some, a lot, significantly, much better, around.",
     kWhole, find_hedged, "A hedge takes back what you have just said, and doubt is what will be remembered.",
     "Leave the hedge out, or put the figure in its place."},
    {"passive",
     "The action has more than {passives_per_100} times was, were or been with a participle in 100 words; or any section says "
     "'it was decided', 'mistakes were made' or 'was told to'.",
     kNothing, find_passive, "A passive hides who acted, and that is the question.", "Name who did it, yourself first."},
    {"jargon",
     "More than {jargon_words} different words of two to six capitals are neither spelled out where they first stand nor "
     "allowed: {jargon_allowed}.",
     kNothing, find_jargon, "The interviewer may be of another trade, and will not ask at the fourth abbreviation.",
     "Say what the thing does in place of its name, or spell it out once."},
    {"no-conflict",
     "Fewer of these are in the action than {conflict_words}: but, however, although, despite, refused, disagreed, objected, "
     "failed, risk, feared, in any of their forms.",
     needs(Section::Action), find_no_conflict, "Where nothing resisted, nothing was hard, and anyone could have done it.",
     "Say who was against it or what went wrong, and what you did then."},
    {"no-decision",
     "Fewer of these are said with I in the action than {decision_words}: chose, decided, stopped, refused, cut, proposed, "
     "wrote, asked, set, rejected, cancelled, delayed.",
     needs(Section::Action), find_no_decision, "An interviewer writes down decisions; without one there is nothing to weigh.",
     "Say which choice was yours, and between what."},
    {"no-reflection",
     "The reflection has fewer than {reflection_words} words, or says that communication is important or key, teamwork, "
     "or learned a lot.",
     needs(Section::Reflection), find_no_reflection, "What you took from it is how the interviewer tells that you grow.",
     "Say what you have done differently since, and where it showed."},
    {"old", "'when' ended more than {old_years} years ago; more than {old_error_years} is an error.", kNothing, find_old,
     "Interviewers ask for recent work, since it shows the scope that you have now.",
     "Tell a younger story for the same principle first, and keep this one as the second."},
    {"blame",
     "They, he or she failed, refused, didn’t or never, at least {blame_times} times, and no sentence says what you got wrong.",
     kNothing, find_blame, "Who blames others without a fault of their own is marked down for trust.",
     "Say what you could have done earlier, and leave the others their reasons."},
    {"secret", "There is an e-mail address, a phone number, the word confidential, or one of {code_names}.", kNothing, find_secret,
     "Telling it shows the interviewer how you would treat their secrets.",
     "Put a neutral word in its place before this is told or exported."},
    {"buzz",
     "At least {buzz_times} of these is said: leverage, synergy, best practice, rockstar, drive alignment.", kNothing, find_buzz,
     "A buzzword stands where the interviewer wants to hear what happened.", "Say in plain words what was done, and by whom."},
    {"same-lead", "One story answered more than {lead_questions} questions of one debrief.", kNothing, find_same_lead,
     "Interviewers compare their notes, and one story everywhere reads as one thing ever done.",
     "Give one of these questions another story."},
}};

constexpr bool in_the_order_of_their_names() {
  for (std::size_t i = 0; i < kRules.size(); ++i)
    if (kRules[i].id != kLintRules[i]) return false;
  return true;
}
static_assert(in_the_order_of_their_names());

// Of an introduction only what must not leave the house is said: the other rules weigh the parts of a story.
bool can_look(const Rule& rule, const LintCase& c) {
  if (c.story.kind == StoryKind::Intro) return rule.find == find_secret;
  if (!c.story.draft) return true;
  if ((rule.needs & kWhole) != 0) return false;
  return std::ranges::all_of(kSections, [&](Section section) {
    return (rule.needs & needs(section)) == 0 || c.spoken.words(section) >= kSectionMinWords;
  });
}

bool is_off(const LintSettings& settings, std::string_view rule) {
  return std::ranges::find(settings.off, rule) != settings.off.end();
}

LintFlag flag_of(const Rule& rule, LintFound found, std::string_view file, const TextLayout& layout) {
  const FilePoint place = place_of_piece(file, layout, found.spot.name, found.spot.value, found.spot.piece);
  return {rule.id, found.severity, found.section, place, std::move(found.words), std::move(found.text), rule.why, rule.advice};
}

// The names between braces of a definition, in their order.
std::vector<std::string_view> names_in(std::string_view definition) {
  std::vector<std::string_view> names;
  for (std::size_t at = definition.find('{'); at != definition.npos; at = definition.find('{', at + 1))
    names.push_back(definition.substr(at + 1, definition.find('}', at) - at - 1));
  return names;
}

std::string words_text(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string value_text(std::string_view name, const LintSettings& settings) {
  if (name == "jargon_allowed") return settings.jargon_allowed.empty() ? "none" : words_text(settings.jargon_allowed);
  if (name == "code_names") return settings.code_names.empty() ? "your code_names, none yet" : "your code_names";
  const bool share = name.ends_with('%');
  const double value = settings.at(*find_lint_limit(share ? name.substr(0, name.size() - 1) : name));
  return share ? percent(value) : fmt::format("{:g}", value);
}

LintRuleView view_of(const Rule& rule, const LintSettings& settings) {
  LintRuleView view{rule.id, std::string(rule.definition), {}, {}, rule.why, rule.advice, (rule.needs & kWhole) != 0,
                    is_off(settings, rule.id)};
  for (const std::string_view name : names_in(rule.definition)) {
    const std::string braced = fmt::format("{{{}}}", name);
    view.definition.replace(view.definition.find(braced), braced.size(), value_text(name, settings));
    if (const auto limit = find_lint_limit(name.ends_with('%') ? name.substr(0, name.size() - 1) : name))
      view.limits.push_back(*limit);
    else
      view.list = name;
  }
  return view;
}

}  // namespace

std::vector<LintFlag> lint(const Story& story, std::string_view file, const LintSettings& settings, const LintContext& context) {
  const SpokenStory words = spoken(story);
  const LintCase c{story, words, settings, context};
  std::vector<std::pair<const Rule*, LintFinds>> found;
  for (const Rule& rule : kRules)
    if (!is_off(settings, rule.id) && can_look(rule, c)) found.emplace_back(&rule, rule.find(c));
  const bool none = std::ranges::all_of(found, [](const auto& each) { return each.second.empty(); });
  std::vector<LintFlag> flags;
  if (none) return flags;
  const TextLayout layout = layout_of(file);
  for (auto& [rule, finds] : found)
    for (LintFound& one : finds) flags.push_back(flag_of(*rule, std::move(one), file, layout));
  std::ranges::stable_sort(flags, [](const LintFlag& a, const LintFlag& b) {
    return std::pair(a.place.line, a.place.column) < std::pair(b.place.line, b.place.column);
  });
  return flags;
}

int lint_words(const Story& story) {
  return story.kind == StoryKind::Intro ? static_cast<int>(spoken(story.text).words.size()) : spoken(story).words();
}

std::vector<LintRuleView> lint_rule_views(const LintSettings& settings) {
  std::vector<LintRuleView> views;
  for (const Rule& rule : kRules) views.push_back(view_of(rule, settings));
  return views;
}

}  // namespace starling
