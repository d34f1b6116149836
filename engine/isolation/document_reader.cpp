#include "engine/isolation/document_reader.h"

#include <utility>

#include "engine/isolation/frame.h"
#include "engine/isolation/message.h"
#include "engine/readers/archive.h"

namespace plumbline::isolation {
namespace {

using readers::Extraction;
using Reply = Exchange::Reply;

class ReadExchange : public Exchange {
 public:
  explicit ReadExchange(const DocumentMessage& message) : message_(message) {}

  std::string ask(std::uint32_t number) override {
    message_.number = number;
    return encode(message_);
  }
  Reply hear(std::string_view payload) override {
    std::optional<Extraction> answer = decode_extraction(payload, message_.number);
    if (!answer)
      return Reply::kBad;
    extraction = *std::move(answer);
    return extraction.outcome == ReadOutcome::kOutOfMemory ? Reply::kOutOfMemory : Reply::kDone;
  }
  std::string_view document() const override { return message_.bytes; }
  std::size_t longest() const override { return kMaxAnswer; }

  Extraction extraction;

 private:
  DocumentMessage message_;
};

/// First what the archive is, then its members one by one.
class OpenExchange : public Exchange {
 public:
  explicit OpenExchange(const DocumentMessage& message) : message_(message) {}

  std::string ask(std::uint32_t number) override {
    message_.number = number;
    head_.reset();
    archive = {};
    bytes_ = 0;
    return encode(message_);
  }
  Reply hear(std::string_view payload) override {
    if (!head_)
      head_ = decode_archive(payload, message_.number, archive);
    else if (!hear_member(payload))
      return Reply::kBad;
    if (!head_)
      return Reply::kBad;
    if (archive.members.size() < *head_)
      return Reply::kMore;
    return archive.outcome == ReadOutcome::kOutOfMemory ? Reply::kOutOfMemory : Reply::kDone;
  }
  std::string_view document() const override { return message_.bytes; }
  std::size_t longest() const override { return kMaxQuestion; }

  Archive archive;

 private:
  bool hear_member(std::string_view payload) {
    std::optional<ArchiveMember> member = decode_member(payload, message_.number);
    if (!member)
      return false;
    bytes_ += member->bytes.size();
    archive.members.push_back(*std::move(member));
    return bytes_ <= readers::ArchiveLimits().max_bytes;
  }

  DocumentMessage message_;
  std::optional<std::size_t> head_;  ///< members that are announced
  std::size_t bytes_ = 0;
};

class ProtectionsExchange : public Exchange {
 public:
  std::string ask(std::uint32_t) override { return encode_question_about_protections(); }
  Reply hear(std::string_view payload) override {
    protections = decode_protections(payload);
    return protections ? Reply::kDone : Reply::kBad;
  }
  std::string_view document() const override { return {}; }
  std::size_t longest() const override { return 64; }

  std::optional<Protections> protections;
};

}  // namespace

DocumentReader::DocumentReader(WorkerProgram program, DocumentLimits limits)
    : client_(std::move(program), limits) {}

DocumentReader::~DocumentReader() = default;

Extraction DocumentReader::read(std::string_view path, std::string_view bytes,
                                std::size_t max_input_bytes, bool ocr) {
  const bool in_reach = !bytes.empty() && bytes.size() <= max_input_bytes;
  const readers::Format* format = in_reach ? readers::format_of(path, bytes) : nullptr;
  if (format == nullptr || !format->foreign || !client_.has_program())
    return readers::read(path, bytes, {.max_input_bytes = max_input_bytes, .ocr = ocr});
  ReadExchange exchange({.cpu_milliseconds = client_.cpu_milliseconds(),
                         .max_input_bytes = max_input_bytes,
                         .path = path,
                         .bytes = bytes,
                         .ocr = ocr});
  if (const std::optional<Fault> fault = client_.hold(exchange)) {
    exchange.extraction = {};
    exchange.extraction.outcome = fault->outcome;
    exchange.extraction.message = fault->message;
  }
  if (exchange.extraction.format.empty())
    exchange.extraction.format = format->name;
  return std::move(exchange.extraction);
}

Archive DocumentReader::open(std::string_view bytes, std::size_t max_input_bytes) {
  if (!client_.has_program() || bytes.size() > max_input_bytes)
    return readers::open_archive(bytes, {.max_input_bytes = max_input_bytes});
  OpenExchange exchange({.is_archive = true,
                         .cpu_milliseconds = client_.cpu_milliseconds(),
                         .max_input_bytes = max_input_bytes,
                         .bytes = bytes});
  if (const std::optional<Fault> fault = client_.hold(exchange)) {
    exchange.archive = {};
    exchange.archive.outcome = fault->outcome;
    exchange.archive.message = fault->message;
  }
  return std::move(exchange.archive);
}

std::optional<Protections> DocumentReader::protections() {
  ProtectionsExchange exchange;
  if (!client_.has_program() || client_.hold(exchange))
    return std::nullopt;
  return exchange.protections;
}

int DocumentReader::worker() const {
  return client_.worker();
}

}  // namespace plumbline::isolation
