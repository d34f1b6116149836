#include "engine/document/vocabulary.h"

#include <array>

namespace plumbline::document {

std::span<const VocabularyRow> vocabulary_rows() {
  static constexpr std::array kRows{
      VocabularyRow{"title", &Vocabulary::title},
      VocabularyRow{"any_title", &Vocabulary::any_title},
      VocabularyRow{"title_part", &Vocabulary::title_part},
      VocabularyRow{"title_front", &Vocabulary::title_front},
      VocabularyRow{"title_subject", &Vocabulary::title_subject},
      VocabularyRow{"lead_in", &Vocabulary::lead_in},
      VocabularyRow{"part_mark", &Vocabulary::part_mark},
      VocabularyRow{"heading_mark", &Vocabulary::heading_mark},
      VocabularyRow{"heading_words", &Vocabulary::heading_words},
      VocabularyRow{"contents", &Vocabulary::contents},
      VocabularyRow{"report_year", &Vocabulary::report_year},
      VocabularyRow{"self_name", &Vocabulary::self_name},
      VocabularyRow{"self_reference", &Vocabulary::self_reference},
      VocabularyRow{"organ", &Vocabulary::organ},
      VocabularyRow{"broken_organ", &Vocabulary::broken_organ},
      VocabularyRow{"party_organ", &Vocabulary::party_organ},
      VocabularyRow{"bare_organ", &Vocabulary::bare_organ},
      VocabularyRow{"organ_suffix", &Vocabulary::organ_suffix},
      VocabularyRow{"closing_label", &Vocabulary::closing_label},
      VocabularyRow{"seal", &Vocabulary::seal},
      VocabularyRow{"signatory", &Vocabulary::signatory},
      VocabularyRow{"letterhead", &Vocabulary::letterhead},
      VocabularyRow{"document_number", &Vocabulary::document_number},
      VocabularyRow{"addressee", &Vocabulary::addressee},
      VocabularyRow{"signer_label", &Vocabulary::signer_label},
      VocabularyRow{"furniture", &Vocabulary::furniture},
      VocabularyRow{"metadata_title", &Vocabulary::metadata_title},
      VocabularyRow{"metadata_date", &Vocabulary::metadata_date},
      VocabularyRow{"metadata_number", &Vocabulary::metadata_number},
      VocabularyRow{"metadata_other", &Vocabulary::metadata_other},
      VocabularyRow{"annex", &Vocabulary::annex},
      VocabularyRow{"note", &Vocabulary::note},
      VocabularyRow{"copy", &Vocabulary::copy},
  };
  return kRows;
}

}  // namespace plumbline::document
