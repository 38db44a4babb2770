// Help that belongs to no command: what the words mean, what the keys do. Pages of docs/ are made of the same tables.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace starling {

struct TopicLine {
  std::string_view term;
  std::string_view meaning;
};

struct HelpTopic {
  std::string_view name;  // "words": starling help words
  std::string_view title;
  std::string_view summary;
  std::span<const TopicLine> lines;
  std::string_view after = {};  // paragraphs, an empty line between them
};

[[nodiscard]] std::span<const HelpTopic> help_topics();
// Absent where there is none of this name.
[[nodiscard]] const HelpTopic* find_topic(std::string_view name);

[[nodiscard]] std::string topic_text(const HelpTopic& topic, int width);
// As a page of docs/.
[[nodiscard]] std::string topic_page(const HelpTopic& topic);

}  // namespace starling
