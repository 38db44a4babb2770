// starling_docs ROOT: writes the made pages below ROOT.
#include <cstdio>
#include <exception>

#include "source/source.h"
#include "tools/docs/pages.h"

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("usage: starling_docs ROOT\n", stderr);
    return 2;
  }
  try {
    const std::filesystem::path root = words[1];
    for (const starling::Page& page : starling::made_pages(root / "decks"))
      starling::write_file(root / page.name, page.text);
  } catch (const std::exception& wrong) {
    std::fprintf(stderr, "starling_docs: %s\n", wrong.what());
    return 1;
  }
}
