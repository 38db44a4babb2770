#include "cli/story_talk.h"

#include <fmt/format.h>

#include <optional>

#include "cli/usage_error.h"
#include "text/text.h"

namespace starling {

namespace {

// The words of a line; nothing at the end of input.
std::optional<std::string> words_of_line(Dialogue& talk, std::string_view prompt) {
  const auto line = talk.ask(paragraph(prompt, talk.width()) + "> ");
  if (!line) return std::nullopt;
  return std::string(trimmed(*line));
}

void tell(Dialogue& talk, std::string_view sentence) { talk.say(paragraph(sentence, talk.width())); }

bool ask_title(Dialogue& talk, const StoryTalk& about, NewStory& story) {
  while (const auto line = words_of_line(talk, "1 of 5. What happened, in one line?")) {
    const std::string why = line->empty() ? "A story needs a title" : about.refuses(*line);
    if (why.empty()) {
      story.title = *line;
      return true;
    }
    tell(talk, capitalised(why) + ".");
  }
  return false;
}

std::string all_principles(int width) {
  std::string text;
  for (const Principle& principle : principles()) text += hanging(fmt::format("  {}  ", principle.code), principle.name, width);
  return text;
}

bool ask_principle(Dialogue& talk, const StoryTalk& about, NewStory& story) {
  const Principle& proposed = principles()[about.proposal.principle];
  tell(talk, fmt::format("Coverage lacks most: {}.", about.proposal.why));
  const std::string prompt = fmt::format("2 of 5. Which principle is it for? (Enter: {} {}; ? lists all)", proposed.code, proposed.name);
  while (const auto line = words_of_line(talk, prompt)) {
    if (line->empty()) {
      story.principle = about.proposal.principle;
      return true;
    }
    story.principle = find_principle(*line);
    if (story.principle) return true;
    if (*line == "?")
      talk.say(all_principles(talk.width()));
    else
      tell(talk, fmt::format("There is no principle '{}'{}.", shorten(*line, 40), did_you_mean(*line, principle_ids())));
  }
  return false;
}

bool ask_when(Dialogue& talk, NewStory& story) {
  while (const auto line = words_of_line(talk, "3 of 5. When was it? (2025, or 2025-01 to 2025-05)")) {
    if (line->empty() || period_of(*line)) {
      story.when = *line;
      return true;
    }
    tell(talk, "That cannot be read as a time: write a year, a month or two of them.");
  }
  return false;
}

bool ask_role(Dialogue& talk, NewStory& story) {
  const auto line = words_of_line(talk, "4 of 5. Your role, and how many people or teams? (senior engineer, 2 teams, 14 people)");
  if (!line) return false;
  const RoleSaid said = role_said(*line);
  story.role = said.role;
  story.teams = said.teams;
  story.people = said.people;
  return true;
}

bool ask_figure(Dialogue& talk, NewStory& story) {
  const auto line = words_of_line(talk, "5 of 5. The one figure that changed, from what to what? (night pages a week: 23 to 2)");
  if (!line) return false;
  if (!line->empty()) story.metric = metric_said(*line);
  return true;
}

}  // namespace

bool ask_new_story(Dialogue& talk, const StoryTalk& about, NewStory& story) {
  talk.say(talk.style().dim(paragraph("Five short questions; Enter leaves an answer out. Nothing is made before the last.", talk.width())));
  return (!trimmed(story.title).empty() || ask_title(talk, about, story)) && (story.principle || ask_principle(talk, about, story)) &&
         (!story.when.empty() || ask_when(talk, story)) && ask_role(talk, story) && ask_figure(talk, story);
}

}  // namespace starling
