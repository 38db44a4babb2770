// `completion`: a script for a shell; and `complete`, which that script asks at each Tab.
#include "cli/completion.h"

#include <ostream>
#include <set>

#include "cli/commands.h"
#include "cli/open_study.h"
#include "cli/places.h"

namespace starling {

namespace {

constexpr Operand<Choice<Shell>> kShell{"SHELL", {kShells}};
constexpr Operand<Text> kWord{"WORD"};

Exit run_completion(const Arguments& arguments, World& world) {
  world.out << completion_script(arguments.operand(kShell));
  return Exit::Ok;
}

std::vector<std::string> names(const Study& study, Offer::From from) {
  const Library& library = study.library();
  std::vector<std::string> list;
  std::set<std::string> tags;
  if (from == Offer::From::Items)
    for (const Item& item : library.items()) list.push_back(item.id.text());
  if (from == Offer::From::Stories)
    for (const Story& story : library.stories()) list.push_back(story.id);
  if (from == Offer::From::Decks)
    list = deck_ids(library);
  if (from == Offer::From::Problems)
    for (const CodingProblem& problem : library.coding_problems()) list.push_back(problem.id);
  if (from == Offer::From::Exercises)
    for (const DesignExercise& exercise : library.design_exercises()) list.push_back(exercise.id);
  if (from == Offer::From::Questions)
    for (const InterviewQuestion& question : library.interview_questions()) list.push_back(question.id);
  if (from == Offer::From::Patterns) list = pattern_names(library);
  if (from == Offer::From::Tasks && library.plan())
    for (const PlanDay& day : library.plan()->days)
      for (const Task& task : day.tasks) list.push_back(task.id);
  if (from == Offer::From::Tasks)
    for (const AddedTask& each : library.plan_changes().added) list.push_back(each.task.id);
  if (from == Offer::From::Rounds)
    for (const Round& round : rounds_or_usual(study.standpoint())) list.push_back(round.id);
  if (from == Offer::From::Tags)
    for (const DeckHead& deck : library.decks())
      for (const Card& card : library.deck(deck.id)->cards) tags.insert(card.tags.begin(), card.tags.end());
  list.insert(list.end(), tags.begin(), tags.end());
  return list;
}

// Adds what the study folder of the typed line holds; nothing where there is no folder, and none is made.
void look_up(Completion& completion, const Arguments& arguments, const World& world) {
  const std::filesystem::path named = completion.home ? std::filesystem::path(*completion.home) : world.home;
  const auto home = without_tilde(named, world.user);
  if (home.empty() || !StudyFolder(home).exists()) return;
  const Study study(study_place(StudyFolder(home), world), world.clock, arguments.date);
  for (std::string& name : names(study, completion.from))
    if (name.starts_with(completion.typed)) completion.words.push_back({std::move(name), ""});
}

// The first line says whether the shell's own completion of "files" or "folders" is wanted, or "words" alone. Each
// other line is a word and, behind a tab, what it is.
Exit run_complete(const Arguments& arguments, World& world) {
  Completion completion = complete(arguments.operands(kWord), commands());
  const Offer::From from = completion.from;
  if (from > Offer::From::Folders)
    look_up(completion, arguments, world);
  world.out << (from == Offer::From::Files ? "files" : from == Offer::From::Folders ? "folders" : "words") << "\n";
  for (const OfferedWord& candidate : completion.words) {
    world.out << completion.before << candidate.word;
    if (!candidate.help.empty()) world.out << '\t' << candidate.help;
    world.out << '\n';
  }
  return Exit::Ok;
}

}  // namespace

const Command kCompletionCommand{.name = "completion",
                                 .operands = {one(kShell)},
                                 .summary = "a script that completes words at Tab, for bash, zsh or fish",
                                 .examples = {"source <(starling completion bash)",
                                              "starling completion fish | source"},
                                 .run = run_completion};

const Command kCompleteCommand{.name = "complete",
                               .operands = {any(kWord)},
                               .summary = "the words that could stand where the last of these is being typed",
                               .examples = {"starling complete -- review --deck aws"},
                               .hidden = true,
                               .run = run_complete};

}  // namespace starling
