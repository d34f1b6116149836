#include "engine/readers/page_losses.h"

#include <utility>

#include "engine/readers/page_list.h"

namespace plumbline::readers {

void add_loss(std::vector<Loss>& losses, std::string_view kind, std::string what, int page,
              bool text_missing) {
  Loss loss;
  loss.kind = kind;
  loss.what = std::move(what);
  loss.location.page = page;
  loss.text_missing = text_missing;
  losses.push_back(std::move(loss));
}

void add_loss(std::vector<Loss>& losses, std::string_view kind, const std::vector<int>& pages,
              std::string (*words)(std::string_view), bool text_missing) {
  if (!pages.empty()) {
    add_loss(losses, kind, words(page_list(pages)), pages.front(), text_missing);
  }
}

}  // namespace plumbline::readers
