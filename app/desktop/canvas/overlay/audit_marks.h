/// \file audit_marks.h
/// The signs on units whose shown figure is contradicted by others, on the canvas.
/// Units:   metres on the ground, device-independent pixels on the canvas.
#pragma once

#include <QPainter>
#include <vector>

#include "canvas/view_transform.h"
#include "vicinia/workspace/audit/audit_marks.h"

namespace vicinia::desktop {

void paintAuditMarks(QPainter& painter, const std::vector<workspace::AuditMark>& marks,
                     const ViewTransform& transform);

}  // namespace vicinia::desktop
