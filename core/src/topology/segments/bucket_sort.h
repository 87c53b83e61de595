/// \file bucket_sort.h
/// Sorts many things that have few to a bucket: beside their bucket by counting, then within each by comparison.
/// Cost: O(things + buckets); parallel. The answer is that of a sort by bucket and then by comparison, if no two things are equal or equal ones
/// are the same.
#pragma once

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <vector>

namespace vicinia::core::topology::detail {

/// Answers where each bucket begins: [bucket + 1].
/// \pre `bucket_of` answers less than `buckets`; fewer than 2^32 things
template <class Thing, class BucketOf, class Less>
std::vector<std::uint32_t> bucket_sort(std::vector<Thing>& things, std::size_t buckets, BucketOf bucket_of,
                                       Less less) {
  std::vector<std::uint32_t> start(buckets + 1);
  for (const Thing& thing : things) ++start[bucket_of(thing) + std::size_t{1}];
  std::partial_sum(start.begin(), start.end(), start.begin());
  std::vector<Thing> sorted(things.size());
  std::vector<std::uint32_t> to(start.begin(), start.end() - 1);
  for (const Thing& thing : things) sorted[to[bucket_of(thing)]++] = thing;
  things.swap(sorted);
  const std::size_t per_task = things.empty() ? buckets + 1 : 1 + 2048 * buckets / things.size();
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, buckets, per_task), [&](const auto& range) {
    for (std::size_t bucket = range.begin(); bucket < range.end(); ++bucket)
      if (start[bucket + 1] - start[bucket] > 1)
        std::sort(things.begin() + start[bucket], things.begin() + start[bucket + 1], less);
  });
  return start;
}

}  // namespace vicinia::core::topology::detail
