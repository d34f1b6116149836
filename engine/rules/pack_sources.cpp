#include "engine/rules/pack_sources.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include "engine/base/code_points.h"
#include "engine/base/diagnostic.h"
#include "engine/base/in_parallel.h"
#include "engine/base/sha256.h"
#include "engine/rules/messages_form.h"
#include "engine/rules/messages_pack.h"
#include "engine/rules/messages_reading.h"
#include "engine/rules/source_file.h"
#include "engine/rules/yaml_reader.h"

namespace plumbline::rules {
namespace {

// Bounds of a pack with all it extends; a pack beyond them is a mistake or an attack.
constexpr std::size_t kMostFiles = 500;
constexpr std::size_t kMostBytes = 32u << 20;
constexpr std::size_t kLongestChain = 16;

constexpr std::array<std::string_view, 3> kIdentity = {"id", "version", "title"};
constexpr std::array<std::string_view, 3> kComposition = {"extends", "files", "effective"};

/// A file on its way into a pack.
struct Draft {
  std::string name, path, bytes;
  std::shared_ptr<const Node> node = {};  ///< null where it is no YAML
  std::string digest = {};
  PackSource* pack = nullptr;  ///< the one it belongs to
  DiagnosticSink sink = {};
};

/// Calls `work` with the numbers of all `sizes`, the largest first, so that no thread is still at a
/// long one when the others are done.
void largest_first(const std::vector<std::size_t>& sizes,
                   const std::function<void(std::size_t)>& work) {
  std::vector<std::size_t> order(sizes.size());
  std::iota(order.begin(), order.end(), 0);
  std::ranges::stable_sort(order, std::greater(), [&](std::size_t i) { return sizes[i]; });
  in_parallel(order.size(), [&](std::size_t i) { work(order[i]); });
}

/// Finds all packs by their pack.yaml and then parses the other files of all of them side by side.
class SourceReader {
 public:
  SourceReader(const PackFiles& files, DiagnosticSink& sink) : files_(files), sink_(sink) {}

  PackSources read(const std::string& folder) {
    find_pack(folder);
    std::vector<std::size_t> sizes;
    for (const Draft& draft : drafts_) sizes.push_back(draft.bytes.size());
    largest_first(sizes, [&](std::size_t i) { parse(drafts_[i]); });
    for (Draft& draft : drafts_) {
      if (const auto file = adopt(draft))
        refuse_identity(*file);
    }
    return std::move(out_);
  }

 private:
  void find_pack(const std::string& folder) {
    chain_.push_back(folder);
    auto pack = std::make_unique<PackSource>();
    pack->folder = folder;
    if (auto top = open(*pack, "pack.yaml", nullptr)) {
      parse(*top);
      if (const auto node = adopt(*top)) {
        check_identity(*node);
        find_extended(*node, folder);
        open_files(*node, *pack);
      }
    }
    done_.insert(folder);
    out_.packs.push_back(std::move(pack));
    chain_.pop_back();
  }

  void check_identity(const Node& top) {
    std::string missing;
    for (const std::string_view key : kIdentity) {
      if (top.find(key) == nullptr)
        missing += (missing.empty() ? "'" : ", '") + std::string(key) + "'";
    }
    if (!missing.empty())
      sink_.add(diagnostic_at(top, {words::kMissingIdentity, {missing}}));
  }

  void find_extended(const Node& top, const std::string& folder) {
    for (const Node* name : nodes_of(top.find("extends"))) {
      const auto found = name->is_scalar() ? files_.find_pack(name->scalar, folder) : std::nullopt;
      if (!found)
        sink_.add(diagnostic_at(*name, {words::kNoSuchPack, {name->scalar}}));
      else if (std::find(chain_.begin(), chain_.end(), *found) != chain_.end())
        sink_.add(diagnostic_at(*name, {words::kExtendsCircle, {circle(*found)}}));
      else if (chain_.size() >= kLongestChain)
        sink_.add(diagnostic_at(*name, {words::kExtendsTooDeep, {std::to_string(kLongestChain)}}));
      else if (!done_.contains(*found))
        find_pack(*found);
    }
  }

  std::string circle(const std::string& back_to) const {
    std::string out;
    for (auto at = std::find(chain_.begin(), chain_.end(), back_to); at != chain_.end(); ++at)
      out += *at + " -> ";
    return out + back_to;
  }

  void open_files(const Node& top, PackSource& pack) {
    std::set<std::string> seen = {"pack.yaml"};
    for (const Node* name : nodes_of(top.find("files"))) {
      if (leaves_folder(name->scalar))
        sink_.add(diagnostic_at(*name, {words::kLeavesFolder, {name->scalar}}));
      else if (!seen.insert(name->scalar).second)
        sink_.add(diagnostic_at(*name, {words::kFileTwice, {name->scalar}}));
      else if (auto draft = open(pack, name->scalar, name))
        drafts_.push_back(*std::move(draft));
    }
  }

  void refuse_identity(const Node& file) {
    for (const Node::Entry& entry : file.entries) {
      const auto is_key = [&](std::string_view key) { return entry.key == key; };
      if (std::any_of(kIdentity.begin(), kIdentity.end(), is_key) ||
          std::any_of(kComposition.begin(), kComposition.end(), is_key))
        sink_.add(diagnostic_at_key(entry, {words::kTopOnly, {entry.key}}));
    }
  }

  std::optional<Draft> open(PackSource& pack, const std::string& name, const Node* named_at) {
    const std::string path = pack.folder + "/" + name;
    Result<std::string> bytes = files_.read(path);
    if (!bytes) {
      const Message message = {words::kCannotRead, {name, bytes.error().message}};
      sink_.add(named_at != nullptr ? diagnostic_at(*named_at, message)
                                    : diagnostic_of(message, path));
      return std::nullopt;
    }
    bytes_ += bytes->size();
    if (++count_ > kMostFiles || bytes_ > kMostBytes) {
      if (!std::exchange(full_, true))
        sink_.add(diagnostic_of(words::kPackTooLarge, path));
      return std::nullopt;
    }
    return Draft{.name = name, .path = path, .bytes = *std::move(bytes), .pack = &pack};
  }

  /// Touches the draft alone: files are parsed side by side.
  static void parse(Draft& draft) {
    draft.node = read_yaml(draft.path, draft.bytes, draft.sink);
    if (draft.node)
      draft.digest = sha256(draft.bytes);
  }

  std::shared_ptr<const Node> adopt(Draft& draft) {
    PackSource& pack = *draft.pack;
    for (const Diagnostic& one : draft.sink.all()) sink_.add(one);
    if (!draft.node)
      return nullptr;
    if (pack.files.empty())
      pack.id = string_at(*draft.node, "id");
    // The digest must not depend on where a pack lies, so its files are named after its id.
    out_.digests[pack.id + "/" + draft.name] = std::move(draft.digest);
    pack.files.push_back(draft.node);
    return draft.node;
  }

  const PackFiles& files_;
  DiagnosticSink& sink_;
  PackSources out_;
  std::vector<std::string> chain_;
  std::set<std::string> done_;
  std::vector<Draft> drafts_;  ///< but for each pack.yaml
  std::size_t count_ = 0, bytes_ = 0;
  bool full_ = false;
};

}  // namespace

bool leaves_folder(const std::string& path) {
  return (path + "/").find("../") != std::string::npos || path.starts_with('/');
}

std::vector<const Node*> PackSources::sections(std::string_view section) const {
  std::vector<const Node*> out;
  for (const auto& pack : packs) {
    for (const auto& file : pack->files) {
      if (const Node* found = file->find(section))
        out.push_back(found);
    }
  }
  return out;
}

std::vector<Item> PackSources::items(std::string_view section) const {
  std::vector<Item> out;
  for (const auto& pack : packs) {
    for (const auto& file : pack->files) {
      const Node* found = file->find(section);
      for (std::size_t i = 0; found != nullptr && i < found->entries.size(); ++i)
        out.push_back({&found->entries[i], pack.get()});
    }
  }
  return out;
}

PackSources read_sources(const std::string& folder, const PackFiles& files, DiagnosticSink& sink) {
  return SourceReader(files, sink).read(folder);
}

void hold_against(const Schema& schema, PackSources& sources, DiagnosticSink& sink) {
  struct File {
    const Node* node = nullptr;
    DiagnosticSink sink;
    std::vector<Use> uses;
  };
  std::vector<File> files;
  std::vector<std::size_t> sizes;
  for (const auto& pack : sources.packs) {
    for (const auto& node : pack->files) {
      files.push_back({node.get(), {}, {}});
      sizes.push_back(node->file->text.size());
    }
  }
  largest_first(sizes, [&](std::size_t i) {
    schema.validate(*files[i].node, "", "", files[i].sink, files[i].uses);
  });
  for (File& file : files) {
    for (const Diagnostic& one : file.sink.all()) sink.add(one);
    std::ranges::move(file.uses, std::back_inserter(sources.uses));
  }
}

Diagnostic diagnostic_at_key(const Node::Entry& entry, Message message) {
  return diagnostic_at(*entry.value.file, entry.at, static_cast<int>(utf8::length(entry.key)),
                       std::move(message));
}

std::string place_of(const Node::Entry& entry) {
  return entry.value.file->path + ":" + std::to_string(entry.at.line);
}

}  // namespace plumbline::rules
