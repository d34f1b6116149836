# One static library per folder of engine/; DEPENDS is the layer table that the linker enforces
# (tests/hygiene/check_layers.py enforces the includes).
add_library(plumbline_flags INTERFACE)
target_include_directories(plumbline_flags INTERFACE
  "${PROJECT_SOURCE_DIR}" "${PROJECT_SOURCE_DIR}/engine/include")
# g++ 12 sees ghosts in "a" + std::string as well, in optimised builds only (its bug 105651).
target_compile_options(plumbline_flags INTERFACE
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-restrict>)
if(PLUMBLINE_DEVELOPER_MODE)
  target_compile_options(plumbline_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wnon-virtual-dtor
    -Wold-style-cast -Wimplicit-fallthrough -Wno-missing-field-initializers
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)  # g++ 12 sees ghosts in std::optional
  target_compile_definitions(plumbline_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(PLUMBLINE_SANITIZE)
  target_compile_options(plumbline_flags INTERFACE
    -fsanitize=${PLUMBLINE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(plumbline_flags INTERFACE -fsanitize=${PLUMBLINE_SANITIZE})
endif()

# plumbline_module(<name> SOURCES a.cpp ... [DEPENDS base ...] [LIBRARIES third::party ...])
# LIBRARIES are private: no third-party type leaves a module's .cpp files.
function(plumbline_module name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_library(plumbline_${name} STATIC ${ARG_SOURCES})
  target_link_libraries(plumbline_${name} PUBLIC plumbline_flags)
  foreach(dependency IN LISTS ARG_DEPENDS)
    target_link_libraries(plumbline_${name} PUBLIC plumbline_${dependency})
  endforeach()
  target_link_libraries(plumbline_${name} PRIVATE ${ARG_LIBRARIES})
endfunction()

# plumbline_embed_schema(<name> <header> <module> <variable>): schemas/<name>-v1.schema.json becomes
# <name>_schema_json() of the module, declared in the header; <variable> is the source that holds it.
function(plumbline_embed_schema name header module variable)
  set(json "${PROJECT_SOURCE_DIR}/schemas/${name}-v1.schema.json")
  set(cpp "${CMAKE_CURRENT_BINARY_DIR}/${name}_schema_json.cpp")
  set(embed "${PROJECT_SOURCE_DIR}/engine/cmake/embed_text.cmake")
  add_custom_command(OUTPUT "${cpp}"
    COMMAND "${CMAKE_COMMAND}" "-DINPUT=${json}" "-DOUTPUT=${cpp}" "-DHEADER=${header}"
      "-DNAMESPACE=plumbline::${module}" "-DFUNCTION=${name}_schema_json" -P "${embed}"
    DEPENDS "${json}" "${embed}" VERBATIM)
  set(${variable} "${cpp}" PARENT_SCOPE)
endfunction()

# plumbline_test(<module> SOURCES a_test.cpp ... [DEPENDS ...]): one doctest binary per module.
function(plumbline_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES} "${PROJECT_SOURCE_DIR}/tests/support/main.cpp")
  target_link_libraries(test_${name} PRIVATE plumbline_flags doctest::doctest ${ARG_LIBRARIES})
  foreach(dependency IN LISTS ARG_DEPENDS)
    target_link_libraries(test_${name} PRIVATE plumbline_${dependency})
  endforeach()
  target_compile_definitions(test_${name} PRIVATE
    PLUMBLINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" PLUMBLINE_BINARY_DIR="${PROJECT_BINARY_DIR}")
  doctest_discover_tests(test_${name} TEST_PREFIX "${name}/" PROPERTIES
    LABELS unit FAIL_REGULAR_EXPRESSION "test cases: +0 ")
endfunction()
