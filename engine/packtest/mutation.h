#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/packtest/cases.h"
#include "engine/packtest/trial.h"
#include "engine/rules/pack.h"
#include "plumbline/message.h"

/// A passing sample of a pack, broken in one place at a time. What can be broken comes from the
/// pack: its elements, its rules, its tables, its cases. Nothing here knows a Chinese word.
namespace plumbline::packtest {

/// A passing document that a pack names in `samples:`.
struct Sample {
  const rules::Node* node = nullptr;
  std::string name;
  CheckOptions options;
  Prepared subject;
};

/// The samples of a pack. One that cannot be read is complained about.
std::vector<Sample> samples_of(const rules::Pack& pack, const rules::PackFiles& files,
                               DiagnosticSink& sink);

/// Bytes of the sample's text as read, and what to put in their place.
struct Edit {
  std::size_t begin = 0, end = 0;
  std::string words;
};

struct Mutation {
  Message name;                   ///< "element problems", "mark 》", "case of wording.W-01"
  std::vector<Edit> edits;        ///< in the order of the text, disjoint
  std::vector<std::string> must;  ///< rules, or terms, of which one must find it
  std::vector<std::string> may;   ///< rules that it may set off besides
  std::string path;               ///< where the pack asks for it; else the sample
  int line = 0;                   ///< in that file; for the sample the place that is broken
};
using Mutations = std::vector<Mutation>;

std::string apply(const Mutation& mutation, std::string_view raw);

/// Each element's section taken out, each required fact taken out, marks of headings changed, each
/// paired mark taken out, the signature misspelt, a paragraph put twice.
void add_structure_mutations(const rules::Pack& pack, const Sample& sample, Mutations& all);
/// Each place of the report year that a rule compares, the date and the number.
void add_date_mutations(const rules::Pack& pack, const Sample& sample, Mutations& all);
/// Sums and their parts, cells of tables that add up, rates, years of promises.
void add_number_mutations(const rules::Pack& pack, const Sample& sample, Mutations& all);
/// Fixed terms and titles that stand in the sample made wrong, failing cases planted in it, and
/// what the pack asks for itself. Complains about a mutation that does not fit the sample.
void add_word_mutations(const rules::Pack& pack, const Sample& sample,
                        const std::vector<Case>& cases, Mutations& all, DiagnosticSink& sink);

/// The rules of a check kind, by id.
std::vector<const rules::Rule*> rules_of_kind(const rules::Pack& pack, std::string_view kind);
/// Ids of the rules that name one of the words in a scalar or a key: whole, behind "element:", or
/// in braces.
std::vector<std::string> rules_that_name(const rules::Pack& pack, std::vector<std::string> words);
int line_of(const Sample& sample, std::size_t raw);
RawSpan raw_of(const Sample& sample, TextSpan span);

}  // namespace plumbline::packtest
