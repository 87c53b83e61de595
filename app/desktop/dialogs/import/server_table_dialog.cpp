#include "dialogs/import/server_table_dialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/gis/firms/server_tables.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

ServerTableDialog::ServerTableDialog(bool shapesOnly, workspace::Language language, QWidget* parent)
    : QDialog(parent),
      shapesOnly_(shapesOnly),
      language_(language),
      address_(new QLineEdit),
      list_(new QPushButton(tr("Show its tables"))),
      take_(nullptr),
      tables_(new QListWidget),
      told_(new PlainLabel) {
  setObjectName(QStringLiteral("serverTableDialog"));
  setWindowTitle(shapesOnly ? tr("A layer of a PostGIS server") : tr("A table of a PostgreSQL server"));
  address_->setObjectName(QStringLiteral("serverAddress"));
  address_->setPlaceholderText(QStringLiteral("service=…"));
  address_->setAccessibleName(tr("Address"));
  list_->setObjectName(QStringLiteral("serverList"));
  list_->setAutoDefault(false);
  tables_->setObjectName(QStringLiteral("serverTables"));
  tables_->setAccessibleName(tr("Tables"));
  told_->setObjectName(QStringLiteral("serverTold"));
  told_->setWordWrap(true);
  told_->setText(tr(
      "An address such as service=statistics (of pg_service.conf) or host=… dbname=…, without a password: that "
      "stays in pg_service.conf, in PGPASSFILE or in PGPASSWORD. What is chosen is read once, and kept with the "
      "data set."));
  auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  take_ = buttons->button(QDialogButtonBox::Ok);
  take_->setEnabled(false);
  auto* const line = new QHBoxLayout;
  line->addWidget(new PlainLabel(tr("Address:")));
  line->addWidget(address_, 1);
  line->addWidget(list_);
  auto* const column = new QVBoxLayout(this);
  column->addLayout(line);
  column->addWidget(tables_, 1);
  column->addWidget(told_);
  column->addWidget(buttons);
  resize(560, 420);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(list_, &QPushButton::clicked, this, &ServerTableDialog::list);
  connect(address_, &QLineEdit::returnPressed, this, &ServerTableDialog::list);
  connect(address_, &QLineEdit::textChanged, this, [this] { tables_->clear(); });
  connect(tables_, &QListWidget::itemDoubleClicked, this, &QDialog::accept);
  connect(tables_, &QListWidget::currentRowChanged, this, [this](int row) { take_->setEnabled(row >= 0); });
}

QString ServerTableDialog::address() const { return address_->text().trimmed(); }

QString ServerTableDialog::table() const {
  return tables_->currentItem() != nullptr ? tables_->currentItem()->text() : QString();
}

void ServerTableDialog::list() {
  tables_->clear();
  told_->setText(tr("The server is asked…"));
  list_->setEnabled(false);
  job_ = std::make_unique<ServerTablesJob>();
  connect(job_.get(), &Job::failed, this, [this](const core::Error& error) {
    list_->setEnabled(true);
    told_->setText(qs(workspace::error_text(error, language_)));
  });
  job_->runOrFail(
      [address = utf8(address())](const core::Task& task) { return gis::firms::list_tables(address, task); },
      [this](const std::vector<gis::firms::TableOfServer>& found) {
        list_->setEnabled(true);
        for (const gis::firms::TableOfServer& one : found)
          if (one.has_geometry || !shapesOnly_) tables_->addItem(qs(one.name));
        told_->setText(tables_->count() > 0 ? tr("Tables that may be read: %1.").arg(tables_->count())
                       : shapesOnly_        ? tr("It has no table with shapes that this user may read.")
                                            : tr("It has no table that this user may read."));
        if (tables_->count() > 0) tables_->setCurrentRow(0);
      });
}

}  // namespace vicinia::desktop
