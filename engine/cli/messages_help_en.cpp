#include "engine/cli/messages.h"

namespace plumbline::cli {

// NOLINTNEXTLINE(readability-function-size): a table of texts
std::string_view english_help(Say what) {
  switch (what) {
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
      return "units that must submit, units.csv or roster.yaml; who has not is told, with exit "
             "status 3";
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
      return "recognise scanned pages (tesseract); what is found there needs review";
    case Say::kHelpAnnotatePlaces:
      return "show kind, place and bytes of every block; of pdf and ofd the boxes of its lines";
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
    default:
      return "";
  }
}

}  // namespace plumbline::cli
