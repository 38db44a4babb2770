// `debrief`, `debrief add`, `debrief outcome`: what was asked in the interview, and what came of it.
#include <fmt/format.h>

#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/dialogue.h"
#include "cli/handing_out.h"
#include "cli/logging.h"
#include "cli/open_study.h"
#include "cli/screen/debrief.h"
#include "cli/screen/review.h"
#include "cli/wire/wire.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr std::array<std::string_view, 2> kDebriefFormats{"text", "md"};

constexpr Option<Date> kInterviewOn{"--on", "DATE", "the day of the interview, where that is not today"};
constexpr Option<Date> kOfDay{"--on", "DATE", "only the interview of that day"};
constexpr Switch kKeepNote{"--write", "keep it as notes/debrief.md, unless you wrote into that"};
constexpr Option<Choice<std::string_view>> kDebriefFormat{"--format", "FORMAT", "text or md, for Markdown", {kDebriefFormats}};
constexpr Option<Text> kQuestion{"--question", "TEXT", "what was asked"};
constexpr Option<Text> kForPrinciple{"--principle", "P", "the principle that it was for"};
constexpr Option<Name> kToldStory{"--story", "ID", "the story that you told", {Offer::From::Stories}};
constexpr Option<Text> kFollowUp{"--follow-up", "TEXT", "a follow-up that hurt; again for more"};
constexpr Option<Whole> kRating{"--rating", "N", "how it went, 1 to 5", {1, kHighestRating}};
constexpr Operand<Choice<std::string_view>> kResult{"RESULT", {kResults}};
constexpr Option<Text> kReason{"--reason", "TEXT", "a reason that you were given; again for more"};

std::optional<Day> interview_day(const Arguments& arguments, const Study& study) {
  const auto on = arguments.value(kInterviewOn);
  if (on && *on > study.now().day) throw UsageError(fmt::format("--on: {} is still to come", to_string(*on)));
  return on;
}

std::string need_principle(const std::string& word) {
  const auto found = find_principle(word);
  if (!found) throw UsageError(fmt::format("there is no principle '{}'{}", shorten(word, 60), did_you_mean(word, principle_ids())));
  return std::string(principles()[*found].id);
}

std::vector<std::string> need_texts(std::vector<std::string> texts, std::string_view option) {
  for (const std::string& text : texts)
    if (trimmed(text).empty()) throw UsageError(fmt::format("{} has nothing in it", option));
  return texts;
}

Written keep_debrief(Study& study, const Event& event, std::string text, std::optional<Day> on) {
  return {study.log({event}, {}, on), std::move(text), nullptr};
}

Written keep_question(Study& study, const Debriefed& asked, std::optional<Day> on) {
  return keep_debrief(study, asked, fmt::format("Kept: {}", shorten(asked.question, 60)), on);
}

Written keep_outcome(Study& study, const InterviewOutcome& outcome, std::optional<Day> on) {
  const std::string reasons = outcome.reasons.empty() ? "" : fmt::format(", {}", counted(static_cast<int>(outcome.reasons.size()), "reason"));
  Written written = keep_debrief(study, outcome, fmt::format("{}{}.", capitalised(outcome.result), reasons), on);
  const Standpoint from = study.standpoint();
  if (outcome.result == "rejected" && from.timeline.days_left(from.now.day) <= 0) written.text += " " + next_date_sentence(from);
  return written;
}

// Asking a person -----------------------------------------------------------------------------------------------------

// One short question after the other; whatever is left empty is left out.
class DebriefTalk {
 public:
  DebriefTalk(Study& study, World& world, std::optional<Day> on) : study_(study), talk_(world), on_(on) {}

  // Until no further question is given; how many were.
  int questions() {
    talk_.say(talk_.style().dim(paragraph("Enter leaves an answer out; with no question it ends.", talk_.width())));
    int kept = 0;
    while (const auto question = given(kept == 0 ? "What was asked? " : "What else was asked? ")) {
      keep(*question);
      ++kept;
    }
    return kept;
  }

  bool outcome() {
    const auto result = checked("The outcome (offer, rejected, waiting, withdrawn)? ", [](const std::string& word) {
      return std::string(Choice<std::string_view>{kResults}.read("the outcome", word));
    });
    if (!result) return false;
    const InterviewOutcome outcome{*result, several("A reason? ", "Another reason? ")};
    talk_.say(paragraph(keep_outcome(study_, outcome, on_).text, talk_.width()));
    return true;
  }

 private:
  void keep(const std::string& question) {
    Debriefed asked;
    asked.question = question;
    asked.principle = checked("For which principle? ", need_principle).value_or("");
    asked.story = checked("Which story did you tell (its id)? ", [this](const std::string& id) { return need_story(study_, id).id; }).value_or("");
    asked.follow_ups = several("A follow-up that hurt? ", "Another one? ");
    const auto rating = checked("How did it go, 1 to 5? ", [](const std::string& word) {
      return std::to_string(Whole{1, kHighestRating}.read("how it went", word));
    });
    if (rating) asked.rating = std::stoi(*rating);
    talk_.say(paragraph(keep_question(study_, asked, on_).text, talk_.width()));
  }

  // Nothing for an empty line, and at the end of input.
  std::optional<std::string> given(std::string_view prompt) {
    const auto line = talk_.ask(prompt);
    const std::string text(line ? trimmed(*line) : std::string_view());
    return text.empty() ? std::nullopt : std::optional(text);
  }
  // Asked again where `read` refuses it.
  std::optional<std::string> checked(std::string_view prompt, const std::function<std::string(const std::string&)>& read) {
    while (const auto word = given(prompt)) try {
        return read(*word);
      } catch (const UsageError& wrong) {
        talk_.say(paragraph(capitalised(wrong.what()) + ".", talk_.width()));
      }
    return std::nullopt;
  }
  std::vector<std::string> several(std::string_view first, std::string_view further) {
    std::vector<std::string> list;
    while (const auto text = given(list.empty() ? first : further)) list.push_back(*text);
    return list;
  }

  Study& study_;
  Dialogue talk_;
  std::optional<Day> on_;
};

bool ask_debrief(Study& study, const Arguments& arguments, World& world, std::optional<Day> on) {
  DebriefTalk talk(study, world, on);
  const int kept = talk.questions();
  const bool outcome = talk.outcome();
  tell_remarks(study, arguments, world);
  return kept > 0 || outcome;
}

bool can_ask(const Arguments& arguments, const World& world) { return world.terminal != nullptr && !arguments.json; }

// The commands --------------------------------------------------------------------------------------------------------

Exit run_debrief(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const auto on = arguments.value(kOfDay);
  DebriefView view = debrief_view(study->standpoint(), on);
  const bool shows = arguments.has(kKeepNote) || arguments.has(kDebriefFormat);
  if (view.empty() && can_ask(arguments, world) && !shows) {
    if (on && *on > study->now().day) throw UsageError(fmt::format("--on: {} is still to come", to_string(*on)));
    return ask_debrief(*study, arguments, world, on) ? Exit::Ok : Exit::NotMet;
  }
  std::optional<NoteWritten> written;
  if (arguments.has(kKeepNote) && !view.empty())
    written = write_note(study->folder(), on ? fmt::format("debrief-{}.md", to_string(*on)) : "debrief.md", debrief_markdown(view));
  if (arguments.json) {
    world.out << debrief_json(view, written);
  } else if (written) {
    world.out << note_sentence(*written, "starling debrief");
  } else if (arguments.value(kDebriefFormat) == "md") {
    Handout handout(study->library().stories(), !arguments.has(kUnmasked));
    handout.prepare(view);
    world.out << debrief_markdown(view);
    tell_handout(handout.remarks(), arguments, world);
  } else {
    world.out << debrief_screen(view, Style(world.colour), text_width(world));
  }
  return view.empty() ? Exit::NotMet : Exit::Ok;
}

Exit run_debrief_add(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const auto on = interview_day(arguments, *study);
  const auto question = arguments.value(kQuestion);
  if (!question) {
    const bool other = arguments.has(kForPrinciple) || arguments.has(kToldStory) || arguments.has(kFollowUp) || arguments.has(kRating);
    if (other || !can_ask(arguments, world)) throw UsageError("'debrief add' needs --question TEXT");
    return ask_debrief(*study, arguments, world, on) ? Exit::Ok : Exit::NotMet;
  }
  if (trimmed(*question).empty()) throw UsageError("--question has nothing in it");
  Debriefed asked{*question, "", "", need_texts(arguments.values(kFollowUp), "--follow-up"), arguments.value(kRating)};
  if (const auto word = arguments.value(kForPrinciple)) asked.principle = need_principle(*word);
  if (const auto id = arguments.value(kToldStory)) asked.story = need_story(*study, *id).id;
  const Written written = keep_question(*study, asked, on);
  tell_remarks(*study, arguments, world);
  tell_written(written, *study, arguments, world);
  return Exit::Ok;
}

Exit run_debrief_outcome(const Arguments& arguments, World& world) {
  const auto study = open_study(arguments, world);
  const auto on = interview_day(arguments, *study);
  const auto result = arguments.value(kResult);
  if (!result) {
    if (!can_ask(arguments, world)) throw UsageError("'debrief outcome' needs one of: offer, rejected, waiting, withdrawn");
    DebriefTalk talk(*study, world, on);
    const bool kept = talk.outcome();
    tell_remarks(*study, arguments, world);
    return kept ? Exit::Ok : Exit::NotMet;
  }
  const Written written = keep_outcome(*study, {std::string(*result), need_texts(arguments.values(kReason), "--reason")}, on);
  tell_remarks(*study, arguments, world);
  tell_written(written, *study, arguments, world);
  return Exit::Ok;
}

}  // namespace

const Command kDebriefCommand{.name = "debrief",
                              .summary = "what was asked in the interview, and what came of it",
                              .options = {&kOfDay, &kKeepNote, &kDebriefFormat, &kUnmasked},
                              .relations = {excludes(kKeepNote, kDebriefFormat)},
                              .examples = {"starling debrief", "starling debrief --format md", "starling debrief --write"},
                              .run = run_debrief};

const Command kDebriefAddCommand{
    .name = "debrief add",
    .summary = "a question of the interview; asks where nothing is given",
    .options = {&kQuestion, &kForPrinciple, &kToldStory, &kFollowUp, &kRating, &kInterviewOn},
    .examples = {"starling debrief add --question \"When were you wrong?\" --principle AR --story night-pages --follow-up \"Who told you?\" --rating 2"},
    .run = run_debrief_add};

const Command kDebriefOutcomeCommand{
    .name = "debrief outcome",
    .operands = {maybe(kResult)},
    .summary = "offer, rejected, waiting or withdrawn, with the reasons",
    .options = {&kReason, &kInterviewOn},
    .examples = {"starling debrief outcome waiting", "starling debrief outcome rejected --reason \"Depth in one story\" --reason \"No figures\""},
    .run = run_debrief_outcome};

}  // namespace starling
