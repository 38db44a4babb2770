// What names an item is parsed at the door, and may be none; a text is no item yet.
#include "item/item.h"

bool is_story(const starling::ItemId& item) { return item.kind() == starling::ItemKind::Story; }

bool is_story_text(const std::string& text) {
#ifdef CONTROL
  return is_story(starling::ItemId::parse(text).value());
#else
  return is_story(text);
#endif
}
