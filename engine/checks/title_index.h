#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/checks/title_name.h"

/// A catalogue of titles that finds a name and, where there is none, the one that was meant.
namespace plumbline::checks {

struct CatalogueEntry {
  std::string title;  ///< as printed
  TitleName name;
  std::string until;      ///< YYYY-MM-DD when it ceased, empty = in force
  std::string present;    ///< what took its place
  std::size_t slack = 0;  ///< slips forgiven; 0 = by its length
};

class TitleIndex {
 public:
  /// `closing`: words with which titles end; `least`: code points of a title that can be a near
  /// miss.
  TitleIndex(std::vector<std::string> closing, std::size_t least);

  void add(CatalogueEntry entry);
  /// Entries of exactly this base; empty where there are none.
  std::vector<const CatalogueEntry*> named(std::string_view base) const;
  /// The one entry that a base with a slip in it means; nullptr where none or several are as near.
  /// Only titles with the same first or last words are compared, so the time does not depend on the
  /// size of the catalogue.
  const CatalogueEntry* meant_by(std::string_view base) const { return meant_by(base, least_); }
  const CatalogueEntry* meant_by(std::string_view base, std::size_t least) const;
  /// The one entry that is `base` but for its closing word: 安全生产条例 for 安全生产法.
  const CatalogueEntry* otherwise_closed(std::string_view base) const;
  std::size_t size() const { return entries_.size(); }

 private:
  using Buckets = std::unordered_map<std::string, std::vector<std::size_t>>;

  std::string closing_of(std::string_view base) const;

  std::vector<std::string> closing_;
  std::size_t least_;
  std::vector<CatalogueEntry> entries_;
  Buckets by_base_, by_front_, by_back_;
};

}  // namespace plumbline::checks
