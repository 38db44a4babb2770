#include "cli/topics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "cli/screen.h"
#include "text/text.h"

namespace starling {

namespace {

constexpr TopicLine kWords[]{
    {"1 + 0", "In coverage: stories that have the principle as their primary one, and those that show it beside another."},
    {"angle", "One telling of a story for one principle; a story may serve up to four."},
    {"auc", "How well a model tells what will be forgotten from what will not; 1 is always, 0.5 is chance."},
    {"bins", "How far a model's predictions are off, group by group; lower is better."},
    {"calibration", "Whether what was predicted came true: of what was held to be 90 % sure, 90 % should be recalled."},
    {"clean", "A telling in which every part came back, every figure was right, and which took from half its target to a fifth over it."},
    {"core", "The fewest of your stories that have every principle twice, none of them used for more than three."},
    {"covered", "A principle with a primary story and two angles or more, told in the last 14 days once the second half of the plan has begun."},
    {"deed", "What one undo takes back: an answer, a suspension, a setting, new weights with every date they moved."},
    {"deferred", "Due or new, and left for another day because today's minutes or cards are used."},
    {"depth", "Of a principle: how many different stories it can have while each other principle keeps one of its own."},
    {"difficulty", "How hard a card is for you, from 1 to 10; it follows from your grades."},
    {"draft", "A story that is still being written; it counts nowhere."},
    {"due", "To be asked today: the chance of recall has fallen to the one that you want."},
    {"due since", "It came due on an earlier day and was not asked. Nothing is lost by it."},
    {"flag", "What story lint marks in a story, by one of its rules; story.lint.off leaves rules out. Of a card: your mark that it is "
             "unclear or wrong; on a second day, or again with a note, it is suspended."},
    {"fuzz", "A few days more or less, so that cards learnt together do not all come back together."},
    {"gap", "Of a card: the word that is left out. Of coverage: a principle without a complete story."},
    {"gate", "What should be reached by the end of a month of the plan; in the plan of 24 weeks month 4 asks for 25 complete stories, and "
             "a primary story and two angles for every principle."},
    {"grade", "again: not recalled. hard: recalled with trouble. good: recalled. easy: too easy."},
    {"interval", "Days from one answer to the next question."},
    {"item", "What has a schedule of its own: a card, one gap or direction of a card, a story, a probe."},
    {"lapse", "A learned card that was graded again."},
    {"layer", "What a follow-up goes for: context, role, decision, execution, result, learning."},
    {"learning", "Met, and not yet left for days. relearning: the same after a lapse."},
    {"leech", "A card forgotten eight times (review.leech_lapses): better written anew than asked again."},
    {"log loss", "How wrong a model's predictions are as a whole; lower is better."},
    {"mature", "With an interval of 21 days or more; young is below."},
    {"new", "Open and never asked. At most 20 are begun a day (review.new_per_day)."},
    {"primary", "The one principle without which a story could not be told; what it also shows is secondary."},
    {"probe", "A follow-up question to a story, with your own answer; it is scheduled as a card is, and retired when the words that made "
              "it leave the story."},
    {"progress", "In month: coverage x recall x quality, in percent. Coverage: what is done of what the gates ask by then. Recall: the "
                 "mean chance of the area's cards, of behavioural that of the stories told. Quality: of coding the last target for a "
                 "medium problem by the minutes it takes you, else the mean score of 5."},
    {"quality", "The mean of a story's six scores, 1 to 5. It counts once all six are there."},
    {"ready", "A story told clean on three different days."},
    {"recall", "The chance that you know an item now; the field says retrievability."},
    {"retention", "The chance of recall at which a card comes back: 90 % unless you set another."},
    {"retrievability", "The chance of recall now, from the model; screens say recall."},
    {"sibling", "Another gap or direction of the same card. One a day is asked, since one gives the other away."},
    {"stability", "Days until the chance of recall has fallen to 90 %. It grows with every answer that holds."},
    {"stale", "A covered principle with no telling in the last 14 days, once the second half of the plan has begun."},
    {"step", "A wait of minutes before a new or forgotten card comes again (review.learning_steps). "
             "With fsrs-6 one that ends after the study day has turned counts as a day."},
    {"telling", "A story told aloud against the clock; it is scheduled as a card is."},
    {"thin", "A principle with no complete primary story, or with one angle only."},
    {"true retention", "What you recalled, of the answers to learned cards on a later day than the answer before."},
    {"warm", "A story told in the last 14 days."},
    {"weights", "The numbers of the memory model. 'starling optimise' fits them to your own answers."},
    {"win", "A line on what you did, kept while it is fresh; a story may be made of it."},
};

constexpr TopicLine kKeys[]{
    {"Space, Enter", "Show the answer; then take the proposed grade. Where nothing was typed, good is proposed."},
    {"1 2 3 4", "Again, hard, good, easy, once the answer is shown."},
    {"up, down", "Scroll what is longer than the window, as Page up and Page down do."},
    {"u, r", "Undo and redo the last answer, of an earlier sitting as well. While a verdict is shown, u first takes back what was typed."},
    {"e", "Edit the card at its line. A shipped card gets a copy of your own."},
    {"s, b", "Suspend, bury until tomorrow; u brings it back, Esc and u where the next card opens with a line."},
    {"f", "Flag the card as unclear or wrong, with a note; flagged on a second day it is suspended. u takes it back."},
    {"i", "Why this card now: state, dates, recall, and with the answer its source. i again closes it."},
    {"t", "Type the answer of a card that is not typed by itself."},
    {"?", "These keys."},
    {"q, Ctrl-D", "Leave. Every answer is kept."},
    {"Ctrl-Z", "Suspend the program; fg goes on."},
};

constexpr std::string_view kKeysAfter =
    "In a line: arrows, Home, End, Ctrl-A E W U K. Without a terminal that can move its cursor a sitting goes line by line, "
    "and a key is typed with a colon before it, :u.\n\n"
    "Choice: a digit chooses and shows the verdict at once.\n\n"
    "Typed and number cards open with a line to type in: Esc leaves the line for the keys above, an empty Enter shows the answer.\n\n"
    "Ordered: the digits in order, \"312\" or \"3 1 2\".\n\n"
    "Basic, reversible, scenario, cloze and code: you grade yourself; t types.\n\n"
    "Telling a story: space pauses the clock, m marks where the next section begins, Enter ends it; then 1 to 4 for each part, "
    "u one back. A drill of probes: space stops the clock; r ready, s shaky, n none, u one back. Leaving either asks once "
    "more.\n\n"
    "What cannot be an answer of the card is asked again and counts for nothing. Where an answer does not match, Enter grades "
    "nothing: you say what it was, 1 to 4.";

constexpr std::array kTopics{
    HelpTopic{"words", "Words", "what the words on the screens mean", kWords},
    HelpTopic{"keys", "Keys of a sitting", "the keys of a sitting", kKeys, kKeysAfter},
};

constexpr int kTermColumns = 16;
constexpr int kTwoColumns = 60;  // narrower than this, a meaning stands below its term

template <class Each>
void each_paragraph(std::string_view text, const Each& each) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\n\n"), text.size());
    each(text.substr(0, end));
    text.remove_prefix(std::min(end + 2, text.size()));
  }
}

}  // namespace

std::span<const HelpTopic> help_topics() { return kTopics; }

const HelpTopic* find_topic(std::string_view name) {
  const auto found = std::ranges::find(kTopics, name, &HelpTopic::name);
  return found == kTopics.end() ? nullptr : &*found;
}

std::string topic_text(const HelpTopic& topic, int width) {
  std::string text;
  for (const TopicLine& line : topic.lines)
    text += width < kTwoColumns ? fmt::format("{}\n{}", line.term, paragraph(line.meaning, width, 2))
                                : hanging(padded(line.term, kTermColumns), line.meaning, width);
  each_paragraph(topic.after, [&](std::string_view each) { text += "\n" + paragraph(each, width); });
  return text;
}

std::string topic_page(const HelpTopic& topic) {
  std::string text = fmt::format("# {}\n\n`starling help {}` shows the same.\n\n| | |\n| --- | --- |\n", topic.title, topic.name);
  for (const TopicLine& line : topic.lines) text += fmt::format("| **{}** | {} |\n", line.term, line.meaning);
  each_paragraph(topic.after, [&](std::string_view each) { text += fmt::format("\n{}\n", each); });
  return text;
}

}  // namespace starling
