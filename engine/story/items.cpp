#include "story/items.h"

#include "story/variants.h"

namespace starling {

Item item_of(const Story& story, int default_target_seconds) {
  const int seconds = target_of(story, kStandardVariant, default_target_seconds);
  const Away away = story.archived ? Away::Retired : is_complete(story) ? Away::No : Away::Draft;
  return {story_item(story.id), "story", 0, {}, Levels::Both, away, {seconds, seconds, seconds},
          traits(ItemKind::Story).worth};
}

}  // namespace starling
