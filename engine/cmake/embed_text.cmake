# cmake -DINPUT=a.json -DOUTPUT=a.cpp -DHEADER=engine/x.h -DNAMESPACE=a::b -DFUNCTION=name -P embed_text.cmake
# Writes a C++ file whose FUNCTION gives the text of INPUT as a string_view.
file(READ "${INPUT}" text)
file(WRITE "${OUTPUT}" "// Made from ${INPUT} by embed_text.cmake.
#include \"${HEADER}\"

namespace ${NAMESPACE} {

// NOLINTNEXTLINE(readability-function-size): one text
std::string_view ${FUNCTION}() {
  return R\"embedded(${text})embedded\";
}

}  // namespace ${NAMESPACE}
")
