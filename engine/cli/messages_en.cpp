#include "engine/cli/messages.h"

namespace plumbline::cli {

// NOLINTNEXTLINE(readability-function-size): a table of texts
std::string_view english(Say what) {
  switch (what) {
    case Say::kUnknownFlag:
      return "unknown option {0}";
    case Say::kValueMissing:
      return "option {0} needs a value";
    case Say::kFlagTwice:
      return "option {0} may be given only once";
    case Say::kBadArguments:
      return "cannot read the command line: {0}";
    case Say::kUnknownFormat:
      return "unknown format {0}; known: {1}";
    case Say::kBadValue:
      return "option {0} cannot be '{1}'; give {2}";
    case Say::kUnknownCommand:
      return "neither a command nor a file: {0}";
    case Say::kNoPath:
      return "no file or folder given";
    case Say::kNoPack:
      return "no pack given: its name or its folder";
    case Say::kOnePath:
      return "command {0} takes one path";
    case Say::kTwoFormats:
      return "standard output takes one format; write the others with --output FORMAT=FILE";
    case Say::kSameOutput:
      return "two outputs name the same file: {0}";
    case Say::kOutputIsInput:
      return "output would overwrite a document: {0}; choose another name";
    case Say::kBinaryToTerminal:
      return "format {0} is not for a terminal; use --output FILE";
    case Say::kContactForNothing:
      return "--contact is for letters only: add --output note=FILE";
    case Say::kOneEach:
      return "format {0} makes one file for each document; for several name a folder: --output "
             "{0}=FOLDER/";
    case Say::kPackNotFound:
      return "no such pack: {0}; known: {1}{2}";
    case Say::kFlagNeeded:
      return "option {0} is needed";
    case Say::kBadId:
      return "\"{0}\" is no id: small letters, digits and -, a letter first";
    case Say::kCaseFails:
      return "a case of the new rule does not hold: {0}";
    case Say::kPackExists:
      return "it is there already and stays as it is: {0}";
    case Say::kNotAPackFolder:
      return "not the folder of a pack: {0}";
    case Say::kNewWhat:
      return "write rules new pack FOLDER, or rules new rule ID --pack FOLDER";
    case Say::kAskPackTitle:
      return "Title of the pack: ";
    case Say::kAskForbid:
      return "Words that must not stand (none: press Enter): ";
    case Say::kAskRequire:
      return "Words that must stand: ";
    case Say::kAskRight:
      return "What to write instead (nothing: press Enter): ";
    case Say::kAskRuleTitle:
      return "What the rule asks for, in one sentence: ";
    case Say::kPackAndWorkbook:
      return "name a pack and an xlsx file";
    case Say::kColumnsMissing:
      return "the first row lacks the columns: {0}";
    case Say::kBadCell:
      return "column {0}: {1} is wrong; {2}";
    case Say::kCellTooLong:
      return "{0} is too long for a cell";
    case Say::kWordTwice:
      return "the id stands twice in the table";
    case Say::kWordNoMatch:
      return "the words must not be empty";
    case Say::kWordSeveral:
      return "several patterns or severities: change them in the pack";
    case Say::kWordCannotEmpty:
      return "a value cannot be emptied here: take it out in the pack";
    case Say::kWordNoList:
      return "the pack has no such list of words, or not one line for each";
    case Say::kWordNew:
      return "new";
    case Say::kWordKept:
      return "not in the table, kept in the pack";
    case Say::kWordMatch:
      return "words changed";
    case Say::kWordRight:
      return "right words changed";
    case Say::kWordSeverity:
      return "severity changed";
    case Say::kWordsSame:
      return "nothing changed";
    case Say::kTwoPacks:
      return "name the old and the new pack";
    case Say::kUnknownRule:
      return "neither a rule nor a pack: {0}";
    case Say::kSeeHelp:
      return "see plumbline{0} --help";
    case Say::kDidYouMean:
      return "; did you mean {0}?";
    case Say::kStandardOutput:
      return "standard output could not be written";
    case Say::kInternal:
      return "internal error: {0}";
    case Say::kFolderEmpty:
      return "the folder holds nothing to check";
    case Say::kCheckFailed:
      return "the check failed: {0}";
    case Say::kAllowedDate:
      return "a day that exists, such as 2025-03-01";
    case Say::kAllowedJobs:
      return "a number from 1 to 1024";
    case Say::kAllowedFailOn:
      return "error, warning, note or never";
    case Say::kAllowedBook:
      return "a file whose name ends with .md or .html, or a folder that is there";
    case Say::kAllowedPercent:
      return "a whole number from 0 to 100";
    case Say::kNotCheckedBecause:
      return "not-checked: {0}";
    case Say::kOtherKindBecause:
      return "other-kind: {0}";
    case Say::kWaiverUnused:
      return "this waiver ({0}) is unused: nothing fits it; remove it, or correct its rule, unit, "
             "file or fingerprint";
    case Say::kWaiverExpired:
      return "this waiver ({0}) ended on {1} and lets nothing pass";
    case Say::kWaiverUndecided:
      return "whether this waiver ({0}, until {1}) still holds is not decided, so it lets nothing "
             "pass; give the day of the check with --as-of";
    case Say::kBlanks:
      return "left blank in the letter, fill in by hand or say in a --contact file: {0}";
    case Say::kFolderOrFile:
      return "a name that ends in / is a folder, and {0} looks like a file: leave the / out for "
             "one file, or make the folder first";
    case Say::kWriteOrOutput:
      return "--write changes the documents, --output writes copies: give one of them";
    case Say::kFixFolder:
      return "for several documents name a folder: --output FOLDER/";
    case Say::kFixIsInput:
      return "the copy would overwrite the document: {0}; choose another folder, or --write";
    case Say::kFixArchive:
      return "files in an archive are not changed: unpack it first";
    case Say::kFixable:
      return "{0}: {1} can be put right{2}; {3} left for a person; {4} waived";
    case Say::kFixed:
      return "{0}: {1} put right{2}; {3} left for a person; {4} waived";
    case Say::kFixHint:
      return "nothing is written: give --output FOLDER/ for copies, or --write to change the "
             "documents; Word files get tracked changes";
    case Say::kUnitMissing:
      return "has not submitted: {0}";
    case Say::kUnitUnchecked:
      return "{0} has submitted nothing that could be checked";
    case Say::kUnitTwice:
      return "{0} has submitted more than one";
    case Say::kStranger:
      return "its issuer is not on the roster";
    case Say::kProgress:
      return "checking {0}/{1}";
    case Say::kWritten:
      return "wrote {0}";
    case Say::kLintClean:
      return "pack {0} {1}: {2} rules, nothing to complain about";
    case Say::kLintFaults:
      return "{0} errors, {1} warnings and notes";
    case Say::kExpected:
      return "- expected {0}";
    case Say::kGot:
      return "+ got {0}";
    case Say::kOnlyFurniture:
      return "  (no whole sentence, taken for the navigation of a web page: end it with 。)";
    case Say::kRuleCoverage:
      return "{0}: {1} of {2}";
    case Say::kNeverFired:
      return "{0} fires in no case";
    case Say::kNeverSpared:
      return "{0} fires in every case";
    case Say::kNeverTried:
      return "{0} has no case";
    case Say::kCoverage:
      return "coverage {0}% ({1} of {2})";
    case Say::kCoverageBelow:
      return "coverage is below --min-coverage {0}";
    case Say::kSampleUnclean:
      return "the sample itself is not clean: {0}";
    case Say::kSurvivor:
      return "'{0}' is broken and {1} does not find it";
    case Say::kBesides:
      return "'{0}' is broken and something else fires: {1}";
    case Say::kMutations:
      return "mutation score {0}% ({1}/{2})";
    case Say::kMutationBelow:
      return "the mutation score is below --min-mutation {0}";
    case Say::kCasesRun:
      return "pack {0} {1}: {2} cases, {3} not as expected";
    case Say::kCasesSkipped:
      return "; {0} of disabled rules and terms left out";
    default:
      return english_help(what);
  }
}

}  // namespace plumbline::cli
