# Debian 12 packages; docs/dependencies.md tells what each is for. Facts hidden here: libre2-dev has
# no CMake config, yaml-cpp 0.7 exports `yaml-cpp` without a namespace.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc)
find_package(yaml-cpp 0.7 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(LibXml2 2.9 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
pkg_check_modules(libyaml REQUIRED IMPORTED_TARGET yaml-0.1)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(pugixml REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(xlsxwriter REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(re2 REQUIRED IMPORTED_TARGET re2)
