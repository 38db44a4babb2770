// Whether the cache says what the text says.
#pragma once

#include <filesystem>
#include <string>

#include "doctor/finding.h"
#include "history/history.h"
#include "library/library.h"
#include "store/store.h"

namespace starling {

// States as the cache keeps them, beside what all deeds add up to by the same model.
[[nodiscard]] FindingList findings_in_states(const ItemStates& kept, const ItemStates& told);

// Items as the cache keeps them, beside those of texts that were read anew.
[[nodiscard]] FindingList findings_in_items(std::span<const Item> kept, std::span<const Item> fresh);

// `was_there` says whether there was a file of it, `made_anew` what opening it did.
[[nodiscard]] FindingList findings_in_cache_file(const StorePlace& place, bool was_there, bool made_anew);
[[nodiscard]] bool has_cache_file(const StorePlace& place);

}  // namespace starling
