/// \file unwritten.h
/// Vectors whose resize() leaves new elements unwritten. Of millions, writing zeros first costs as much as what is written over them, and is
/// done by one thread.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace vicinia::core {

template <class T>
struct UnwrittenAllocator : std::allocator<T> {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);
  template <class U>
  struct rebind {
    using other = UnwrittenAllocator<U>;
  };
  UnwrittenAllocator() = default;
  template <class U>
  UnwrittenAllocator(const UnwrittenAllocator<U>&) noexcept {}
  void construct(T*) noexcept {}
  template <class... From>
  void construct(T* at, From&&... from) {
    ::new (static_cast<void*>(at)) T(std::forward<From>(from)...);
  }
};

/// A std::vector; what resize() or a size in the constructor adds is to be written before it is read.
template <class T>
using UnwrittenVector = std::vector<T, UnwrittenAllocator<T>>;

}  // namespace vicinia::core
