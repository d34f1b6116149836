#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/isolation/sandbox.h"
#include "engine/readers/program.h"
#include "engine/readers/reader.h"
#include "plumbline/archive.h"

/// The payloads of frames. What a worker sends is untrusted: every decoder checks each number,
/// length, enumerator, text (UTF-8) and span, and gives nullopt where one does not hold.
namespace plumbline::isolation {

/// What a payload is about; its first byte.
enum class MessageKind : std::uint8_t {
  kDocument = 1,   ///< to the worker: read this
  kExtraction,     ///< from the worker: what was read
  kOpenArchive,    ///< to the worker: what does this archive hold?
  kArchive,        ///< from the worker: how many members
  kMember,         ///< from the worker, for each of them
  kProgramCall,    ///< from the worker, or to the converter: run this
  kProgramResult,  ///< back
  kProtections,    ///< to the worker: what protects you? and back
};
/// nullopt for an empty payload or an unknown kind.
std::optional<MessageKind> kind_of(std::string_view payload);

/// A document to read or an archive to open. Texts point into the payload.
struct DocumentMessage {
  bool is_archive = false;
  std::uint32_t number = 0;  ///< comes back with the answer
  std::uint32_t cpu_milliseconds = 0;
  std::uint64_t max_input_bytes = 0;
  std::string_view path;
  std::string_view bytes;
  bool ocr = false;  ///< readers::Limits
};
std::string encode(const DocumentMessage& message);
std::optional<DocumentMessage> decode_document(std::string_view payload);

/// The answer to document `number`.
std::string encode(std::uint32_t number, const readers::Extraction& extraction);
/// nullopt unless it answers `number` and keeps every promise of readers::Extraction.
std::optional<readers::Extraction> decode_extraction(std::string_view payload,
                                                     std::uint32_t number);

/// What the archive `number` is, without its members.
std::string encode(std::uint32_t number, const Archive& archive);
/// Fills `archive` but for its members; gives how many follow.
std::optional<std::size_t> decode_archive(std::string_view payload, std::uint32_t number,
                                          Archive& archive);
std::string encode(std::uint32_t number, const ArchiveMember& member);
std::optional<ArchiveMember> decode_member(std::string_view payload, std::uint32_t number);

/// `document`: what is being read; a call whose input it is carries no bytes.
std::string encode(const readers::ProgramCall& call, std::string_view document);
/// The input points into the payload, or is `document`.
std::optional<readers::ProgramCall> decode_call(std::string_view payload,
                                                std::string_view document);

std::string encode(const readers::ProgramResult& result);
std::optional<readers::ProgramResult> decode_result(std::string_view payload);

std::string encode_question_about_protections();
std::string encode(const Protections& protections);
std::optional<Protections> decode_protections(std::string_view payload);

}  // namespace plumbline::isolation
