#include "engine/cli/messages.h"

namespace plumbline::cli {

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
      return "no such pack: {0}; known: {1}";
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
    case Say::kMergedCells:
      return "merged cells ({0}): unmerge them first";
    case Say::kNotAWorkbook:
      return "not readable as an xlsx workbook: {0}";
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
    case Say::kFileMissing:
      return "no such file or folder; check the path";
    case Say::kFileIsFolder:
      return "is a folder, not a file";
    case Say::kFileNoPermission:
      return "no permission";
    case Say::kFileNotRegular:
      return "is a pipe, socket or device, not a file";
    case Say::kFileTooLarge:
      return "is larger than 100 MiB; split it";
    case Say::kFileChanged:
      return "changed while it was read; try again when nothing writes to it";
    case Say::kFileReadFailed:
      return "cannot be read";
    case Say::kFileWriteFailed:
      return "cannot be written; the old file is unchanged";
    case Say::kFileNoFolder:
      return "its folder does not exist";
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
    case Say::kUsage:
      return "Usage";
    case Say::kCommands:
      return "Commands";
    case Say::kOptions:
      return "Options";
    case Say::kFormats:
      return "Formats";
    case Say::kExitStatus:
      return "Exit status";
    case Say::kExitCheck:
      return "0  everything was checked and nothing reaches --fail-on\n"
             "1  findings reach --fail-on\n"
             "2  wrong use, a broken pack, or an output that could not be written\n"
             "3  a path is missing, unreadable or of another kind, a folder holds nothing to "
             "check, or a rule\n"
             "   could not be checked\n"
             "2 outranks 3, 3 outranks 1.";
    case Say::kExitFix:
      return "0  put right, or nothing to put right; what is left for a person does not count\n"
             "1  shown what could be put right, nothing written (no --output, no --write)\n"
             "2  wrong use, a broken pack, or a file that could not be written\n"
             "3  a path is missing, unreadable, of another kind, or of a format that is not "
             "changed\n"
             "2 outranks 3, 3 outranks 1.";
    case Say::kExitShow:
      return "0  read and shown\n"
             "2  wrong use, a broken pack, or an output that could not be written\n"
             "3  the file is missing, or could not be read in full";
    case Say::kExitLint:
      return "0  nothing to complain about\n"
             "1  warnings only\n"
             "2  wrong use, a pack with errors, which cannot be used, or an output that could not "
             "be "
             "written";
    case Say::kExitTest:
      return "0  every case is as expected, the samples are clean, --min-coverage and "
             "--min-mutation are reached\n"
             "1  a case is not as expected, a sample is not clean, or they are not reached\n"
             "2  wrong use, a pack with errors, which cannot be used, or an output that could not "
             "be "
             "written";
    case Say::kExitDiff:
      return "0  compared, whether there are differences or not\n"
             "2  wrong use, a broken pack, or an output that could not be written\n"
             "3  a file of --on is missing or could not be checked";
    case Say::kExitPacks:
      return "0  done\n"
             "2  wrong use, a broken pack, or an output that could not be written";
    case Say::kExitWrite:
      return "0  done\n"
             "2  wrong use, a broken pack, or a file that could not be written; no file has "
             "changed";
    case Say::kExitPlain:
      return "0  shown\n"
             "2  wrong use, or an output that could not be written";
    case Say::kExamples:
      return "Examples";
    case Say::kHelpEach:
      return "Options, formats and exit status of each command: plumbline COMMAND --help, such as "
             "plumbline rules test --help";
    case Say::kIntroduction:
      return "Plumbline checks Chinese annual rule-of-law reports against rule packs. Nothing "
             "leaves the machine.";
    case Say::kRepeatable:
      return " (repeatable)";
    case Say::kHelpCheck:
      return "check files and folders; `plumbline FILE` does the same";
    case Say::kHelpNote:
      return "write the letter that sends a report back (Word), as check --format note";
    case Say::kHelpFix:
      return "put right what is mechanical: tracked changes in Word files, a diff of text; never "
             "numbers or meaning";
    case Say::kHelpShow:
      return "show title, facts, outline and elements";
    case Say::kHelpText:
      return "show the text that was read, with its places, and what was lost";
    case Say::kHelpRulesLint:
      return "check a rule pack itself";
    case Say::kHelpRulesTest:
      return "run the cases of the rules and measure their coverage";
    case Say::kHelpRulesList:
      return "list the rules with points and severities by clause";
    case Say::kHelpRulesShow:
      return "show the values of a rule or a pack as they hold";
    case Say::kHelpRulesDocs:
      return "write the handbook: requirements, basis, points, right and wrong examples";
    case Say::kHelpRulesDiff:
      return "tell what changed between two packs, and what that changes in documents";
    case Say::kHelpRulesNew:
      return "start a pack or a rule, with cases";
    case Say::kHelpExportWords:
      return "write the word table as xlsx";
    case Say::kHelpImportWords:
      return "take the word table back into the pack";
    case Say::kHelpDoctor:
      return "show what this machine can read and which protections hold";
    case Say::kHelpVersion:
      return "show the version";
    case Say::kHelpHelp:
      return "show this help";
    case Say::kHelpPack:
      return "name or folder of a rule pack; default rule-of-law-report";
    case Say::kHelpPackOfRule:
      return "folder of the pack into which the rule is written (for rule)";
    case Say::kHelpProfile:
      return "submitted (default) or published";
    case Say::kHelpReporter:
      return "kind of reporter, such as government, department, township; default: inferred from "
             "the issuer";
    case Say::kHelpAsOf:
      return "take this day as the day of the check, such as 2025-03-01";
    case Say::kHelpWaivers:
      return "waivers.yaml; what it waives stays in the report and does not fail the run";
    case Say::kHelpBaseline:
      return "an earlier report (--format json); what it has stays in the report and does not fail "
             "the run";
    case Say::kHelpRoster:
      return "units that must submit, units.csv or roster.yaml; who has not is told, with exit status 3";
    case Say::kHelpContact:
      return "contact.yaml: who signs a letter, whom to ask, by when to hand in again";
    case Say::kHelpFormat:
      return "format of standard output, or of an --output without one";
    case Say::kHelpFormatOnly:
      return "format of the output; default text";
    case Say::kHelpOutput:
      return "write to a file; FORMAT=FILE sets its format, - is standard output";
    case Say::kHelpOutputFix:
      return "write the changed copy: a file, or into a folder whose name ends in /; what needs no "
             "change is not written";
    case Say::kHelpWrite:
      return "change the documents themselves, each at once as a whole; Word files get tracked "
             "changes";
    case Say::kHelpOutputBook:
      return "write to a file, .md or .html, or one of each into a folder; without it Markdown is "
             "shown";
    case Say::kHelpFailOn:
      return "lowest severity that gives exit status 1: error (default), warning, note or never";
    case Say::kHelpExplain:
      return "tell why this rule fired or did not";
    case Say::kHelpJobs:
      return "documents checked at a time; default: number of processors";
    case Say::kHelpJobsCases:
      return "cases run at a time; default: number of processors";
    case Say::kHelpOcr:
      return "recognise scanned pdf pages (tesseract); what is found there needs review";
    case Say::kHelpAnnotatePlaces:
      return "show kind, place and bytes of every block";
    case Say::kHelpDump:
      return "show the structure on one line";
    case Say::kHelpMinCoverage:
      return "exit status 1 where the cases cover less";
    case Say::kHelpOn:
      return "check these files with both packs and list what changes";
    case Say::kHelpWatch:
      return "check again whenever a file changes";
    case Say::kHelpTitle:
      return "title of the pack, or what the rule asks for";
    case Say::kHelpExtends:
      return "pack that the new one extends; default rule-of-law-report (for pack)";
    case Say::kHelpForbid:
      return "words that must not stand";
    case Say::kHelpRight:
      return "what to write instead";
    case Say::kHelpRequire:
      return "words that must stand";
    case Say::kHelpSeverity:
      return "note, warning (default) or error";
    case Say::kHelpDocument:
      return "document of the basis; default: a requirement of the office";
    case Say::kHelpArticle:
      return "article of the document, such as 25(3)";
    case Say::kHelpOrigin:
      return "name the file and line that set each value";
    case Say::kHelpMinMutation:
      return "exit status 1 where the samples score less";
    case Say::kHelpFlag:
      return "show help";
  }
  return {};
}

}  // namespace plumbline::cli
