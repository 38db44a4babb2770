#include "cli/screen/needs.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/text.h"

namespace starling {

namespace {

constexpr int kDeepest = 8;  // levels that are drawn in; deeper ones stand below one another

class NeedsTree {
 public:
  NeedsTree(const NeedsGraph& graph, const Style& style, int width)
      : graph_(graph), style_(style), width_(width), drawn_(graph.nodes.size(), false) {}

  std::string draw() {
    std::string text;
    int alone = 0;
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i) {
      const NeedsNode& node = graph_.nodes[i];
      if (node.needs.empty() && node.needed_by.empty()) ++alone;
      if (node.needs.empty() && !node.needed_by.empty()) text += branch(i);
    }
    // What needs itself round about has no beginning.
    for (std::size_t i = 0; i < graph_.nodes.size(); ++i)
      if (!graph_.nodes[i].needs.empty() && !drawn_[i]) text += branch(i);
    if (alone > 0)
      text += style_.dim(paragraph(text.empty() ? fmt::format("None of its {} needs another.", counted(alone, "card"))
                                                : fmt::format("{} more need{} none and {} needed by none.", counted(alone, "card"),
                                                              alone == 1 ? "s" : "", alone == 1 ? "is" : "are"),
                                   width_));
    return text;
  }

 private:
  // Without recursion, since a chain may be long.
  std::string branch(std::size_t root) {
    std::string text;
    std::vector<std::pair<std::size_t, int>> open{{root, 0}};
    while (!open.empty()) {
      const auto [at, depth] = open.back();
      open.pop_back();
      const bool again = drawn_[at];
      text += line(at, depth, again);
      if (again) continue;
      drawn_[at] = true;
      const auto& next = graph_.nodes[at].needed_by;
      for (auto child = next.rbegin(); child != next.rend(); ++child) open.emplace_back(*child, depth + 1);
    }
    return text;
  }

  [[nodiscard]] std::string line(std::size_t at, int depth, bool again) const {
    const NeedsNode& node = graph_.nodes[at];
    const int inset = 2 * std::min(depth, kDeepest);
    const std::string lead = std::string(static_cast<std::size_t>(std::max(0, inset - 2)), ' ') + (depth > 0 ? "└ " : "");
    const std::string id = node.outside ? node.id : node.id.substr(graph_.deck.size() + 1);
    const int room = std::max(8, width_ - inset);
    std::string text = lead + shorten(id + (again ? " (above)" : ""), room);
    const int left = width_ - display_width(text) - 2;
    if (!again && left >= 20) text += "  " + style_.dim(shorten(without_emphasis(node.question), left));
    return text + "\n";
  }

  const NeedsGraph& graph_;
  const Style& style_;
  int width_;
  std::vector<bool> drawn_;
};

std::string dot_text(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : shown(text)) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c == '\n' ? ' ' : c;
  }
  return quoted + "\"";
}

}  // namespace

std::string needs_screen(const NeedsGraph& graph, const Style& style, int width) {
  return style.bold(graph.deck) + "\n" + NeedsTree(graph, style, width).draw();
}

std::string needs_dot(const NeedsGraph& graph) {
  std::string text = fmt::format("digraph {} {{\n  rankdir = LR;\n  node [shape = box];\n", dot_text(graph.deck));
  for (const NeedsNode& node : graph.nodes)
    text += fmt::format("  {} [tooltip = {}{}];\n", dot_text(node.id), dot_text(without_emphasis(node.question)), node.outside ? ", style = dashed" : "");
  for (const NeedsNode& node : graph.nodes)
    for (const std::size_t need : node.needs) text += fmt::format("  {} -> {};\n", dot_text(graph.nodes[need].id), dot_text(node.id));
  return text + "}\n";
}

}  // namespace starling
