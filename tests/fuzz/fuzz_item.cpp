// Any bytes are the name of an item or none; a name is made of its parts.
#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "item/item.h"
#include "law.h"

using namespace starling;

namespace {

std::string made_of_parts(const ItemId& id) {
  const std::string group(id.group());
  const std::string name(id.name());
  if (id.kind() == ItemKind::Probe) return "probe/" + group + "/" + name;
  return group + "/" + name + std::string(id.schedule());
}

void check(std::string_view text) {
  const auto id = ItemId::parse(text);
  if (!id) return;
  law(id->text() == text, "a name is as it was written");
  law(made_of_parts(*id) == text, "a name is made of its parts");
  law(id->text() == std::string(id->whole()) + std::string(id->schedule()), "a name is a whole and a schedule");
  law(ItemId::parse(id->whole()).has_value(), "a whole is a name");
  law(id->schedule().empty() || id->kind() == ItemKind::Card, "only cards have several schedules");
  law(is_item_name(id->group()) && is_item_name(id->name()), "parts are words");
  const bool reserved = is_reserved_deck(text.substr(0, text.find('/')));
  law((id->kind() == ItemKind::Card && !is_of_stories(*id)) != reserved, "reserved words are other kinds, or the deck of stories");
  law(text == std::string(id->group()) + "/" + std::string(name_in_deck(*id)) || !is_of_stories(*id), "a card of stories has one schedule");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  check(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    check(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return 0;
}
