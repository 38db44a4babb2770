#include "story/items.h"

namespace starling {

Item item_of(const Story& story, int default_target_seconds) {
  const int seconds = story.target_seconds.value_or(default_target_seconds);
  const Away away = is_complete(story) ? Away::No : Away::Draft;
  return {story_item(story.id), "story", 0, {}, Levels::Both, away, {seconds, seconds, seconds},
          traits(ItemKind::Story).worth};
}

}  // namespace starling
