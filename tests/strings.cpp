#include <string>

template class std::basic_string<char>;
template class std::basic_string<char32_t>;
