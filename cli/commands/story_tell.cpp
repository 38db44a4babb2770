// `story tell`: title and principle, a clock against the target, the figures, then the text and the grades.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <span>
#include <vector>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/principle_name.h"
#include "cli/recorder.h"
#include "cli/tell.h"

namespace starling {

namespace {

constexpr Option<PrincipleName> kTellFor{"--for", "P", "the principle it is told for; without a story one of that principle"};
constexpr Option<Name> kTellQuestion{"--question", "Q", "as the answer to this question, by id or by words of it", {Offer::From::Questions}};
constexpr Option<Whole> kTellLength{"--length", "SECONDS", "30, 60, 150 or 270, where the story has that length", {30, 270}};

std::vector<ItemId> stories_due(const Study& study) {
  const Agenda agenda = study.agenda();
  std::vector<ItemId> due;
  for (const Asked& asked : agenda.stories()) due.push_back(asked.item->id);
  return due;
}

// What is due first, of that principle where one is given; else the one told longest ago. Null where there is none.
const Story* story_given(const Study& study, std::span<const ItemId> due, std::optional<std::size_t> principle) {
  if (!principle && due.empty()) return nullptr;
  const std::vector<std::size_t> wanted = principle ? std::vector{*principle} : std::vector<std::size_t>();
  const Story* best = story_to_tell(study.library().stories(), study.states(), due, wanted);
  return best && (!principle || angle_for(*best, *principle)) ? best : nullptr;
}

constexpr Switch kRecord{"--record", "record the telling into recordings/, by a recorder of the system"};

// A telling that is recorded, until its clock ends.
struct RecordedTelling {
  std::filesystem::path file;
  std::function<void()> stop;
};

RecordedTelling begin_recording(const Study& study, const Story& story, const World& world) {
  const std::filesystem::path folder = study.folder().root() / "recordings";
  make_folder(folder);
  std::string time = study.rule().time_of_day(world.clock.now());
  std::erase(time, ':');
  RecordedTelling recorded{folder / fmt::format("{}-{}-{}.wav", story.id, to_string(study.now().day), time), {}};
  if (world.record) recorded.stop = world.record(recorded.file);
  if (!recorded.stop) throw UsageError(fmt::format("no recorder began; --record needs one of {}, a telling none of them", kRecorders));
  return recorded;
}

std::string recording_sentence(const RecordedTelling& recorded) {
  std::error_code none;
  if (std::filesystem::file_size(recorded.file, none) > 0 && !none) return fmt::format("Recorded: {}\n", recorded.file.string());
  return "The recorder kept nothing: is there a microphone?\n";
}

// Of what a question asks after, what the story is told for; nothing where it serves none of it.
std::optional<std::size_t> principle_of(const InterviewQuestion& question, const Story& story) {
  const auto served = std::ranges::find_if(question.principles, [&](std::size_t principle) { return angle_for(story, principle); });
  return served == question.principles.end() ? std::nullopt : std::optional(*served);
}

const Story* story_given(const Study& study, std::span<const ItemId> due, const InterviewQuestion& question) {
  for (const std::size_t principle : question.principles)
    if (const Story* story = story_given(study, due, principle)) return story;
  return nullptr;
}

void set_question(TellingTask& task, const InterviewQuestion& question) {
  const auto principle = principle_of(question, *task.story);
  if (!principle)
    throw UsageError(fmt::format("'{}' is no story of {}, which the question asks after", task.story->id,
                                 principles()[question.principles.front()].name));
  task.choice.principle = principle;
  task.question = question.id;
  task.question_text = question.text;
}

void set_length(TellingTask& task, int seconds, const Study& study) {
  const std::vector<int> lengths = lengths_of(*task.story);
  if (std::ranges::find(lengths, seconds) == lengths.end()) {
    std::vector<std::string> there;
    for (const int length : lengths) {
      const int target = target_of(*task.story, length, study.settings().target_seconds);
      there.push_back(target == length ? fmt::format("{}", length) : fmt::format("{} (told in {})", length, target));
    }
    throw UsageError(fmt::format("'{}' has a text for {} seconds, not for {}", task.story->id, fmt::join(there, ", "), seconds));
  }
  task.choice.length = seconds;
  task.target_seconds = target_of(*task.story, seconds, study.settings().target_seconds);
}

void set_principle(TellingTask& task, std::size_t principle) {
  if (!angle_for(*task.story, principle))
    throw UsageError(fmt::format("'{}' is no story of {}", task.story->id, principles()[principle].name));
  task.choice.principle = principle;
}

Exit run_story_tell(const Arguments& arguments, World& world) {
  if (arguments.json) throw UsageError("'story tell' is for people; scripts use 'answer story/ID GRADE --seconds N'");
  const auto study = open_study(arguments, world);
  const auto id = arguments.value(kStory);
  const auto principle = arguments.value(kTellFor);
  const auto asked = arguments.value(kTellQuestion);
  if (asked && principle) throw UsageError("a question says what it is told for: --question or --for");
  const InterviewQuestion* question = asked ? &need_question(study->library(), *asked) : nullptr;
  const Story* story = id         ? &need_story(*study, *id)
                       : question ? story_given(*study, stories_due(*study), *question)
                                  : story_given(*study, stories_due(*study), principle);
  if (!story) {
    if (question)
      world.out << fmt::format("No whole story is of {} yet: starling coverage\n", principles()[question->principles.front()].name);
    else if (principle)
      world.out << fmt::format("No whole story is of {} yet: starling coverage\n", principles()[*principle].name);
    else if (study->library().stories().empty())
      for (const std::string& sentence : about_missing_stories(*study)) world.out << paragraph(sentence, text_width(world));
    else
      world.out << "No story is due. Tell any one: starling story tell ID\n";
    return Exit::NotMet;
  }
  TellingTask task = next_telling_of(*study, *story);
  if (principle) set_principle(task, *principle);
  if (question) set_question(task, *question);
  if (const auto seconds = arguments.value(kTellLength)) set_length(task, *seconds, *study);
  if (!arguments.has(kRecord)) return tell_story(*study, task, world) ? Exit::Ok : Exit::NotMet;
  need_whole(*study, *story);
  const RecordedTelling recorded = begin_recording(*study, *story, world);
  task.told = recorded.stop;
  const bool kept = tell_story(*study, task, world);
  world.out << recording_sentence(recorded);
  return kept ? Exit::Ok : Exit::NotMet;
}

}  // namespace

const Command kStoryTellCommand{.name = "story tell",
                                .operands = {maybe(kStory)},
                                .summary = "tell a story against the clock",
                                .options = {&kTellFor, &kTellQuestion, &kTellLength, &kRecord},
                                .examples = {"starling story tell", "starling story tell night-pages", "starling story tell --for OW",
                                             "starling story tell --question walked-past"},
                                .run = run_story_tell};

}  // namespace starling
