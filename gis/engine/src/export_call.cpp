#include "export_call.h"

#include <utility>

namespace vicinia::gis::engine {

using vicinia::engine::v1::ExportEvent;

void ExportCall::tell(ExportEvent event) {
  const std::lock_guard lock(mutex_);
  if (broken_) return;
  waiting_.push_back(std::move(event));
  if (!sending_) send_next();
}

void ExportCall::finish(ExportEvent last) {
  const std::lock_guard lock(mutex_);
  if (!broken_) waiting_.push_back(std::move(last));
  finished_ = true;
  if (!sending_) send_next();
}

void ExportCall::send_next() {
  if (!waiting_.empty()) {
    sending_ = true;
    StartWrite(&waiting_.front());
  } else if (finished_ && !closed_) {
    closed_ = true;
    Finish(grpc::Status::OK);
  }
}

void ExportCall::OnWriteDone(bool ok) {
  const std::lock_guard lock(mutex_);
  sending_ = false;
  waiting_.pop_front();
  if (!ok) {
    broken_ = true;
    waiting_.clear();
    stop_.request_stop();
  }
  send_next();
}

}  // namespace vicinia::gis::engine
