#include "engine/fix/text_copy.h"

#include "engine/base/utf8.h"
#include "engine/readers/encoding.h"

namespace plumbline::fix {
namespace {

std::size_t mark_size(std::string_view bytes, std::string_view encoding) {
  const auto size_of = [&](std::string_view mark) {
    return bytes.starts_with(mark) ? mark.size() : 0;
  };
  using namespace std::string_view_literals;
  if (encoding == "UTF-8")
    return size_of("\xEF\xBB\xBF"sv);
  if (encoding == "UTF-16LE")
    return size_of("\xFF\xFE"sv);
  if (encoding == "UTF-16BE")
    return size_of("\xFE\xFF"sv);
  if (encoding == "UTF-32LE")
    return size_of("\xFF\xFE\0\0"sv);
  if (encoding == "UTF-32BE")
    return size_of("\0\0\xFE\xFF"sv);
  return size_of("\x84\x31\x95\x33"sv);
}

/// The way through a file, character by character, beside its text.
class FileWalk {
 public:
  FileWalk(std::string_view bytes, const readers::Decoded& decoded)
      : bytes_(bytes), decoded_(decoded), at_(mark_size(bytes, decoded.encoding)) {}

  /// Offset in the file of an offset in the text; offsets must not go down.
  std::size_t to(std::size_t offset) {
    if (decoded_.encoding == "UTF-8") {
      at_ += offset - text_;
      text_ = offset;
    }
    while (text_ < offset && at_ < bytes_.size()) {
      const CodePoint one = decode_utf8(decoded_.text, text_);
      at_ += size_of(one.value);
      text_ = one.end;
    }
    return at_;
  }

 private:
  std::size_t size_of(char32_t value) const {
    if (decoded_.encoding.starts_with("UTF-32"))
      return 4;
    if (decoded_.encoding.starts_with("UTF-16"))
      return value > 0xFFFF ? 4 : 2;
    const auto byte = [&](std::size_t i) {
      return i < bytes_.size() ? static_cast<unsigned char>(bytes_[i]) : 0U;
    };
    if (byte(at_) < 0x80)
      return 1;
    return byte(at_ + 1) >= 0x30 && byte(at_ + 1) <= 0x39 ? 4 : 2;
  }

  std::string_view bytes_;
  const readers::Decoded& decoded_;
  std::size_t at_;
  std::size_t text_ = 0;
};

}  // namespace

std::string edited(std::string_view text, std::span<const Edit> edits) {
  std::string result;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    result.append(text, at, edit.raw_begin - at).append(edit.text);
    at = edit.raw_end;
  }
  return result.append(text, at, std::string_view::npos);
}

std::optional<std::string> text_copy(std::string_view bytes, std::span<const Edit> edits) {
  const readers::Decoded decoded = readers::decode(bytes);
  FileWalk walk(bytes, decoded);
  std::string copy;
  std::size_t at = 0;
  for (const Edit& edit : edits) {
    const std::optional<std::string> words = readers::encode(edit.text, decoded.encoding);
    const std::size_t begin = walk.to(edit.raw_begin);
    const std::size_t end = walk.to(edit.raw_end);
    if (!words || edit.raw_end > decoded.text.size() || end > bytes.size())
      return std::nullopt;
    copy.append(bytes, at, begin - at).append(*words);
    at = end;
  }
  copy.append(bytes, at, std::string_view::npos);
  const readers::Decoded again = readers::decode(copy);
  if (again.encoding != decoded.encoding || again.text != edited(decoded.text, edits))
    return std::nullopt;
  return copy;
}

}  // namespace plumbline::fix
