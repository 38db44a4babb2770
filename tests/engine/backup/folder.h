// A study folder with a little of everything in it, in a temporary place.
#pragma once

#include <string>

#include "backup/backup.h"
#include "support/home.h"

namespace starling::test {

// An answer of `device`, as its line.
inline std::string line(const std::string& device, int number, const std::string& item = "deck/card") {
  Deed deed;
  deed.id = {device, number};
  deed.at = Instant(std::chrono::milliseconds(1'795'642'863'120 + 1000LL * number));
  deed.order = deed.at.time_since_epoch().count();
  deed.offset = std::chrono::minutes(60);
  deed.day = day("2026-11-25");
  deed.events.push_back(Suspended{*ItemId::parse(item)});
  return written(deed) + "\n";
}

class Folder {
 public:
  [[nodiscard]] std::filesystem::path home() const { return place_ / "study"; }
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return home() / name; }
  void put(const std::string& name, const std::string& text) const { place_.write("study/" + name, text); }
  [[nodiscard]] std::string text(const std::string& name) const { return text_of(home() / name); }
  [[nodiscard]] const TemporaryFolder& place() const { return place_; }

  void fill() const {
    put("starling.toml", "level = \"L6\"\n");
    put(".gitattributes", "log/** -text merge=union\n");
    put(".gitignore", "backups/\n");
    put("stories/checkout.toml", "id = \"checkout\"\n");
    put("decks/own.toml", "[deck]\nid = \"own\"\n");
    put("decks/problems/lc.toml", "schema = 1\n");
    put("notes/2026-11.md", "# November\n");
    put("log/k3f9x2/2026-11.jsonl", line("k3f9x2", 1) + line("k3f9x2", 2));
  }

 private:
  TemporaryFolder place_;
};

inline std::vector<std::string> names(const std::vector<ArchivedText>& texts) {
  std::vector<std::string> list;
  for (const ArchivedText& text : texts) list.push_back(text.name);
  return list;
}

}  // namespace starling::test
