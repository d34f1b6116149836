#include <doctest/doctest.h>

#include "engine/readers/xml.h"

namespace plumbline::readers {
namespace {

constexpr XmlNamespace kTable[] = {{"urn:word", "w"}, {"urn:strict", "w"}, {"urn:links", "r"}};

/// The tree as text: <name attribute=value>…, text in brackets.
void dump(XmlNode node, std::string& out) {
  if (node.name().empty()) {
    return;
  }
  out.append("<").append(node.name());
  for (const std::string_view name : {"a", "w:a", "r:a", "z:a", ":a", "xml:a", "q:a"}) {
    if (const std::string_view value = node.attribute(name); !value.empty()) {
      out.append(" ").append(name).append("=").append(value);
    }
  }
  out.append(">");
  if (const std::string text = node.text(); !text.empty()) {
    out.append("[").append(text).append("]");
  }
  for (const XmlNode child : node.children()) {
    dump(child, out);
  }
  out.append("/");
}

std::string tree_of(std::string xml, std::span<const XmlNamespace> table = kTable) {
  const XmlDocument document(std::move(xml), "a.xml", table);
  CHECK(document.failure().message == "");
  std::string out;
  dump(document.root(), out);
  return out;
}

ReadOutcome fate(std::string xml, const XmlLimits& limits) {
  const XmlDocument document(std::move(xml), "a.xml", kTable, limits);
  CHECK(bool(document.root()) == !document.failure());
  return document.failure().outcome;
}

TEST_CASE("names have the prefixes of the table whatever the file calls them") {
  struct Row {
    std::string_view xml, tree;
  };
  const Row rows[] = {
      {"<w:p xmlns:w='urn:word' w:a='1' a='2'/>", "<w:p a=2 w:a=1>/"},
      {"<x:p xmlns:x='urn:strict' x:a='1' w:a='2'/>", "<w:p w:a=1>/"},
      {"<p xmlns='urn:word' a='1'/>", "<w:p a=1>/"},
      {"<p a='1' xml:a='2'/>", "<: a=1 xml:a=2>/"},
      {"<w:p w:a='1' q:a='2' a='3'/>", "<: a=3>/"},
      {"<w:p xmlns:w='urn:other'><w:r/></w:p>", "<:><:>//"},
      {"<w:p r:a='1' xmlns:r='urn:links' xmlns:w='urn:word'/>", "<w:p r:a=1>/"},
      {"<w:p xmlns:w='urn:word'><w:q xmlns:w='urn:links'><w:t/></w:q><w:t/></w:p>",
       "<w:p><r:q><r:t>//<w:t>//"},
      {"<w:p xmlns:w='urn:word'><q xmlns='urn:links'/><q/></w:p>", "<w:p><r:q>/<:>//"},
      {"<w:p xmlns:w='urn:word' xmlnsa='1'/>", "<w:p>/"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.xml);
    CHECK(tree_of(std::string(row.xml)) == row.tree);
  }
}

TEST_CASE("without a table names lose their prefix and attributes keep it") {
  CHECK(tree_of("<o:p xmlns:o='urn:x' q:a='1'><p/></o:p>", {}) == "<p q:a=1><p>//");
}

TEST_CASE("elements and texts keep their order") {
  CHECK(tree_of("<w:p xmlns:w='urn:word'>甲<w:r/><![CDATA[<乙>]]>&amp;<w:t><w:q/>丙</w:t></w:p>"
                "<w:p/>") == "<w:p>[甲<乙>&]<w:r>/<w:t>[丙]<w:q>///");
  const XmlDocument document("<p>甲<r/>乙<r i='2'/></p>", "a.xml", {});
  const XmlNode root = document.root();
  CHECK(root.first().name() == "");
  CHECK(root.first().next().is("r"));
  CHECK(root.first().next().next().next().attribute("i") == "2");
  CHECK_FALSE(root.next());
  CHECK_FALSE(root.path({"r", "q"}));
  CHECK(XmlNode().child("p").text() == "");
}

TEST_CASE("a part of more items than one portion of memory is whole") {
  std::string xml = "<p>";
  for (int i = 0; i < 5000; ++i) {
    xml += "<r i='" + std::to_string(i) + "'>字</r>";
  }
  const XmlDocument document(xml + "</p>", "a.xml", {});
  int count = 0;
  for (const XmlNode node : document.root().children()) {
    CHECK(node.attribute("i") == std::to_string(count));
    CHECK(node.text() == "字");
    ++count;
  }
  CHECK(count == 5000);
}

TEST_CASE("limits hold to the tag and to the level") {
  const XmlLimits limits{.max_tags = 6, .max_depth = 3};
  CHECK(fate("<a><b><c>字</c></b></a>", limits) == ReadOutcome::kOk);
  CHECK(fate("<a><b><c><d/></c></b></a>", {.max_depth = 3}) == ReadOutcome::kOk);
  CHECK(fate("<a><b><c><d>字</d></c></b></a>", {.max_depth = 3}) == ReadOutcome::kLimitExceeded);
  CHECK(fate("<a><b><c><d><e/></d></c></b></a>", {.max_depth = 3}) == ReadOutcome::kLimitExceeded);
  CHECK(fate("<a><b/><b/><b/><b/></a>", limits) == ReadOutcome::kOk);
  CHECK(fate("<a><b/><b/><b/><b/><b/></a>", limits) == ReadOutcome::kLimitExceeded);
  CHECK(fate("<a><!-- <b><b><b><b><b> --><b x='<'/></a>", limits) == ReadOutcome::kOk);
}

TEST_CASE("a dtd is refused and what only looks like one is not") {
  CHECK(fate("<!DOCTYPE a><a/>", {}) == ReadOutcome::kCorrupt);
  CHECK(fate("<a><!ELEMENT b></a>", {}) == ReadOutcome::kCorrupt);
  CHECK(fate("!<a/>", {}) == ReadOutcome::kOk);
  CHECK(fate("<a b='!'>甲!</a>", {}) == ReadOutcome::kOk);
  CHECK(fate("<a><!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE a>]]></a>", {}) == ReadOutcome::kOk);
}

}  // namespace
}  // namespace plumbline::readers
