#include "probe/questions.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "probe/finds.h"

namespace starling {

namespace {

constexpr std::string_view kSlot = "{x}";
constexpr std::string_view kGenericRules = "generic-";
// So many of one rule: a story with twelve figures is not asked about each.
constexpr int kMostOfRule = 2;

std::string filled(std::string_view wording, std::string_view words) {
  std::string text(wording);
  for (std::size_t at = text.find(kSlot); at != text.npos; at = text.find(kSlot, at + words.size())) text.replace(at, kSlot.size(), words);
  return text;
}

class Asker {
 public:
  explicit Asker(const Story& story) : story_(story), heard_(heard(story)) {}

  std::vector<ProbeQuestion> all() {
    for (const ProbeTemplate& each : text_templates()) ask_about_text(each);
    if (is_smooth(heard_)) add(smooth_template().with, smooth_template(), "");
    for (const Angle& angle : story_.angles)
      for (const ProbeTemplate& each : principle_templates())
        if (each.principle == static_cast<int>(angle.principle)) ask_of_principle(each);
    for (const ProbeTemplate& each : generic_templates()) add(each.with, each, "");
    std::ranges::stable_sort(questions_, {}, &ProbeQuestion::layer);
    return std::move(questions_);
  }

 private:
  void ask_about_text(const ProbeTemplate& each) {
    int asked = 0;
    for (const ProbeFind& find : finds(each.slot))
      if (asked < kMostOfRule && add(filled(each.with, find.spoken), each, find.from)) ++asked;
  }

  // What was used already is left for last: two questions about one sentence are dull.
  void ask_of_principle(const ProbeTemplate& each) {
    const std::vector<ProbeFind>& found = finds(each.slot);
    if (each.slot == ProbeSlot::None || found.empty()) {
      add(each.slot == ProbeSlot::None ? each.with : each.without, each, "");
      return;
    }
    const auto fresh = std::ranges::find_if(found, [&](const ProbeFind& find) { return !used_.contains(find.from); });
    const ProbeFind& find = fresh == found.end() ? found.front() : *fresh;
    add(filled(each.with, find.spoken), each, find.from);
  }

  bool add(std::string ask, const ProbeTemplate& by, const std::string& from) {
    if (ask.empty() || !asked_.insert(fold(ask)).second) return false;
    if (!from.empty()) used_.insert(from);
    const auto principle = by.principle < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(by.principle));
    questions_.push_back({std::move(ask), by.layer, by.rule, from, principle});
    return true;
  }
  bool add(std::string_view ask, const ProbeTemplate& by, const std::string& from) { return add(std::string(ask), by, from); }

  const std::vector<ProbeFind>& finds(ProbeSlot slot) {
    const auto at = finds_.find(slot);
    return at != finds_.end() ? at->second : finds_.emplace(slot, find_for(slot, story_, heard_)).first->second;
  }

  const Story& story_;
  HeardStory heard_;
  std::map<ProbeSlot, std::vector<ProbeFind>> finds_;
  std::set<std::string> asked_;  // folded
  std::set<std::string> used_;
  std::vector<ProbeQuestion> questions_;
};

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Not inside a word of letters without accents: "9 min" is not in "19 min".
bool holds_words(std::string_view text, std::string_view words) {
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
    const std::size_t end = at + words.size();
    const bool inside = (at > 0 && is_word_byte(text[at - 1]) && is_word_byte(text[at])) ||
                        (end < text.size() && is_word_byte(text[end]) && is_word_byte(text[end - 1]));
    if (!inside) return true;
  }
  return false;
}

// Everything that is told of it in some variant, each passage by itself, folded.
std::vector<std::string> texts_of(const Story& story) {
  std::vector<std::string> texts;
  const auto add = [&](std::string_view text) { texts.push_back(fold(text)); };
  for (std::size_t i = 0; i < kSectionCount; ++i) {
    add(story.sections[i]);
    if (story.marked[i].empty()) continue;
    for (const int length : {30, 60, 270}) add(at_length(story.marked[i], length));
  }
  for (const StoryVariant& variant : story.variants) add(variant.text);
  for (const StoryMetric& metric : story.metrics) {
    add(metric.name);
    add(metric.before);
    add(metric.after);
  }
  for (const std::string* text : {&story.title, &story.insight, &story.text}) add(*text);
  return texts;
}

}  // namespace

std::vector<ProbeQuestion> probe_questions(const Story& story) {
  if (story.kind == StoryKind::Intro) return {};
  return Asker(story).all();
}

bool is_generic(const ProbeQuestion& question) { return question.rule.starts_with(kGenericRules); }

bool still_says(const Story& story, std::string_view words) {
  const std::string wanted = fold(words);
  if (wanted.empty()) return true;
  const std::vector<std::string> texts = texts_of(story);
  return std::ranges::any_of(texts, [&](const std::string& text) { return holds_words(text, wanted); });
}

}  // namespace starling
