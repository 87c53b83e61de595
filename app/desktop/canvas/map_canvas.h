/// \file map_canvas.h
/// The map on screen: paints the last frame at once, moved or scaled to where the view is now, with the outlines of agglomerations,
/// the pointed-at and the selected unit, scale bar and notes on it; turns mouse and keys into wishes. It changes no document.
/// Units:   extents in metres; sizes in device-independent pixels.
#pragma once

#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QWidget>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "canvas/drawn_area.h"
#include "canvas/overlay/outline_shapes.h"
#include "canvas/overlay/overlay_picture.h"
#include "canvas/scale_bar.h"
#include "canvas/unit_shapes.h"
#include "canvas/view_transform.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/selection.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/maps/outline_drawing.h"

namespace vicinia::desktop {

class MapCanvas : public QWidget {
  Q_OBJECT

 public:
  using Extent = gis::map::Extent;
  using UnitIndex = core::admin::UnitIndex;

  explicit MapCanvas(QWidget* parent = nullptr);

  /// Where the view is; given the proportions of the canvas.
  void setExtent(const Extent& extent);
  [[nodiscard]] const Extent& extent() const { return transform_.extent(); }
  [[nodiscard]] const ViewTransform& transform() const { return transform_; }
  /// The limits of zooming and moving.
  void setFullExtent(const Extent& full) { full_ = full; }

  /// `upper` is laid over the outlines; null: nothing is.
  void setFrame(const QImage& image, const QImage& upper, const Extent& extent);
  [[nodiscard]] const QImage& frame() const { return frame_; }
  [[nodiscard]] const QImage& upperFrame() const { return upper_; }
  /// What is painted over every frame, where no name can be read: scale bar, frames of islands, note, signs of contradicted values.
  [[nodiscard]] std::vector<QRectF> covered() const;
  /// No frame of another data set is shown.
  void clearFrame();

  /// `land`: where they lie, whatever is drawn of them.
  void setUnits(std::shared_ptr<UnitShapes> units, std::shared_ptr<const UnitShapes> land);
  void setSelected(const workspace::Selection& units);
  void setOutlines(std::shared_ptr<const OutlineShapes> outlines);  ///< null: none
  [[nodiscard]] bool hasOutlines() const { return outlines_ && outlines_->areShown(); }
  /// Whether outlines that take long are being painted.
  [[nodiscard]] bool isPaintingOutlines() const { return overlay_->isBehind(); }
  void setSelectedOutline(std::optional<std::size_t> agglomeration);
  [[nodiscard]] std::optional<std::size_t> selectedOutline() const { return selectedOutline_; }
  void setHandMarks(std::vector<workspace::HandMark> marks);
  [[nodiscard]] const std::vector<workspace::HandMark>& handMarks() const { return marks_; }
  /// On units whose shown value is contradicted by others.
  void setAuditMarks(std::vector<workspace::AuditMark> marks);
  [[nodiscard]] const std::vector<workspace::AuditMark>& auditMarks() const { return auditMarks_; }
  /// Until it is set to nullopt: a click picks a unit instead of selecting it, and the hint stands on the map.
  void setPicking(std::optional<UnitIndex> from, const QString& hint = {});
  [[nodiscard]] bool isPicking() const { return picking_.has_value(); }
  /// The next drag of the mouse draws such an area; nullopt: it moves the map again. Shift draws a rectangle and Ctrl a lasso at any time.
  void setDrawing(std::optional<DrawnArea::Shape> shape);
  [[nodiscard]] std::optional<DrawnArea::Shape> drawing() const { return drawing_; }
  /// Its tip, for a unit that is pointed at here, or elsewhere.
  using TipSource = std::function<QString(UnitIndex, bool isPointedAtHere)>;
  void setTipSource(TipSource source) { tipSource_ = std::move(source); }
  /// Whether a unit that is pointed at elsewhere has a tip here, too, where it is in sight.
  void setTipsOfElsewhere(bool show) { tipsOfElsewhere_ = show; }
  enum class Place : std::uint8_t { alone, first_of_several, beside_others };
  /// Among several, what holds of all is not said on each: the note. Frames of islands are no larger than the map bears; beside the first, a map
  /// on which they would cover land has none.
  void setPlace(Place place);
  [[nodiscard]] std::optional<UnitIndex> hovered() const { return hovered_; }
  /// Pointed at elsewhere: outlined.
  void setHovered(std::optional<UnitIndex> unit);
  /// Brushed elsewhere: marked by a disc each, which thousands can have while the brush moves.
  void setBrushed(std::vector<UnitIndex> units);
  [[nodiscard]] const std::vector<UnitIndex>& brushed() const { return brushed_; }
  [[nodiscard]] QString tip() const { return tip_->isVisible() ? tip_->text() : QString(); }

  void setNote(const QString& note);  ///< stands on the map, e.g. "approximate district areas"
  /// Frames of islands far out, one above the other, that end at `place`: shares of the map's width and height. No labels: none.
  void setIslandInsets(const QStringList& labels, const QPointF& place);
  /// What it shows, for those who hear it, where there are several maps; empty: the map.
  void setTitle(const QString& title);
  void setLanguage(workspace::Language language);
  void setBackground(const QColor& colour) { background_ = colour; }  ///< where no frame reaches
  void setBusy(bool busy);
  void showFailure(const QString& message);  ///< over the map, with "Try again"
  void clearFailure();

  [[nodiscard]] QSize sizeHint() const override { return {800, 800}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {240, 240}; }

 Q_SIGNALS:
  void extentWanted(const vicinia::gis::map::Extent& extent);
  void zoomToAllWanted();
  void hoverChanged();  ///< by the mouse on the map
  void unitClicked(std::size_t unit);
  void unitToggled(
      std::size_t unit);  ///< clicked with Ctrl or Shift: it joins the selected ones, or leaves them
  /// `units`: those whose middle lies in it. `adds`: to what is selected already, as Ctrl and Shift do.
  void areaDrawn(const std::vector<std::size_t>& units, bool adds);
  void drawingEnded();
  void clearWanted();
  void unitPicked(std::size_t unit);
  void pickingCancelled();
  /// `unit`: where it was asked for, if any.
  void menuWanted(const std::optional<std::size_t>& unit, const QPoint& global);
  void resized();
  void framePainted();
  void outlinesPainted();  ///< those that took long: see isPaintingOutlines()
  void retryWanted();

 public Q_SLOTS:
  /// What is seen, as a picture, to be pasted elsewhere.
  void copy() const;
  void zoomIn();
  void zoomOut();

 protected:
  bool event(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  void retranslateUi();
  void zoomAbout(double factor, const QPointF& canvas);
  void want(const Extent& extent);
  void hoverAt(const QPointF& canvas);
  void placeTip(const QPointF& canvas);
  void showTipOfElsewhere();
  void placeFailure();
  void paintFrame(QPainter& painter, const QImage& frame) const;
  void paintUnit(QPainter& painter, UnitIndex unit, const gis::map::Stroke& stroke) const;
  void paintPointedAtAndSelected(QPainter& painter) const;
  void paintBrushed(QPainter& painter) const;
  void paintOverlay(QPainter& painter);
  void paintPicking(QPainter& painter) const;
  void paintArea(QPainter& painter) const;
  void finishArea(bool adds);
  void paintNotes(QPainter& painter) const;
  [[nodiscard]] ScaleBar scaleBar() const;
  [[nodiscard]] QPointF scaleBarCorner() const;
  [[nodiscard]] std::optional<QPointF> insetsCorner() const;  ///< nullopt: there are none
  [[nodiscard]] double insetsScale() const;
  [[nodiscard]] bool showsNote() const { return !note_.isEmpty() && place_ == Place::alone; }
  [[nodiscard]] QRectF noteRoom() const;
  [[nodiscard]] QRectF noteRect() const;
  void paintBusy(QPainter& painter) const;

  ViewTransform transform_;
  Extent full_{};
  QImage frame_, upper_;
  Extent frameExtent_{};
  bool frameFresh_ = false;  ///< set, and not painted yet

  std::shared_ptr<UnitShapes> units_;
  std::shared_ptr<const UnitShapes> land_;
  std::optional<UnitIndex> hovered_;
  std::vector<UnitIndex> brushed_;
  workspace::Selection selected_;
  std::shared_ptr<const OutlineShapes> outlines_;
  std::optional<std::size_t> selectedOutline_;
  OverlayPicture* overlay_;
  QTimer
      stands_;  ///< while it runs the map moves: outlines that take long are moved as an image, like the frame
  std::vector<workspace::HandMark> marks_;
  std::vector<workspace::AuditMark> auditMarks_;
  std::optional<UnitIndex> picking_;  ///< the unit that the other is picked for
  QString hint_;
  QPointF pointer_;
  TipSource tipSource_;
  bool tipsOfElsewhere_ = false;
  QString note_, title_;
  QStringList insets_;
  QPointF insetsEnd_{1, 0.72};
  Place place_ = Place::alone;
  struct InsetsPlace {
    ViewTransform transform;
    QSize size;
    QPointF corner;
    bool areShown;
  };
  mutable std::optional<InsetsPlace> insetsAt_;  ///< where they cover no unit
  QColor background_{Qt::white};
  workspace::Language language_ = workspace::Language::en;

  std::optional<QPointF> pressed_;  ///< where the left button went down
  QPointF dragged_;
  bool dragging_ = false;
  std::optional<DrawnArea::Shape> drawing_;  ///< what the next drag draws
  std::optional<DrawnArea> area_;            ///< while the button is down

  QTimer busyDelay_, busyStep_;  ///< the bar appears only when drawing takes a while
  int busyPhase_ = 0;
  bool failed_ = false;
  QLabel* tip_;
  QWidget* failure_;
  QLabel* failureText_;
  QPushButton* retry_;
};

}  // namespace vicinia::desktop
