#include "session/looking_history.h"

#include <chrono>
#include <utility>

namespace vicinia::desktop {

namespace ws = workspace;
using namespace std::chrono_literals;

namespace {

constexpr auto settle = 700ms;
constexpr std::size_t most_places = 100;

}  // namespace

LookingHistory::LookingHistory(Session& session, QObject* parent) : QObject(parent), session_(session) {
  settled_.setSingleShot(true);
  settled_.setInterval(settle);
  connect(&session_, &Session::changed, this, &LookingHistory::onViewChanged);
}

void LookingHistory::onViewChanged(const ws::Touched& touched) {
  const bool isOnOtherGround = touched.dataset || touched.province;
  if (!touched.extent && !touched.selection && !isOnOtherGround) return;
  Place before = std::exchange(now_, place());
  if (touched.dataset) {  // units of one data set are none of another
    back_.clear();
    forward_.clear();
    settled_.stop();
  } else if (!isGoing_ && !isOnOtherGround && before != now_) {
    const bool goesOn = settled_.isActive() && before.selected == now_.selected;
    settled_.start();
    if (!goesOn) {
      if (back_.size() == most_places) back_.erase(back_.begin());
      back_.push_back(std::move(before));
    }
    forward_.clear();
  }
  Q_EMIT changed();
}

void LookingHistory::go(std::vector<Place>& from, std::vector<Place>& to) {
  if (from.empty()) return;
  const Place wanted = std::move(from.back());
  from.pop_back();
  to.push_back(now_);
  settled_.stop();
  isGoing_ = true;
  session_.apply(ws::commands::look_at(wanted.extent, wanted.selected));
  isGoing_ = false;
  Q_EMIT changed();
}

}  // namespace vicinia::desktop
