#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// When two names of organs are the same organ, short forms allowed. The words come from a pack.
namespace plumbline::checks {

struct OrganNames {
  /// Endings and their full form: 街道 → 街道办事处, 人社局 → 人力资源和社会保障局. The longest
  /// ending that fits is replaced, once.
  std::vector<std::pair<std::string, std::string>> endings;
  /// Characters that a short form may leave out: 省 市 县 区.
  std::vector<std::string> optional;
  /// Words that it may leave out: 自治, 布依族.
  std::vector<std::string> optional_words;
  /// What a name may begin with and leave out: 中共.
  std::vector<std::string> prefixes;
};

/// The name with its ending in full form and without an optional prefix.
std::string full_name(std::string_view name, const OrganNames& names);

/// Equal in full form, or one is the end of the other (罗湖区应急管理局, 深圳市罗湖区应急管理局),
/// passing over optional characters that stand on one side only.
bool same_organ(std::string_view a, std::string_view b, const OrganNames& names);

/// The shorter may be the other with words left out (教育局, 教育体育局): one place in front, one
/// last word, all its characters in the other in their order.
bool shortened(std::string_view a, std::string_view b, const OrganNames& names);

/// The names joined by 、 in a fact.
std::vector<std::string> organs_in(std::string_view joined);

/// Names of `right` that no name of `left` answers. Empty where the two agree: also where every
/// name of one side is answered (a joint report signed by one of its issuers).
std::vector<std::string> strangers(const std::vector<std::string>& left,
                                   const std::vector<std::string>& right, const OrganNames& names);

}  // namespace plumbline::checks
