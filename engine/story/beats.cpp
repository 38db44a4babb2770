#include "story/beats.h"

#include <algorithm>
#include <functional>
#include <string_view>

#include "text/text.h"

namespace starling {

namespace {

constexpr std::ptrdiff_t kParagraphs = 3;  // so many are taken for the teller's own steps
constexpr std::ptrdiff_t kOwnSentences = 2;

using Pieces = std::vector<std::string_view>;

std::string_view section_of(const Story& story, Section section) { return story.sections[static_cast<std::size_t>(section)]; }

// Both of one text, and what stands between them.
std::string_view from_to(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

// Neighbouring pieces joined, so that one begins at the first and wherever `begins` says so.
Pieces joined(const Pieces& pieces, const std::function<bool(std::size_t)>& begins) {
  Pieces result;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i == 0 || begins(i)) result.push_back(pieces[i]);
    else result.back() = from_to(result.back(), pieces[i]);
  }
  return result;
}

bool begins_line(const Pieces& sentences, std::size_t at) {
  const char* end = sentences[at - 1].data() + sentences[at - 1].size();
  return std::find(end, sentences[at].data(), '\n') != sentences[at].data();
}

// "I", and "I'd" with either apostrophe.
bool is_i(std::string_view word) { return word == "I" || word.starts_with("I'") || word.starts_with("I\xE2\x80\x99"); }

bool says_i(std::string_view sentence) {
  const std::vector<Stretch> words = words_in(sentence);
  return std::ranges::any_of(words, [&](const Stretch& word) { return is_i(sentence.substr(word.begin, word.size)); });
}

Pieces steps_of(const Pieces& all) {
  Pieces paragraphs = joined(all, [&](std::size_t i) { return begins_line(all, i); });
  if (std::ssize(paragraphs) >= kParagraphs) return paragraphs;
  std::vector<bool> own;
  for (const std::string_view sentence : all) own.push_back(says_i(sentence));
  if (std::ranges::count(own, true) < kOwnSentences) return all;
  return joined(all, [&](std::size_t i) { return own[i]; });
}

}  // namespace

std::string opening_of(const Story& story) {
  const Pieces all = sentences(story.kind == StoryKind::Intro ? std::string_view(story.text) : section_of(story, Section::Situation));
  return all.empty() ? "" : on_one_line(all.front());
}

std::vector<std::string> beats_of(const Story& story) {
  if (story.kind == StoryKind::Intro) return {};
  Pieces steps = steps_of(sentences(section_of(story, Section::Action)));
  const std::size_t count = steps.size();
  const auto group = [&](std::size_t i) { return i * kMostBeats / count; };
  if (count > kMostBeats) steps = joined(steps, [&](std::size_t i) { return group(i) != group(i - 1); });
  std::vector<std::string> beats;
  for (const std::string_view step : steps) beats.push_back(on_one_line(step));
  return beats;
}

}  // namespace starling
