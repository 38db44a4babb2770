# The tests are compiled alike for what ships and under asan, and what ships alike for the tests and for the learner: whoever
# comes second finds what was compiled in a cache within the build folder. A developer's own cache comes first.
find_program(CCACHE_PROGRAM ccache)
mark_as_advanced(CCACHE_PROGRAM)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_CONFIGPATH=${CMAKE_CURRENT_LIST_DIR}/ccache.conf
    CCACHE_DIR=${PROJECT_SOURCE_DIR}/build/ccache CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} ${CCACHE_PROGRAM})
endif()
