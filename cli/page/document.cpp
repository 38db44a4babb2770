#include "cli/page/document.h"

#include <fmt/format.h>

#include "page_style.h"
#include "text/text.h"

namespace starling {

namespace {

std::string_view reference(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return {};
  }
}

// A character of no use that XML does not allow.
bool is_no_character(std::string_view text, std::size_t at) {
  const std::string_view three = text.substr(at, 3);
  return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF";
}

}  // namespace

std::string html_text(std::string_view text) {
  const std::string clean = shown(text);
  std::string safe;
  safe.reserve(clean.size());
  for (std::size_t at = 0; at < clean.size(); ++at) {
    if (is_no_character(clean, at)) {
      safe += "\xEF\xBF\xBD";
      at += 2;
    } else if (const std::string_view as = reference(clean[at]); !as.empty()) {
      safe += as;
    } else {
      safe += clean[at];
    }
  }
  return safe;
}

std::string html_element(std::string_view name, std::string_view inside) {
  return fmt::format("<{0}>{1}</{0}>\n", name, inside);
}

std::string html_element(std::string_view name, std::string_view css_class, std::string_view inside) {
  return fmt::format("<{0} class=\"{1}\">{2}</{0}>\n", name, css_class, inside);
}

std::string html_document(const HtmlPage& page) {
  const std::string title = html_text(page.title);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
      "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
      "<title>{}</title>\n<style>\n{}{}</style>\n</head>\n<body>\n<main>\n<h1>{}</h1>\n{}</main>\n</body>\n</html>\n",
      title, page_style::frame, page.style, title, page.body);
}

}  // namespace starling
