#include "engine/readers/pdf_traits.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/utf8.h"
#include "engine/readers/pdf_syntax.h"
#include "engine/readers/zip.h"

namespace plumbline::readers {
namespace {

using Kind = PdfToken::Kind;

constexpr std::size_t kMostInflated = 64u << 20;  // bytes of all object streams
constexpr std::size_t kDeepest = 100;             // dictionaries and arrays in each other
constexpr std::size_t kMostTexts = 10'000;

/// A dictionary or array that is open.
struct Frame {
  bool dictionary = true;
  std::size_t begin = 0;
  std::string key;  ///< its value comes
  std::map<std::string, std::string, std::less<>> values;

  std::string_view operator[](std::string_view name) const {
    const auto found = values.find(name);
    return found == values.end() ? std::string_view() : std::string_view(found->second);
  }
  bool has(std::string_view name) const { return values.find(name) != values.end(); }
};

int number_in(std::string_view text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_known(std::string_view key) {
  constexpr std::string_view kKeys[] = {"Type",        "Subtype",  "F",       "FT",      "V",
                                        "T",           "Contents", "Rotate",  "CropBox", "XFA",
                                        "Collection",  "EF",       "N",       "First",   "Filter",
                                        "DecodeParms", "Length",   "Encrypt", "ObjStm"};
  return std::ranges::find(kKeys, key) != std::end(kKeys);
}

class TraitsReading {
 public:
  explicit TraitsReading(std::string_view bytes) : bytes_(bytes) {}

  PdfTraits run() {
    read_file();
    for (auto& [number, text] : texts_) {
      (text.remark ? traits_.remarks : traits_.values).push_back(std::move(text.words));
    }
    if (encrypted_) {
      traits_.complete = false;
      traits_.remarks.clear();
      traits_.values.clear();
    }
    return std::move(traits_);
  }

 private:
  struct Text {
    bool remark = false;
    std::string words;
  };

  void read_file() {
    PdfLexer lexer(bytes_);
    std::string before, last;  // words: the number of an object stands two before "obj"
    for (PdfToken token = lexer.next(); token.kind != Kind::kEnd; token = lexer.next()) {
      if (token.kind == Kind::kWord && token.text == "obj") {
        object_ = number_in(before);
        frames_.clear();
      } else if (token.kind == Kind::kWord && token.text == "stream") {
        skip_stream(lexer);
      } else {
        take(token);
      }
      if (token.kind == Kind::kWord) {
        before = std::exchange(last, std::move(token.text));
      }
    }
  }

  /// Behind the dictionary that was closed last.
  void skip_stream(PdfLexer& lexer) {
    std::size_t begin = lexer.at();
    begin += bytes_.substr(begin).starts_with("\r\n") ? 2u : begin < bytes_.size() ? 1u : 0u;
    constexpr std::string_view kEnd = "endstream";
    const auto length = static_cast<std::size_t>(std::max(0, number_in(closed_["Length"])));
    const bool told =
        length <= bytes_.size() - begin &&
        bytes_.substr(begin + length, kEnd.size() + 2).find(kEnd) != std::string_view::npos;
    const std::size_t end =
        told ? begin + length : std::min(bytes_.find(kEnd, begin), bytes_.size());
    if (closed_["Type"] == "ObjStm") {
      read_objects(bytes_.substr(begin, end - begin));
    }
    lexer.go_to(std::min(end + kEnd.size(), bytes_.size()));
    frames_.clear();
  }

  /// A stream of objects, whose numbers and places stand in front.
  void read_objects(std::string_view packed) {
    const Frame head = std::exchange(closed_, {});
    const bool plain = !head.has("Filter"), flate = head["Filter"] == "FlateDecode";
    if ((!plain && !flate) || head.has("DecodeParms") || encrypted_) {
      traits_.complete = false;
      return;
    }
    const std::string unpacked = plain ? std::string(packed) : inflate_stream(packed, room_);
    if (unpacked.empty()) {
      traits_.complete = false;
      return;
    }
    room_ -= std::min(room_, unpacked.size());
    PdfLexer lexer(unpacked);
    const auto first = static_cast<std::size_t>(std::max(0, number_in(head["First"])));
    std::vector<std::pair<std::size_t, int>> places;  // where each object begins, its number
    for (PdfToken token = lexer.next(); token.kind == Kind::kWord && lexer.at() <= first;) {
      const int number = number_in(token.text);
      const auto place = static_cast<std::size_t>(std::max(0, number_in(lexer.next().text)));
      places.emplace_back(first + place, number);
      token = lexer.next();
    }
    std::ranges::sort(places);
    frames_.clear();
    lexer.go_to(std::min(first, unpacked.size()));
    for (PdfToken token = lexer.next(); token.kind != Kind::kEnd; token = lexer.next()) {
      const auto behind =
          std::ranges::upper_bound(places, token.begin, {}, &std::pair<std::size_t, int>::first);
      object_ = behind == places.begin() ? 0 : (behind - 1)->second;
      take(token);
    }
    frames_.clear();
  }

  void take(const PdfToken& token) {
    switch (token.kind) {
      case Kind::kOpenDictionary:
      case Kind::kOpenArray:
        open(token);
        break;
      case Kind::kCloseDictionary:
      case Kind::kCloseArray:
        close(token.kind == Kind::kCloseDictionary);
        break;
      case Kind::kName:
      case Kind::kString:
      case Kind::kWord:
        put(token);
        break;
      case Kind::kEnd:
        break;
    }
  }

  void open(const PdfToken& token) {
    std::string key;
    if (!frames_.empty() && frames_.back().dictionary) {
      key = std::exchange(frames_.back().key, {});
      if (is_known(key)) {
        frames_.back().values.emplace(key, "");
      }
    }
    if (frames_.size() >= kDeepest) {
      traits_.complete = false;
      frames_.clear();
      return;
    }
    frames_.push_back({token.kind == Kind::kOpenDictionary, token.begin, {}, {}});
    if (!frames_.back().dictionary) {
      frames_.back().key = std::move(key);  // what its first name is the value of
    }
  }

  void put(const PdfToken& token) {
    if (frames_.empty()) {
      return;
    }
    Frame& frame = frames_.back();
    if (!frame.dictionary) {  // an array of one name is as good as the name
      if (token.kind == Kind::kName && !frame.key.empty() && frames_.size() > 1 &&
          is_known(frame.key)) {
        frames_[frames_.size() - 2].values[frame.key] += token.text;
      }
      return;
    }
    if (frame.key.empty()) {
      frame.key = token.kind == Kind::kName ? token.text : "";
      return;
    }
    const std::string key = std::exchange(frame.key, {});
    if (is_known(key)) {
      // Only strings are texts: a name or the number of an object is not told by mistake.
      const bool text = key == "Contents" || key == "V" || key == "T";
      frame.values[key] = !text || token.kind == Kind::kString ? token.text : "";
    }
    if (key == "Encrypt") {
      encrypted_ = true;
    }
  }

  void close(bool dictionary) {
    if (frames_.empty() || frames_.back().dictionary != dictionary) {
      return;
    }
    Frame frame = std::move(frames_.back());
    frames_.pop_back();
    if (dictionary) {
      judge(frame);
      closed_ = std::move(frame);
    }
  }

  void judge(const Frame& frame) {
    encrypted_ = encrypted_ || frame.has("Encrypt");
    traits_.turned = traits_.turned || number_in(frame["Rotate"]) % 360 != 0;
    traits_.cropped = traits_.cropped || frame.has("CropBox");
    traits_.dynamic = traits_.dynamic || frame.has("XFA");
    traits_.collection = traits_.collection || frame.has("Collection");
    traits_.files = traits_.files || frame.has("EF") || frame["Type"] == "EmbeddedFile";
    constexpr int kHidden = 2, kNoView = 32;
    const bool shown = (number_in(frame["F"]) & (kHidden | kNoView)) == 0;
    const bool remark = frame["Subtype"] == "FreeText";
    const bool value = frame.has("T") && frame["FT"] != "Btn" && frame["FT"] != "Sig";
    const std::string words = remark  ? pdf_text(frame["Contents"])
                              : value ? pdf_text(frame["V"])
                                      : std::string();
    if (remark || value) {
      const std::pair key = {object_, frames_.empty() ? 0 : frame.begin};
      if (shown && !words.empty() && texts_.size() < kMostTexts) {
        texts_[key] = {remark, words};
      } else {
        texts_.erase(key);
      }
    }
  }

  std::string_view bytes_;
  PdfTraits traits_;
  std::vector<Frame> frames_;
  Frame closed_;  ///< the dictionary that was closed last
  int object_ = 0;
  bool encrypted_ = false;
  std::size_t room_ = kMostInflated;
  /// By the number of the object, and the place inside of it.
  std::map<std::pair<int, std::size_t>, Text> texts_;
};

void append_latin(std::string& text, unsigned char c) {
  if (c >= 0x20 || c == '\n' || c == '\r' || c == '\t') {
    append_utf8(c, text);
  }
}

}  // namespace

std::string pdf_text(std::string_view bytes) {
  std::string text;
  if (bytes.starts_with("\xFE\xFF")) {
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
      const auto unit = [&](std::size_t from) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[from]) << 8 |
                                     static_cast<unsigned char>(bytes[from + 1]));
      };
      const char32_t high = unit(at);
      const bool half = high >= 0xD800 && high < 0xE000;
      if (!half) {
        append_utf8(high, text);
      } else if (high < 0xDC00 && at + 3 < bytes.size()) {
        const char32_t low = unit(at + 2);
        if (low >= 0xDC00 && low < 0xE000) {
          append_utf8(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00), text);
        }
        at += 2;
      }
    }
    return text;
  }
  if (bytes.starts_with("\xEF\xBB\xBF") && utf8::is_valid(bytes.substr(3))) {
    return std::string(bytes.substr(3));
  }
  for (const char c : bytes) {
    append_latin(text, static_cast<unsigned char>(c));
  }
  return text;
}

PdfTraits pdf_traits(std::string_view bytes) {
  return TraitsReading(bytes).run();
}

}  // namespace plumbline::readers
