// Which words, addresses and names may not leave the house, and where do they stand in a text?
#pragma once

#include "privacy/mask.h"
#include "privacy/private_pieces.h"
#include "privacy/whole_words.h"
