"""The peer of bench_indicators: LQ and both shares of a made-up panel, period by period, as one would write it in numpy.

    python3 peer_indicators.py UNITS SECTORS PERIODS

Prints: seconds, peak memory in MB, sum of all LQs (so that both programs are known to have computed the same).
"""
import resource
import sys
import time

import numpy as np


def made_up(units, sectors, period):
    """As made_up_count() of bench_indicators.cpp has it."""
    u = np.arange(units, dtype=np.uint32)[:, None]
    s = np.arange(sectors, dtype=np.uint32)[None, :]
    h = u * np.uint32(2654435761) + s * np.uint32(2246822519) + np.uint32(period * 3266489917 % 2**32)
    h ^= h >> np.uint32(15)
    h *= np.uint32(2246822519)
    h ^= h >> np.uint32(13)
    return np.where(h % 4 == 0, h // 16 % 5000, 0).astype(np.float64)


def main():
    units, sectors, periods = map(int, sys.argv[1:4])
    seconds = lq_sum = 0.0
    for period in range(periods):
        employment = made_up(units, sectors, period)
        start = time.perf_counter()
        by_sector = employment.sum(axis=0)
        by_unit = employment.sum(axis=1)
        national = by_unit.sum()
        district_share = employment / by_unit[:, None]
        lq = district_share / (by_sector / national)
        district_share *= 100
        sector_share = employment / by_sector * 100
        seconds += time.perf_counter() - start
        lq_sum += lq.sum()
        del district_share, sector_share, lq
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(seconds, peak_mb, repr(lq_sum))


if __name__ == "__main__":
    main()
