// A page of HTML that stands alone: one file with its style, without scripts and without anything from elsewhere. It is
// well-formed XML too, so that any tool can read it.
#pragma once

#include <string>
#include <string_view>

namespace starling {

// `text` as it may stand in an element or between quotes, whatever it holds.
[[nodiscard]] std::string html_text(std::string_view text);

// "<h2>…</h2>" with a newline behind it; `inside` is HTML.
[[nodiscard]] std::string html_element(std::string_view name, std::string_view inside);
[[nodiscard]] std::string html_element(std::string_view name, std::string_view css_class, std::string_view inside);

struct HtmlPage {
  std::string title;       // of the window and the page; text
  std::string body;        // HTML below the title
  std::string_view style;  // CSS beside that of every page; without < and &
};
[[nodiscard]] std::string html_document(const HtmlPage& page);

}  // namespace starling
