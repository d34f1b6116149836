#include "engine/cli/flags.h"

#include <algorithm>
#include <array>

namespace plumbline::cli {
namespace {

constexpr std::array kFlags = {
    Flag{"--pack", "PACK", Say::kHelpPack, true},
    Flag{"--profile", "PROFILE", Say::kHelpProfile},
    Flag{"--reporter", "KIND", Say::kHelpReporter},
    Flag{"--as-of", "DATE", Say::kHelpAsOf},
    Flag{"--waivers", "FILE", Say::kHelpWaivers},
    Flag{"--baseline", "REPORT.json", Say::kHelpBaseline},
    Flag{"--contact", "FILE", Say::kHelpContact},
    Flag{"--format", "FORMAT", Say::kHelpFormat},
    Flag{"--output", "[FORMAT=]FILE", Say::kHelpOutput, true},
    Flag{"--write", "", Say::kHelpWrite},
    Flag{"--fail-on", "SEVERITY", Say::kHelpFailOn},
    Flag{"--roster", "FILE", Say::kHelpRoster},
    Flag{"--explain", "RULE", Say::kHelpExplain},
    Flag{"--jobs", "N", Say::kHelpJobs},
    Flag{"--ocr", "", Say::kHelpOcr},
    Flag{"--annotate-places", "", Say::kHelpAnnotatePlaces},
    Flag{"--dump", "", Say::kHelpDump},
    Flag{"--watch", "", Say::kHelpWatch},
    Flag{"--title", "WORDS", Say::kHelpTitle},
    Flag{"--extends", "PACK", Say::kHelpExtends},
    Flag{"--forbid", "WORDS", Say::kHelpForbid},
    Flag{"--right", "WORDS", Say::kHelpRight},
    Flag{"--require", "WORDS", Say::kHelpRequire},
    Flag{"--severity", "SEVERITY", Say::kHelpSeverity},
    Flag{"--document", "ID", Say::kHelpDocument},
    Flag{"--article", "ARTICLE", Say::kHelpArticle},
    Flag{"--on", "PATH", Say::kHelpOn, true},
    Flag{"--origin", "", Say::kHelpOrigin},
    Flag{"--min-coverage", "PERCENT", Say::kHelpMinCoverage},
    Flag{"--min-mutation", "PERCENT", Say::kHelpMinMutation},
    Flag{"--help", "", Say::kHelpFlag},
};

struct OwnFlag {
  std::string_view command;
  Flag flag;
};

/// What a flag means in a command where it means less than in others.
constexpr std::array kOwnFlags = {
    OwnFlag{"fix", {"--output", "FILE|FOLDER/", Say::kHelpOutputFix}},
    OwnFlag{"rules lint", {"--format", "FORMAT", Say::kHelpFormatOnly}},
    OwnFlag{"rules test", {"--format", "FORMAT", Say::kHelpFormatOnly}},
    OwnFlag{"rules test", {"--jobs", "N", Say::kHelpJobsCases}},
    OwnFlag{"rules diff", {"--format", "FORMAT", Say::kHelpFormatOnly}},
    OwnFlag{"rules docs", {"--output", "FILE|FOLDER", Say::kHelpOutputBook}},
    OwnFlag{"rules new", {"--pack", "FOLDER", Say::kHelpPackOfRule}},
    OwnFlag{"doctor", {"--format", "FORMAT", Say::kHelpFormatOnly}},
};

}  // namespace

std::span<const Flag> flags() {
  return kFlags;
}

const Flag& flag_named(std::string_view name) {
  return *std::ranges::find(kFlags, name, &Flag::name);
}

const Flag& flag_of(std::string_view command, std::string_view name) {
  for (const OwnFlag& own : kOwnFlags) {
    if (own.command == command && own.flag.name == name)
      return own.flag;
  }
  return flag_named(name);
}

}  // namespace plumbline::cli
