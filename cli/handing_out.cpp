#include "cli/handing_out.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "cli/open_study.h"

namespace starling {

namespace {

constexpr std::size_t kMostPieces = 5;  // that one line names

std::string marked_sentence(const HandoutRemarks& remarks) {
  if (remarks.marked == 0) return "";
  const std::string words = counted(remarks.marked, "marked word");
  if (!remarks.masked) return fmt::format("{} {} in it unmasked.", words, remarks.marked == 1 ? "stands" : "stand");
  return fmt::format("{} {} masked; --unmasked leaves {}.", words, remarks.marked == 1 ? "is" : "are", remarks.marked == 1 ? "it" : "them");
}

std::string pieces_sentence(const std::vector<std::string>& pieces) {
  if (pieces.empty()) return "";
  const std::span<const std::string> named(pieces.data(), std::min(pieces.size(), kMostPieces));
  const std::string more = pieces.size() > kMostPieces ? fmt::format(" and {} more", pieces.size() - kMostPieces) : "";
  return fmt::format("Addresses, numbers or private names stand in it: {}{}.", fmt::join(named, ", "), more);
}

}  // namespace

std::string handout_line(const HandoutRemarks& remarks) {
  const std::string marked = marked_sentence(remarks);
  const std::string pieces = pieces_sentence(remarks.pieces);
  return marked + (marked.empty() || pieces.empty() ? "" : " ") + pieces;
}

void tell_handout(const HandoutRemarks& remarks, const Arguments& arguments, World& world) {
  if (const std::string line = handout_line(remarks); !line.empty() && !arguments.quiet) put_remark(world, line);
}

}  // namespace starling
