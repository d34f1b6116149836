#include "tests/support/zip_builder.h"

#include <zlib.h>

namespace plumbline::support {
namespace {

std::uint32_t declared_size(const ZipPart& part) {
  return part.size != 0 ? part.size : static_cast<std::uint32_t>(part.data.size());
}

/// The fields that local and central header share, from flags to the length of the name.
std::string shared_fields(const ZipPart& part, std::string_view name, bool local) {
  const bool later = local && part.streamed;
  const std::uint32_t crc = part.crc != 0 ? part.crc : crc32_of(part.data);
  return little(part.flags | (part.streamed ? 8u : 0u), 2) + little(part.method, 2) + little(0, 4) +
         little(later ? 0 : crc, 4) + little(later ? 0 : part.data.size(), 4) +
         little(later ? 0 : declared_size(part), 4) + little(name.size(), 2);
}

std::string local_record(const ZipPart& part) {
  const std::string& name = part.local_name.empty() ? part.name : part.local_name;
  std::string bytes = "PK\x03\x04" + little(20, 2) + shared_fields(part, name, true) +
                      little(0, 2) + name + part.data;
  if (part.streamed) {
    bytes += "PK\x07\x08" + little(crc32_of(part.data), 4) + little(part.data.size(), 4) +
             little(declared_size(part), 4);
  }
  return bytes;
}

std::string central_record(const ZipPart& part, std::size_t offset) {
  return "PK\x01\x02" + little(0x031E, 2) + little(20, 2) + shared_fields(part, part.name, false) +
         little(part.extra.size(), 2) + little(0, 2) + little(0, 2) + little(0, 2) +
         little(part.attributes, 4) + little(offset, 4) + part.name + part.extra;
}

}  // namespace

std::string little(std::uint64_t value, std::size_t width) {
  std::string bytes;
  for (std::size_t i = 0; i < width; ++i) {
    bytes += static_cast<char>(value >> (8 * i) & 0xFF);
  }
  return bytes;
}

std::uint32_t crc32_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
}

std::string make_zip(const std::vector<ZipPart>& parts) {
  std::string bytes, directory;
  for (const ZipPart& part : parts) {
    directory += central_record(part, bytes.size());
    bytes += local_record(part);
  }
  const std::size_t offset = bytes.size();
  bytes += directory;
  bytes += "PK\x05\x06" + little(0, 4) + little(parts.size(), 2) + little(parts.size(), 2) +
           little(directory.size(), 4) + little(offset, 4) + little(0, 2);
  return bytes;
}

ZipPart deflated(std::string name, std::string_view data) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY);
  ZipPart part;
  part.data.resize(deflateBound(&stream, data.size()));
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
  stream.avail_in = static_cast<uInt>(data.size());
  stream.next_out = reinterpret_cast<Bytef*>(part.data.data());
  stream.avail_out = static_cast<uInt>(part.data.size());
  deflate(&stream, Z_FINISH);
  part.data.resize(stream.total_out);
  deflateEnd(&stream);
  part.name = std::move(name);
  part.method = 8;
  part.size = static_cast<std::uint32_t>(data.size());
  part.crc = crc32_of(data);
  return part;
}

}  // namespace plumbline::support
