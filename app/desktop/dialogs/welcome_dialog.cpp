#include "dialogs/welcome_dialog.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QIcon>
#include <utility>

#include "text/plain_text.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr std::size_t most_earlier = 3;
constexpr int width_px = 620;

QString dateText(const QDateTime& when, ws::Language language) {
  return localeOf(language).toString(when.date(), language == ws::Language::vi
                                                      ? QStringLiteral("dd/MM/yyyy")
                                                      : QStringLiteral("d MMMM yyyy"));
}

/// Of a link; the words are those of a file's name.
QString linkTo(std::size_t number, const QString& words) {
  return QStringLiteral("<a href=\"%1\">%2</a>").arg(number).arg(words.toHtmlEscaped());
}

/// A way in, with what else there is to it.
QFrame* card(QWidget* way, QWidget* more = nullptr) {
  auto* const frame = new QFrame;
  frame->setFrameShape(QFrame::StyledPanel);
  frame->setAutoFillBackground(true);
  frame->setBackgroundRole(QPalette::Base);
  auto* const column = new QVBoxLayout(frame);
  column->setContentsMargins(4, 4, 4, 6);
  column->setSpacing(2);
  column->addWidget(way);
  if (more != nullptr) column->addWidget(more);
  return frame;
}

/// Where the words of a way begin.
int indentOf(const QCommandLinkButton& way) { return way.iconSize().width() + 14; }

}  // namespace

WelcomeDialog::WelcomeDialog(const Session& session, QWidget* parent)
    : QDialog(parent),
      session_(session),
      name_(new PlainLabel(QStringLiteral("Vicinia"))),
      purpose_(new PlainLabel),
      format_(new QLabel),
      earlier_(new QLabel),
      builtIn_(new QCommandLinkButton),
      own_(new QCommandLinkButton),
      last_(new QCommandLinkButton),
      tour_(new QPushButton),
      close_(new QPushButton),
      vietnamese_(new QRadioButton(QStringLiteral("Tiếng Việt"))),
      english_(new QRadioButton(QStringLiteral("English"))),
      notAtStart_(new QCheckBox) {
  setObjectName(QStringLiteral("welcome"));
  build();
  connect(builtIn_, &QPushButton::clicked, this, &WelcomeDialog::builtInWanted);
  connect(own_, &QPushButton::clicked, this, &WelcomeDialog::ownDataWanted);
  connect(last_, &QPushButton::clicked, this, [this] {
    if (!recent_.empty()) Q_EMIT workWanted(recent_.front().file);
  });
  connect(earlier_, &QLabel::linkActivated, this, [this](const QString& number) {
    if (const std::size_t at = number.toULongLong(); at < recent_.size()) Q_EMIT workWanted(recent_[at].file);
  });
  connect(format_, &QLabel::linkActivated, this, &WelcomeDialog::formatWanted);
  connect(tour_, &QPushButton::clicked, this, &WelcomeDialog::tourWanted);
  connect(close_, &QPushButton::clicked, this, &QDialog::close);
  connect(vietnamese_, &QRadioButton::clicked, this, [this] { Q_EMIT languageWanted(ws::Language::vi); });
  connect(english_, &QRadioButton::clicked, this, [this] { Q_EMIT languageWanted(ws::Language::en); });
  connect(notAtStart_, &QCheckBox::clicked, this, [this](bool isNot) { Q_EMIT atStartWanted(!isNot); });
  retranslateUi();
  builtIn_->setFocus();
}

void WelcomeDialog::build() {
  const std::pair<QWidget*, const char*> names[] = {
      {builtIn_, "welcomeBuiltIn"},       {own_, "welcomeOwnData"},
      {last_, "welcomeLastWork"},         {earlier_, "welcomeEarlier"},
      {format_, "welcomeFormat"},         {tour_, "welcomeTour"},
      {vietnamese_, "welcomeVietnamese"}, {english_, "welcomeEnglish"},
      {notAtStart_, "welcomeNotAtStart"}, {close_, "welcomeClose"}};
  for (const auto& [widget, name] : names) widget->setObjectName(QLatin1String(name));
  QFont large = name_->font();
  large.setPointSizeF(large.pointSizeF() * 1.8);
  large.setBold(true);
  name_->setFont(large);
  purpose_->setWordWrap(true);
  for (QLabel* const links : {format_, earlier_}) {
    links->setTextFormat(Qt::RichText);
    links->setWordWrap(true);
    links->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    links->setFocusPolicy(Qt::StrongFocus);
    links->setContentsMargins(indentOf(*own_), 0, 8, 2);
  }
  for (QPushButton* const button : {tour_, close_}) button->setAutoDefault(false);

  auto* const sign = new QLabel;
  sign->setPixmap(QIcon(QStringLiteral(":/icons/vicinia.svg")).pixmap(48, 48));
  auto* const words = new QVBoxLayout;
  words->setSpacing(2);
  words->addWidget(name_);
  words->addWidget(purpose_);
  auto* const head = new QHBoxLayout;
  head->setSpacing(14);
  head->addWidget(sign, 0, Qt::AlignTop);
  head->addLayout(words, 1);

  auto* const line = new QFrame;
  line->setFrameShape(QFrame::HLine);
  line->setFrameShadow(QFrame::Sunken);
  auto* const languages = new QHBoxLayout;
  languages->addWidget(tour_);
  languages->addStretch(1);
  languages->addWidget(vietnamese_);
  languages->addWidget(english_);
  auto* const foot = new QHBoxLayout;
  foot->addWidget(notAtStart_);
  foot->addStretch(1);
  foot->addWidget(close_);

  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(22, 20, 22, 16);
  column->setSpacing(8);
  column->addLayout(head);
  column->addSpacing(6);
  column->addWidget(card(builtIn_));
  column->addWidget(card(own_, format_));
  column->addWidget(card(last_, earlier_));
  column->addStretch(1);
  column->addWidget(line);
  column->addLayout(languages);
  column->addLayout(foot);
}

void WelcomeDialog::setRecent(std::vector<RecentWork> recent) {
  recent_ = std::move(recent);
  showRecent();
}

void WelcomeDialog::retranslateUi() {
  setWindowTitle(tr("Welcome to Vicinia"));
  purpose_->setText(tr(
      "Where the industries of Viet Nam concentrate: district by district, sector by sector, across province boundaries."));
  builtIn_->setText(tr("&Built-in data of 2007"));
  builtIn_->setDescription(
      tr("The published list of agglomerations: 22 sectors, 84 districts (GSO Enterprise Survey 2007)."));
  own_->setText(tr("Your &own data…"));
  own_->setDescription(tr(
      "A spreadsheet or CSV, as it is, on boundaries of your own (shapefile, GeoPackage, GeoJSON …) or on those that come with the program."));
  format_->setText(linkTo(0, tr("How the data must look")));
  format_->setAccessibleName(tr("How the data must look"));
  last_->setText(tr("Your &last work"));
  tour_->setText(tr("&Show me around"));
  close_->setText(tr("&Close"));
  notAtStart_->setText(tr("&Do not show this at the start"));
  vietnamese_->setAccessibleName(tr("Language: %1").arg(vietnamese_->text()));
  english_->setAccessibleName(tr("Language: %1").arg(english_->text()));
  showRecent();
  showLanguage();
}

void WelcomeDialog::showRecent() {
  const auto language = session_.language();
  last_->setEnabled(!recent_.empty());
  last_->setDescription(
      recent_.empty()
          ? tr("There is none yet: what you save with File ▸ Save will be found here.")
          : tr("%1, saved on %2").arg(recent_.front().name, dateText(recent_.front().when, language)));
  QStringList links;
  for (std::size_t i = 1; i < recent_.size() && i <= most_earlier; ++i)
    links << linkTo(i, recent_[i].name) +
                 QStringLiteral(" (%1)").arg(dateText(recent_[i].when, language).toHtmlEscaped());
  earlier_->setText(tr("Earlier:").toHtmlEscaped() + QLatin1Char(' ') + links.join(QStringLiteral(" · ")));
  earlier_->setAccessibleName(tr("Earlier work"));
  earlier_->setVisible(!links.isEmpty());
  fitHeight();
}

// The ways are as high as their words need at this width.
void WelcomeDialog::fitHeight() {
  for (QLayout* const part : findChildren<QLayout*>()) part->invalidate();
  setFixedSize(width_px, layout()->totalHeightForWidth(width_px));
}

void WelcomeDialog::showLanguage() {
  (session_.language() == ws::Language::vi ? vietnamese_ : english_)->setChecked(true);
}

void WelcomeDialog::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QDialog::changeEvent(event);
}

}  // namespace vicinia::desktop
