#include "engine/readers/ofd_pictures.h"

#include <utility>
#include <vector>

#include "engine/readers/ocr.h"
#include "engine/readers/office_package.h"

namespace plumbline::readers {

void OfdPictures::add(XmlNode resources, std::string_view name) {
  const std::string_view folder = resources.attribute("BaseLoc");
  for (const XmlNode media : resources.child("MultiMedias").children()) {
    const std::string file = media.child("MediaFile").text();
    if (media.is("MultiMedia") && !file.empty()) {
      const std::string place = folder.empty() ? file : std::string(folder) + "/" + file;
      parts_.emplace(media.attribute("ID"), resolve_part(name, place));
    }
  }
}

std::string OfdPictures::bytes_of(const std::string& id) {
  const auto part = parts_.find(id);
  const ZipRecord* record = part == parts_.end() ? nullptr : archive_.find(part->second);
  return record == nullptr ? std::string() : archive_.read(*record).bytes;
}

bool OfdPictures::is_opaque(const std::string& id) {
  constexpr std::size_t kColour =
      25;  // of a PNG: kind of colour, 4 = with a channel to see through
  const std::string bytes = bytes_of(id);
  return bytes.starts_with("\xFF\xD8") || bytes.starts_with("BM") ||
         (bytes.starts_with("\x89PNG") && bytes.size() > kColour && (bytes[kColour] & 4) == 0 &&
          bytes[kColour] != 3);
}

Failure OfdPictures::recognise(OfdPage& page, const Limits& limits) {
  constexpr double kSmallest = 0.1;  // of the page
  Failure first;
  std::vector<LayoutWord> words;
  for (const OfdPicture& picture : page.pictures) {
    const double width = picture.right - picture.left, height = picture.bottom - picture.top;
    const std::string bytes = bytes_of(picture.resource);
    if (bytes.empty() || width * height < kSmallest * page.layout.width * page.layout.height) {
      continue;
    }
    LayoutPage drawn;
    if (Failure failure = recognise_picture(bytes, limits, drawn)) {
      first = first ? first : std::move(failure);
      continue;
    }
    const double scale = width / drawn.width;
    for (LayoutWord& word : drawn.words) {
      words.push_back({picture.left + word.left * scale, picture.top + word.top * scale,
                       picture.left + word.right * scale, picture.top + word.bottom * scale,
                       std::move(word.text)});
    }
  }
  if (!words.empty()) {
    page.layout.words = std::move(words);
    return {};
  }
  return first;
}

}  // namespace plumbline::readers
