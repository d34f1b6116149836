#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "plumbline/message.h"

/// Every word that the command line says, by language; the reports have theirs in engine/output.
namespace plumbline::cli {

/// The locale that the environment chooses for messages: LC_ALL, LC_MESSAGES, LANG, the first that
/// is neither missing nor empty. Each may be null.
std::string_view locale_of(const char* lc_all, const char* lc_messages, const char* lang);

/// English where the locale says so; Chinese else, also for C and POSIX.
Language language_of(std::string_view locale);

enum class Say : std::uint8_t {
  // Wrong use
  kUnknownFlag,     // {0} flag
  kValueMissing,    // {0} flag
  kFlagTwice,       // {0} flag
  kBadArguments,    // {0} what
  kUnknownFormat,   // {0} format, {1} known ones
  kBadValue,        // {0} flag, {1} value, {2} what is allowed
  kUnknownCommand,  // {0} word
  kNoPath,
  kNoPack,
  kOnePath,  // {0} command
  kTwoFormats,
  kSameOutput,        // {0} file
  kOutputIsInput,     // {0} file
  kBinaryToTerminal,  // {0} format
  kContactForNothing,
  kOneEach,         // {0} format
  kPackNotFound,    // {0} name, {1} known ones, {2} the nearest
  kFlagNeeded,      // {0} flag
  kBadId,           // {0} word
  kCaseFails,       // {0} text
  kPackExists,      // {0} path
  kNotAPackFolder,  // {0} path
  kNewWhat,
  kAskPackTitle,
  kAskForbid,
  kAskRequire,
  kAskRight,
  kAskRuleTitle,
  kPackAndWorkbook,
  kColumnsMissing,  // {0} headers
  kBadCell,         // {0} header, {1} value, {2} what is allowed
  kCellTooLong,     // {0} term
  kWordTwice,
  kWordNoMatch,
  kWordSeveral,
  kWordCannotEmpty,
  kWordNoList,
  kWordNew,
  kWordKept,
  kWordMatch,
  kWordRight,
  kWordSeverity,
  kWordsSame,
  kTwoPacks,
  kUnknownRule,  // {0} rule
  kSeeHelp,      // {0} " rules lint" or nothing
  kDidYouMean,   // {0} word
  // Trouble
  kStandardOutput,
  kInternal,  // {0} what
  // Files
  kFolderEmpty,
  kCheckFailed,  // {0} what
  // Allowed values
  kAllowedDate,
  kAllowedJobs,
  kAllowedFailOn,
  kAllowedPercent,
  kAllowedBook,
  // What became of a document
  kNotCheckedBecause,  // {0} why
  kOtherKindBecause,   // {0} why
  // Waivers
  kWaiverUnused,     // {0} rule
  kWaiverExpired,    // {0} rule, {1} last day
  kWaiverUndecided,  // {0} rule, {1} last day
  kBlanks,           // {0} keys
  kFolderOrFile,     // {0} folder
  // Safe fixes
  kWriteOrOutput,
  kFixFolder,
  kFixIsInput,  // {0} file
  kFixArchive,
  kFixable,  // {0} file, {1} findings, {2} " (rules)", {3} left, {4} waived
  kFixed,    // the same
  kFixHint,
  // The roster
  kUnitMissing,    // {0} unit
  kUnitUnchecked,  // {0} unit
  kUnitTwice,      // {0} unit
  kStranger,
  // Progress and results
  kProgress,    // {0} done, {1} all
  kWritten,     // {0} file
  kLintClean,   // {0} pack, {1} version, {2} rules
  kLintFaults,  // {0} errors, {1} others
  kExpected,    // {0} words
  kGot,         // {0} words
  kOnlyFurniture,
  kRuleCoverage,   // {0} rule, {1} done, {2} all
  kNeverFired,     // {0} rule, term or pattern
  kNeverSpared,    // {0} rule, term or pattern
  kNeverTried,     // {0} rule, term or pattern
  kCoverage,       // {0} percent, {1} done, {2} all
  kCoverageBelow,  // {0} percent
  kSampleUnclean,  // {0} sample, finding
  kSurvivor,       // {0} what was broken, {1} rules
  kBesides,        // {0} what was broken, {1} finding
  kMutations,      // {0} percent, {1} held, {2} all
  kMutationBelow,  // {0} percent
  kCasesRun,       // {0} pack, {1} version, {2} cases, {3} failed
  kCasesSkipped,   // {0} cases
  // Help
  kUsage,
  kCommands,
  kOptions,
  kFormats,
  kExitStatus,
  kExitCheck,
  kExitFix,
  kExitShow,
  kExitLint,
  kExitTest,
  kExitDiff,
  kExitPacks,
  kExitWrite,
  kExitPlain,
  kExamples,
  kHelpEach,
  kIntroduction,
  kRepeatable,
  kHelpCheck,
  kHelpNote,
  kHelpFix,
  kHelpShow,
  kHelpText,
  kHelpRulesLint,
  kHelpRulesTest,
  kHelpRulesList,
  kHelpRulesShow,
  kHelpRulesDocs,
  kHelpRulesDiff,
  kHelpRulesNew,
  kHelpExportWords,
  kHelpImportWords,
  kHelpDoctor,
  kHelpVersion,
  kHelpHelp,
  kHelpPack,
  kHelpPackOfRule,
  kHelpProfile,
  kHelpReporter,
  kHelpAsOf,
  kHelpWaivers,
  kHelpBaseline,
  kHelpRoster,
  kHelpContact,
  kHelpFormat,
  kHelpFormatOnly,
  kHelpOutput,
  kHelpOutputBook,
  kHelpOutputFix,
  kHelpWrite,
  kHelpFailOn,
  kHelpExplain,
  kHelpJobs,
  kHelpJobsCases,
  kHelpOcr,
  kHelpAnnotatePlaces,
  kHelpDump,
  kHelpMinCoverage,
  kHelpMinMutation,
  kHelpOrigin,
  kHelpOn,
  kHelpWatch,
  kHelpTitle,
  kHelpExtends,
  kHelpForbid,
  kHelpRight,
  kHelpRequire,
  kHelpSeverity,
  kHelpDocument,
  kHelpArticle,
  kHelpFlag,  ///< the last
};

/// With {0}, {1} … filled in when it is worded.
Message message(Say what, std::vector<Message> values = {});
/// The same in one language.
std::string say(Language language, Say what, std::initializer_list<std::string_view> values = {});

std::string_view chinese(Say what);
std::string_view english(Say what);
/// Those of the help, from kUsage on, which the two above know too.
std::string_view chinese_help(Say what);
std::string_view english_help(Say what);

}  // namespace plumbline::cli
