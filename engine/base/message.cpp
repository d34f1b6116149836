#include "plumbline/message.h"

namespace plumbline {

Message::Message(const Form& form, std::vector<Message> values)
    : form_(form), values_(std::move(values)) {}

std::string Message::in(Language language) const {
  const std::string_view form = language == Language::kEnglish ? form_.english : form_.chinese;
  std::string said = words_;
  for (std::size_t i = 0; i < form.size(); ++i) {
    const bool hole = form[i] == '{' && i + 2 < form.size() && form[i + 2] == '}';
    const std::size_t index = hole ? static_cast<std::size_t>(form[i + 1] - '0') : values_.size();
    if (index < values_.size()) {
      said += values_[index].in(language);
      i += 2;
    } else {
      said += form[i];
    }
  }
  return said;
}

}  // namespace plumbline
