// `story new`: the file of a story, from five questions, from Markdown, from a win or from its title.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <ostream>

#include "cli/commands.h"
#include "cli/commands/operands.h"
#include "cli/dialogue.h"
#include "cli/editor.h"
#include "cli/open_study.h"
#include "cli/practice_names.h"
#include "cli/principle_name.h"
#include "cli/story_talk.h"
#include "cli/wire/wire.h"
#include "source/source.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr Operand<Text> kTitle{"TITLE"};
constexpr Option<Text> kTitleGiven{"--title", "T", "the title, where it is easier to quote so"};
constexpr Option<PrincipleName> kPrinciple{"--principle", "P", "the principle it is for, id or code"};
constexpr Option<Text> kId{"--id", "ID", "in place of one made from the title"};
constexpr Option<File> kFromMarkdown{"--from", "FILE", "a Markdown file with headings Situation, Task, Action, Result"};
constexpr Option<Whole> kFromWin{"--from-win", "N", "a win of 'win list': its line is the situation", {1, 100'000}};

constexpr std::size_t kLongestTitle = 90;  // columns of one that is made of a win

// What was found on the way and is to be said.
struct StoryDraft {
  NewStory story;
  std::string why;  // the principle was chosen; empty: it was given, or there is none
};

std::filesystem::path path_of(const Study& study, const std::string& id) { return study.folder().stories() / (id + ".toml"); }

// A sentence without a full stop; empty: the id is free.
std::string why_taken(const Study& study, const std::string& id) {
  if (id.empty()) return "the title has no Latin letters for an id; give one with --id";
  const Story* story = study.library().story(id);
  if (!story && read_file(path_of(study, id), 1).fault == FileFault::Missing) return "";
  return fmt::format("there is a story '{0}' already, in {1}; choose another id with --id, or change that one: starling story edit {0}",
                     id, (story ? study.library().place_of_story(id).path : path_of(study, id)).string());
}

std::string id_of(const Arguments& arguments, const std::string& title) { return kebab(arguments.value(kId).value_or(title)); }

std::string given_title(const Arguments& arguments) {
  const std::string words = joined_words(arguments.operands(kTitle));
  const std::string title(trimmed(without_controls(words.empty() ? arguments.value(kTitleGiven).value_or("") : words)));
  if (title.empty() && (arguments.has(kTitle) || arguments.has(kTitleGiven))) throw UsageError("'story new' needs a title with a letter in it");
  return title;
}

void put_win(const Study& study, int number, NewStory& story) {
  const std::vector<Win> wins = wins_of(study.standpoint().progress, study.library().stories());
  const auto win = std::ranges::find(wins, number, &Win::number);
  if (win == wins.end()) throw UsageError(fmt::format("there is no win {}; all of them: starling win list", number));
  if (!win->story.empty()) throw UsageError(fmt::format("win {} is the story '{}' already: starling story edit {}", number, win->story, win->story));
  if (story.title.empty()) story.title = shorten(win->what.text, kLongestTitle);
  story.sections[static_cast<std::size_t>(Section::Situation)] = win->what.text;
  story.from_win = to_string(win->deed);
  if (win->what.year) story.when = std::to_string(*win->what.year);
}

// False where the file is no story: what is wrong was told.
bool put_markdown(const std::string& name, const Arguments& arguments, World& world, NewStory& story) {
  const std::filesystem::path path(name);
  const FileText text = read_file(path, kMaxMarkdownBytes);
  if (!text && text.fault == FileFault::TooLarge)
    world.err << fmt::format("{}:1:1: error: the file has more than {} bytes; take out of it what is one story\n", name, kMaxMarkdownBytes);
  else if (!text)
    throw UsageError(fmt::format("{} {}", name, text.reason));
  if (!text) return false;
  MarkdownFile read = read_markdown_story(*text, name);
  for (const Problem& problem : read.problems)
    if (problem.severity == Severity::Error || !arguments.quiet) world.err << to_line(problem) << '\n';
  if (!read.story) return false;
  if (story.title.empty()) story.title = without_controls(read.story->title);
  if (story.title.empty()) {
    story.title = path.stem().string();
    std::ranges::replace_if(story.title, [](char c) { return c == '-' || c == '_'; }, ' ');
  }
  story.sections = std::move(read.story->sections);
  return true;
}

bool is_asked(const Arguments& arguments, const World& world, const NewStory& story) {
  return world.terminal && !arguments.json && !arguments.has(kFromMarkdown) && (story.title.empty() || !story.principle);
}

// Nothing is to be written in it any more.
bool is_whole_draft(const std::string& text) {
  const StoryFile read = read_story(text, "");
  if (!read.story) return false;
  Story story = *read.story;
  story.draft = false;
  return is_complete(story);
}

void tell_made(const StoryDraft& draft, const std::filesystem::path& path, World& world) {
  const NewStory& story = draft.story;
  std::string text = fmt::format("Made {}", path.string());
  if (story.principle) text += fmt::format(" for {}", principles()[*story.principle].name);
  text += ".";
  if (!draft.why.empty()) text += fmt::format(" No principle was named, and coverage lacks that one most: {}. Another one: --principle.", draft.why);
  if (!story.principle) text += fmt::format(" It has no principle and no figures yet: what a text says of them is not guessed.{}",
                                            draft.why.empty() ? "" : " " + draft.why);
  if (is_whole_draft(new_story_text(story))) text += " It is whole, and a draft counts nowhere: take the line 'draft = true' out of it.";
  world.out << paragraph(text, text_width(world));
}

Exit keep_story(const StoryDraft& draft, const Arguments& arguments, World& world, const Study& study) {
  const std::filesystem::path path = path_of(study, draft.story.id);
  make_folder(study.folder().stories());
  study.folder().put_schemas();
  if (!write_new_file(path, new_story_text(draft.story))) throw UsageError(why_taken(study, draft.story.id));
  if (arguments.json) {
    world.out << new_story_json(draft.story, path.string(), draft.why);
    return Exit::Ok;
  }
  tell_made(draft, path, world);
  if (!world.terminal) return Exit::Ok;
  world.out.flush();
  const std::string said = sentence_of(run_editor(world.editor, path, 1));
  if (!said.empty()) world.out << paragraph(said, text_width(world));
  return Exit::Ok;
}

Exit run_story_new(const Arguments& arguments, World& world) {
  std::string title = given_title(arguments);
  const auto study = open_study(arguments, world);
  StoryDraft draft;
  NewStory& story = draft.story;
  story.title = std::move(title);
  story.level = study->settings().level;
  story.target_seconds = study->settings().target_seconds;
  story.principle = arguments.value(kPrinciple);
  if (const auto number = arguments.value(kFromWin)) put_win(*study, *number, story);
  if (const auto file = arguments.value(kFromMarkdown); file && !put_markdown(*file, arguments, world, story)) return Exit::BadText;
  const auto refuses = [&](const std::string& words) { return why_taken(*study, id_of(arguments, words)); };
  if (!story.title.empty())
    if (const std::string why = refuses(story.title); !why.empty()) throw UsageError(why);
  if (is_asked(arguments, world, story)) {
    Dialogue talk(world);
    if (!ask_new_story(talk, {needy_principle(study->standpoint()), refuses}, story)) {
      talk.say("\nNothing was made.\n");
      return Exit::NotMet;
    }
  }
  if (story.title.empty()) throw UsageError("'story new' needs a title");
  if (!story.principle && !arguments.has(kFromMarkdown)) {
    NeedyPrinciple needy = needy_principle(study->standpoint());
    story.principle = needy.principle;
    draft.why = std::move(needy.why);
  }
  story.id = id_of(arguments, story.title);
  return keep_story(draft, arguments, world, *study);
}

}  // namespace

const Command kStoryNewCommand{.name = "story new",
                               .operands = {any(kTitle)},
                               .summary = "a new story: asks five short questions, or takes a text",
                               .options = {&kTitleGiven, &kPrinciple, &kFromMarkdown, &kFromWin, &kId},
                               .relations = {excludes(kFromMarkdown, kFromWin), excludes(kTitleGiven, kTitle)},
                               .examples = {"starling story new \"Night pages\" --principle BE",
                                            "starling story new --from ~/night-pages.md", "starling story new --from-win 1"},
                               .run = run_story_new};

}  // namespace starling
