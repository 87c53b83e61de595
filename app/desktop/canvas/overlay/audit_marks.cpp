#include "canvas/overlay/audit_marks.h"

#include "drawing/stroke_pen.h"

namespace vicinia::desktop {

void paintAuditMarks(QPainter& painter, const std::vector<workspace::AuditMark>& marks,
                     const ViewTransform& transform) {
  const auto badge = workspace::audit_mark_style::badge();
  for (const workspace::AuditMark& mark : marks) {
    const QPointF at = transform.toCanvas(QPointF(mark.at.x(), mark.at.y()));
    paintBadge(painter, badge, at - QPointF(0, badge.raised_mm * px_per_mm), px_per_mm);
  }
}

}  // namespace vicinia::desktop
