#include "engine/isolation/message.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <limits>
#include <random>
#include <string>
#include <tuple>

#include "engine/isolation/frame.h"

namespace plumbline::isolation {
namespace {

using readers::Block;
using readers::BlockKind;
using readers::Extraction;

/// Any extraction that keeps its promises.
Extraction any_extraction(std::mt19937& random) {
  const auto up_to = [&](int most) {
    return static_cast<int>(random() % static_cast<unsigned>(most + 1));
  };
  Extraction extraction;
  extraction.format = up_to(1) == 0 ? "docx" : "pdf";
  extraction.outcome = static_cast<ReadOutcome>(up_to(static_cast<int>(ReadOutcome::kCrashed)));
  extraction.message = extraction.outcome == ReadOutcome::kOk ? "" : "第 3 页未检查";
  for (int i = up_to(20); i > 0; --i) {
    const std::size_t begin = extraction.raw.size();
    for (int k = up_to(5); k > 0; --k) extraction.raw += up_to(1) == 0 ? "云" : "a";
    Block block = {.kind = static_cast<BlockKind>(up_to(static_cast<int>(BlockKind::kPageBreak))),
                   .span = {begin, extraction.raw.size()},
                   .line = up_to(1000),
                   .page = up_to(1000),
                   .paragraph = up_to(1000),
                   .heading_hint = up_to(9),
                   .centred = up_to(1) == 1,
                   .continues = up_to(1) == 1,
                   .label = up_to(1) * static_cast<int>(extraction.raw.size() - begin),
                   .row = up_to(1000),
                   .column = up_to(1000)};
    extraction.blocks.push_back(block);
    if (block.page > 0 && !block.span.empty()) {
      const int left = up_to(10'000'000), top = up_to(10'000'000);
      extraction.words.push_back({block.span,
                                  {block.page, left, top, left + up_to(10'000'000 - left), top},
                                  static_cast<readers::Along>(up_to(3))});
    }
    extraction.raw += "\n";
  }
  for (int i = up_to(3); i > 0; --i)
    extraction.losses.push_back(
        {.kind = "scanned-page",
         .what = "第 2 页是图片",
         .location =
             {up_to(9), up_to(9), up_to(9), up_to(9), up_to(9), up_to(9), "一、>（二）", {}},
         .text_missing = up_to(1) == 1});
  return extraction;
}

void check_same(const Extraction& left, const Extraction& right) {
  CHECK(left.format == right.format);
  CHECK(left.outcome == right.outcome);
  CHECK(left.message == right.message);
  CHECK(left.raw == right.raw);
  REQUIRE(left.blocks.size() == right.blocks.size());
  for (std::size_t i = 0; i < left.blocks.size(); ++i) {
    const Block &a = left.blocks[i], &b = right.blocks[i];
    CHECK(a.kind == b.kind);
    CHECK(a.span == b.span);
    CHECK(a.line == b.line);
    CHECK(a.page == b.page);
    CHECK(a.paragraph == b.paragraph);
    CHECK(a.heading_hint == b.heading_hint);
    CHECK(a.centred == b.centred);
    CHECK(a.continues == b.continues);
    CHECK(a.label == b.label);
    CHECK(a.row == b.row);
    CHECK(a.column == b.column);
  }
  REQUIRE(left.words.size() == right.words.size());
  for (std::size_t i = 0; i < left.words.size(); ++i) {
    const readers::PlacedWord &a = left.words[i], &b = right.words[i];
    CHECK(a.span == b.span);
    CHECK(a.along == b.along);
    CHECK(std::tie(a.box.page, a.box.left, a.box.top, a.box.right, a.box.bottom) ==
          std::tie(b.box.page, b.box.left, b.box.top, b.box.right, b.box.bottom));
  }
  REQUIRE(left.losses.size() == right.losses.size());
  for (std::size_t i = 0; i < left.losses.size(); ++i) {
    const Loss &a = left.losses[i], &b = right.losses[i];
    CHECK(a.kind == b.kind);
    CHECK(a.what == b.what);
    CHECK(a.text_missing == b.text_missing);
    CHECK(a.location.line == b.location.line);
    CHECK(a.location.column == b.location.column);
    CHECK(a.location.end_line == b.location.end_line);
    CHECK(a.location.end_column == b.location.end_column);
    CHECK(a.location.page == b.location.page);
    CHECK(a.location.paragraph == b.location.paragraph);
    CHECK(a.location.section == b.location.section);
  }
}

/// Two blocks, on page 2 and on none, and one word.
Extraction with_word(readers::PlacedWord word) {
  Extraction extraction;
  extraction.format = "pdf";
  extraction.raw = "云溪县\n情况\n";
  extraction.blocks = {{.kind = BlockKind::kParagraph, .span = {0, 9}, .page = 2},
                       {.kind = BlockKind::kParagraph, .span = {10, 16}}};
  extraction.words = {word};
  return extraction;
}

TEST_SUITE("isolation.message") {
  TEST_CASE("an extraction comes back as it went") {
    std::mt19937 random(1);
    for (std::uint32_t round = 0; round < 200; ++round) {
      const Extraction before = any_extraction(random);
      const std::optional<Extraction> after = decode_extraction(encode(round, before), round);
      REQUIRE(after);
      check_same(before, *after);
      CHECK_FALSE(decode_extraction(encode(round, before), round + 1));
    }
  }

  TEST_CASE("an extraction that is cut or longer is none") {
    std::mt19937 random(2);
    const std::string whole = encode(7, any_extraction(random));
    REQUIRE(decode_extraction(whole, 7));
    for (std::size_t size = 0; size < whole.size(); ++size)
      CHECK_FALSE(decode_extraction(std::string_view(whole).substr(0, size), 7));
    CHECK_FALSE(decode_extraction(whole + '\0', 7));
  }

  TEST_CASE("a word without a place in a block of a page is none") {
    struct Row {
      std::string_view what;
      readers::PlacedWord word;
      bool holds;
    };
    constexpr PageBox kBox = {2, 10, 20, 30, 40};
    constexpr int kLeast = std::numeric_limits<int>::min(), kMost = 10'000'000;
    // Tenths of a point travel as whole numbers: there is neither NaN nor infinity to send.
    const Row rows[] = {
        {"whole", {{0, 9}, kBox}, true},
        {"a part", {{3, 6}, kBox}, true},
        {"a box without size", {{0, 9}, {2, 10, 20, 10, 20}}, true},
        {"as far as can be", {{0, 9}, {2, 0, 0, kMost, kMost}}, true},
        {"farther", {{0, 9}, {2, 0, 0, kMost + 1, kMost}}, false},
        {"as far as a number goes",
         {{0, 9}, {2, 0, 0, 40, std::numeric_limits<int>::max()}},
         false},
        {"right before left", {{0, 9}, {2, 31, 20, 30, 40}}, false},
        {"bottom above top", {{0, 9}, {2, 10, 41, 30, 40}}, false},
        {"empty", {{3, 3}, kBox}, false},
        {"inside a character", {{0, 4}, kBox}, false},
        {"beyond its block", {{3, 10}, kBox}, false},
        {"in a block without a page", {{10, 16}, kBox}, false},
        {"beyond the text", {{16, 20}, kBox}, false},
        {"backwards", {{6, 3}, kBox}, false},
    };
    for (const Row& row : rows) {
      CAPTURE(row.what);
      const auto extraction = decode_extraction(encode(1, with_word(row.word)), 1);
      CHECK(extraction.has_value() == row.holds);
      if (extraction)
        CHECK(extraction->words[0].box.page == 2);
    }
    // The sender cuts what is negative.
    const auto cut = decode_extraction(encode(1, with_word({{0, 9}, {2, kLeast, -1, 5, 5}})), 1);
    REQUIRE(cut);
    CHECK(cut->words[0].box.left == 0);
    CHECK(cut->words[0].box.top == 0);
    // A page that the word claims does not count, nor does an unknown direction.
    CHECK(
        decode_extraction(encode(1, with_word({{0, 9}, {9, 0, 0, 1, 1}})), 1)->words[0].box.page ==
        2);
    CHECK_FALSE(
        decode_extraction(encode(1, with_word({{0, 9}, kBox, static_cast<readers::Along>(4)})), 1));
    Extraction twice = with_word({{0, 6}, kBox});
    twice.words.push_back({{3, 9}, kBox});
    CHECK_FALSE(decode_extraction(encode(1, twice), 1));
  }

  TEST_CASE("a text with too many places goes without them") {
    Extraction extraction;
    extraction.format = "pdf";
    extraction.raw = std::string(3u << 20, 'a');
    extraction.blocks = {
        {.kind = BlockKind::kParagraph, .span = {0, extraction.raw.size()}, .page = 1}};
    for (std::size_t at = 0; at < extraction.raw.size(); ++at)
      extraction.words.push_back({{at, at + 1}, {1, 0, 0, 1, 1}});
    const auto after = decode_extraction(encode(1, extraction), 1);
    REQUIRE(after);
    CHECK(after->outcome == ReadOutcome::kOk);
    CHECK(after->raw.size() == extraction.raw.size());
    CHECK(after->words.empty());
  }

  TEST_CASE("too much text is said by the sender") {
    Extraction extraction;
    extraction.format = "docx";
    extraction.raw = std::string((32u << 20) + 1, 'a');
    extraction.blocks.push_back({.span = {0, extraction.raw.size()}});
    const std::optional<Extraction> after = decode_extraction(encode(1, extraction), 1);
    REQUIRE(after);
    CHECK(after->outcome == ReadOutcome::kLimitExceeded);
    CHECK(after->message == "文字过多，已停止读取。请拆分后重新提交。");
    CHECK(after->raw == "");
    CHECK(after->blocks.empty());
  }

  TEST_CASE("long words of a loss are cut between characters") {
    Extraction extraction;
    extraction.format = "ofd";
    std::string words;
    for (int i = 0; i < 10000; ++i) words += "印";
    extraction.losses.push_back({.kind = "watermark", .what = words});
    const std::optional<Extraction> after = decode_extraction(encode(1, extraction), 1);
    REQUIRE(after);
    CHECK(after->losses[0].what.size() == 16383);
    CHECK(words.starts_with(after->losses[0].what));
  }

  TEST_CASE("a document comes back as it went") {
    const DocumentMessage before = {false, 5, 100, 1u << 20, "a/报告.docx", "PK\x03\x04"};
    const std::string payload = encode(before);
    const std::optional<DocumentMessage> after = decode_document(payload);
    REQUIRE(after);
    CHECK_FALSE(after->is_archive);
    CHECK(after->number == 5);
    CHECK(after->cpu_milliseconds == 100);
    CHECK(after->max_input_bytes == 1u << 20);
    CHECK(after->path == "a/报告.docx");
    CHECK(after->bytes == "PK\x03\x04");
    CHECK_FALSE(decode_document(payload.substr(1)));
    CHECK_FALSE(decode_document(payload.substr(0, payload.size() - 1)));
  }

  TEST_CASE("an archive and its members come back as they went") {
    const DocumentMessage question = {.is_archive = true, .bytes = "PK"};
    CHECK(decode_document(encode(question))->is_archive);
    Archive before = {.outcome = ReadOutcome::kCorrupt, .message = "坏", .skipped = 3};
    before.members.push_back({.path = "内.zip/报告.docx", .bytes = std::string("a\0b", 3)});
    before.members.push_back(
        {.path = "b", .outcome = ReadOutcome::kNeedsPassword, .message = "请去除密码"});
    Archive after;
    CHECK(decode_archive(encode(9, before), 9, after) == 2);
    CHECK(after.outcome == before.outcome);
    CHECK(after.message == before.message);
    CHECK(after.skipped == 3);
    for (const ArchiveMember& member : before.members) {
      const std::optional<ArchiveMember> same = decode_member(encode(9, member), 9);
      REQUIRE(same);
      CHECK(same->path == member.path);
      CHECK(same->bytes == member.bytes);
      CHECK(same->outcome == member.outcome);
      CHECK(same->message == member.message);
      CHECK_FALSE(decode_member(encode(9, member), 8));
    }
  }

  TEST_CASE("a member that leads out of its archive or has no reason is none") {
    struct Row {
      ArchiveMember member;
      bool holds;
    };
    const Row rows[] = {
        {{.path = "a/b..c"}, true},
        {{.path = "..."}, true},
        {{.path = ""}, false},
        {{.path = "/etc/passwd"}, false},
        {{.path = "a/../b"}, false},
        {{.path = "a/.."}, false},
        {{.path = "\xFF"}, false},
        {{.path = std::string("a\0b", 3)}, false},
        {{.path = "a", .message = "words without a reason"}, false},
        {{.path = "a", .outcome = ReadOutcome::kCorrupt}, false},
        {{.path = "a", .bytes = "x", .outcome = ReadOutcome::kCorrupt, .message = "m"}, false},
        {{.path = "a", .outcome = ReadOutcome::kUnreadable, .message = "m"}, false},
    };
    for (const Row& row : rows) {
      CAPTURE(row.member.path);
      CHECK(decode_member(encode(1, row.member), 1).has_value() == row.holds);
    }
  }

  TEST_CASE("a call for a program carries its input unless it is the document") {
    const std::string document(1000, 'd');
    readers::ProgramCall call;
    call.arguments = {"pdftotext", "{input}"};
    call.input = document;
    call.wall_seconds = 7;
    CHECK(encode(call, document).size() < 200);
    const std::optional<readers::ProgramCall> same = decode_call(encode(call, document), document);
    REQUIRE(same);
    CHECK(same->input.data() == document.data());
    CHECK(same->arguments == call.arguments);
    CHECK(same->wall_seconds == 7);
    call.input = "other";
    const std::string payload = encode(call, document);
    CHECK(decode_call(payload, document)->input == "other");
  }

  TEST_CASE("a call that leads out of its folder is none") {
    struct Row {
      std::string_view program, input, output;
      bool holds;
    };
    constexpr Row kRows[] = {
        {"soffice", "input.doc", "out/input.docx", true},
        {"/bin/sh", "", "", false},
        {"soffice", "../input.doc", "", false},
        {"soffice", ".profile", "", false},
        {"soffice", "input.doc", "/etc/passwd", false},
        {"soffice", "input.doc", "out/../../x", false},
    };
    for (const Row& row : kRows) {
      CAPTURE(row.output);
      readers::ProgramCall call;
      call.arguments = {std::string(row.program)};
      call.input_name = row.input;
      call.output_name = row.output;
      CHECK(decode_call(encode(call, "-"), "-").has_value() == row.holds);
    }
  }

  TEST_CASE("the result of a program and the protections come back as they went") {
    readers::ProgramResult result;
    result.end = readers::ProgramResult::End::kExited;
    result.status = 4;
    result.output = "out";
    result.errors = std::string(40000, 'e');
    const std::optional<readers::ProgramResult> after = decode_result(encode(result));
    REQUIRE(after);
    CHECK(after->end == result.end);
    CHECK(after->status == 4);
    CHECK(after->output == "out");
    CHECK(after->errors == std::string(32768, 'e'));
    const std::optional<Protections> held =
        decode_protections(encode(Protections{true, false, true, 6}));
    REQUIRE(held);
    CHECK(held->limits);
    CHECK_FALSE(held->no_new_privileges);
    CHECK(held->seccomp);
    CHECK(held->landlock == 6);
    CHECK_FALSE(decode_protections(encode(result)));
  }

  TEST_CASE("the seeds of the fuzz target are messages") {
    const auto seed = [](const std::string& name) {
      std::ifstream file(PLUMBLINE_SOURCE_DIR "/tests/fuzz/corpus/worker_frame/" + name,
                         std::ios::binary);
      return std::string(std::istreambuf_iterator<char>(file), {});
    };
    CHECK(decode_extraction(seed("extraction"), 1));
    CHECK(decode_extraction(seed("scanned"), 1));
    CHECK(decode_extraction(seed("placed"), 1));
    CHECK(decode_document(seed("document")));
    Archive archive;
    CHECK(decode_archive(seed("archive"), 1, archive));
    CHECK(decode_member(seed("member"), 1));
    CHECK(decode_call(seed("call"), ""));
    CHECK(decode_result(seed("result")));
    CHECK(decode_protections(seed("protections")));
  }

  TEST_CASE("a header comes back") {
    const Header header = parse_header(header_of("123456789"));
    CHECK(header.length == 9);
    CHECK(header.checksum == 0xCBF43926u);
  }
}

}  // namespace
}  // namespace plumbline::isolation
