#include "main_window/borders_note.h"

#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/words/border_match_text.h"
#include "vicinia/workspace/words/explanation_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

BordersNote::BordersNote(Session& session, AgglomerationController& agglomerations, StatusLine& status,
                         QObject* parent)
    : QObject(parent), session_(session), agglomerations_(agglomerations), status_(status) {
  connect(&agglomerations_, &AgglomerationController::changed, this, &BordersNote::show);
}

FoundPtr BordersNote::found() const {
  const FoundPtr& found = agglomerations_.found();
  return session_.isOpen() && found && &found->dataset() == &session_.dataset() ? found : nullptr;
}

void BordersNote::retranslate() { show(); }

void BordersNote::show() {
  const FoundPtr current = found();
  if (!current) return status_.setBorders({}, {});
  const ws::Contiguity& contiguity = current->contiguity();
  const auto language = session_.language();
  const double tolerance_m = contiguity.tolerance_of(session_.view().agglomerations);
  const QString all = qs(ws::border_match_text(contiguity.match(), tolerance_m, language));
  const bool isExact = ws::all_shared_exactly(contiguity.match(), tolerance_m);
  const bool isNew = std::exchange(told_, &session_.dataset()) != &session_.dataset();
  if (isExact) {
    status_.setBorders({}, {});
    if (isNew && !status_.hasNotice()) status_.notice(all);
    return;
  }
  const bool isMatched =
      !contiguity.match().beside.empty() && contiguity.match().beside.front().distance_m <= tolerance_m;
  const QString distance = qs(ws::distance_text(tolerance_m, language));
  status_.setBorders(
      isMatched ? tr("Borders matched within %1").arg(distance) : tr("Borders do not meet everywhere"), all);
}

}  // namespace vicinia::desktop
