#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/readers/failure.h"
#include "engine/readers/ofd_page.h"
#include "engine/readers/reader.h"
#include "engine/readers/zip.h"

namespace plumbline::readers {

/// The files of pictures in an OFD, by the ids under which pages show them.
class OfdPictures {
 public:
  explicit OfdPictures(ZipArchive& archive) : archive_(archive) {}

  /// Takes what a resource part `name` lists.
  void add(XmlNode resources, std::string_view name);
  /// Nothing is seen through it: it has no channel for that, or is of a kind that never has one.
  bool is_opaque(const std::string& id);
  /// Puts the words that are recognised on the larger pictures of the page in place of its words.
  Failure recognise(OfdPage& page, const Limits& limits);

 private:
  std::string bytes_of(const std::string& id);

  ZipArchive& archive_;
  std::map<std::string, std::string> parts_;
};

}  // namespace plumbline::readers
