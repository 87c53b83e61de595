#include "main_window/shown_document.h"

#include "text/qt_text.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

ShownDocument::ShownDocument(QMainWindow& window, const Parts& parts)
    : QObject(&window), window_(window), parts_(parts) {
  connect(&parts.session, &Session::changed, this, &ShownDocument::showChange);
  connect(&parts.looking, &LookingHistory::changed, this, &ShownDocument::updateActions);
  connect(&parts.file, &DocumentFile::changed, this, &ShownDocument::updateTitle);
  connect(&parts.agglomerations, &AgglomerationController::changed, this, &ShownDocument::updateActions);
  connect(&parts.agglomerations, &AgglomerationController::selectionChanged, this,
          &ShownDocument::updateActions);
}

void ShownDocument::showChange(const ws::Touched& touched) {
  const Session& session = parts_.session;
  if (touched.dataset) {
    parts_.actions.setDocumentOpen(true);
    parts_.status.setFindings(session.document().data->findings.size());
  }
  if (touched.dataset || touched.period) {
    const auto* list = ws::audited_list(session.document());
    parts_.status.setContradicted(list != nullptr ? list->count(core::audit::Verdict::contradicted) : 0);
  }
  if (touched.dataset || touched.sector || touched.variable || touched.period)
    retranslate();
  else
    updateActions();
}

void ShownDocument::updateActions() {
  Actions& actions = parts_.actions;
  const Session& session = parts_.session;
  actions.setUndoNames(session.undoText(), session.redoText());
  actions.lookBack->setEnabled(parts_.looking.canGoBack());
  actions.lookForward->setEnabled(parts_.looking.canGoForward());
  if (!session.isOpen()) return;
  for (QAction* const action : {actions.zoomToSelected, actions.linkUnit, actions.why})
    action->setEnabled(!session.view().selected.empty());
  actions.zoomToAgglomeration->setEnabled(parts_.agglomerations.selected().has_value());
  actions.exportAgglomerations->setEnabled(parts_.exports.agglomerations->isPossible());
  actions.exportAudit->setEnabled(parts_.exports.audit->isPossible());
}

void ShownDocument::updateTitle() {
  const Session& session = parts_.session;
  if (!session.isOpen()) return window_.setWindowTitle(QStringLiteral("Vicinia"));
  window_.setWindowTitle(parts_.document.titlePart() +
                         qs(ws::shown_text(session.document(), session.language())) +
                         QStringLiteral(" – Vicinia"));
  window_.setWindowModified(parts_.file.isModified());
  parts_.actions.keepData->setChecked(parts_.file.settings().keeps_data);
}

void ShownDocument::retranslate() {
  const Session& session = parts_.session;
  parts_.actions.setLanguage(session.language());
  updateTitle();
  if (session.isOpen())
    parts_.status.setProvenance(qs(ws::provenance_line(session.dataset(), session.language())));
  updateActions();
}

}  // namespace vicinia::desktop
