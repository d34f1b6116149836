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
    Flag{"--format", "FORMAT", Say::kHelpFormat},
    Flag{"--output", "[FORMAT=]FILE", Say::kHelpOutput, true},
    Flag{"--fail-on", "SEVERITY", Say::kHelpFailOn},
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

}  // namespace

std::span<const Flag> flags() {
  return kFlags;
}

const Flag& flag_named(std::string_view name) {
  return *std::ranges::find(kFlags, name, &Flag::name);
}

}  // namespace plumbline::cli
