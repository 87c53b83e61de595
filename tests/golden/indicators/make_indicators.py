#!/usr/bin/env python3
"""Every indicator of tests/golden/indicators/employment.csv, worked from the formulas as published, in exact fractions and in decimals
of 400 digits: nothing here is taken from, or shared with, the C++ code.

    python3 make_indicators.py > expected.csv

Columns: indicator, sector, unit, value; sector or unit is empty where the value belongs to the other alone. "undefined" where no such
number exists. Periods: 2007, and 2005 → 2007 for change.
"""
import csv
import pathlib
from decimal import Decimal, getcontext
from fractions import Fraction as F

getcontext().prec = 400  # the far tails of the normal are differences from 1
HERE = pathlib.Path(__file__).parent
CONFIDENCE = Decimal("0.95")
SEED, DRAWS, PERCENTILE = 42, 200, F(95, 100)


def dec(x):
    return Decimal(x.numerator) / Decimal(x.denominator) if isinstance(x, F) else Decimal(x)


def read():
    employees, plants, units, sectors = {}, {}, [], []
    with open(HERE / "employment.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            key = row["period"], row["unit"], row["sector"]
            employees[key], plants[key] = int(row["employees"]), int(row["enterprises"])
            if row["unit"] not in units:
                units.append(row["unit"])
            if row["sector"] not in sectors:
                sectors.append(row["sector"])
    return employees, plants, units, sectors


# ---- the normal distribution, from its series ------------------------------------------------------------------------

def pi():  # Machin
    def arctan_inverse(n):
        total, power, k = Decimal(0), Decimal(1) / n, 0
        while abs(power) > Decimal(10) ** -410:
            total += power / (2 * k + 1) * (-1 if k % 2 else 1)
            power /= n * n
            k += 1
        return total
    return 4 * (4 * arctan_inverse(5) - arctan_inverse(239))


PI = pi()


def below(z):  # P(Z ≤ z), as ½ + φ(z) Σ z^(2k+1) / (1·3·…·(2k+1)): all terms of one sign, so nothing cancels
    z = dec(z)
    term, total, k = z, Decimal(0), 0
    while abs(term) > Decimal(10) ** -398:
        total += term
        k += 1
        term *= z * z / (2 * k + 1)
    return Decimal("0.5") + total * (-z * z / 2).exp() / (2 * PI).sqrt()


def half_width(confidence):  # bisection
    low, high = Decimal(0), Decimal(10)
    for _ in range(200):
        middle = (low + high) / 2
        if below(middle) - below(-middle) < confidence:
            low = middle
        else:
            high = middle
    return low


# ---- the random numbers of stats/counter_random.h, from its description ------------------------------------------------

MASK = 2**64 - 1


def mix(x):
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


def indices(seed, stream, draw, n, how_many):
    state = mix((mix((mix(seed) + stream) & MASK) + draw) & MASK)
    found = []
    while len(found) < how_many:
        state = (state + 0x9E3779B97F4A7C15) & MASK
        product = (mix(state) >> 32) * n
        if product % 2**32 >= 2**32 % n:
            found.append(product // 2**32)
    return found


def percentile(values, p):  # type 7
    values = sorted(values)
    position = (len(values) - 1) * p
    k = int(position)
    return values[k] if k + 1 == len(values) else values[k] + dec(position - k) * (values[k + 1] - values[k])


# ---- the indicators -----------------------------------------------------------------------------------------------------

def main():
    employees, plants, units, sectors = read()
    out = []

    def say(indicator, value, sector="", unit=""):
        text = "undefined" if value is None else format(dec(value), ".25e")
        out.append((indicator, sector, unit, text))

    def e(u, s, period="2007"):
        return F(employees[period, u, s])

    def totals(period):
        return ({s: sum(e(u, s, period) for u in units) for s in sectors},
                {u: sum(e(u, s, period) for s in sectors) for u in units})

    in_sector, in_unit = totals("2007")
    nation = sum(in_sector.values())
    x = {u: in_unit[u] / nation for u in units}
    z95 = half_width(CONFIDENCE)
    say("half_width", z95)
    for z in ("-3", "-0.5", "0", "1", "2.5", "5"):
        say("upper_tail", 1 - below(z), unit=z)

    def lq(u, s):
        return None if in_unit[u] == 0 else (e(u, s) / in_unit[u]) / (in_sector[s] / nation)

    for s in sectors:
        n_plants = sum(plants["2007", u, s] for u in units)
        h_count = F(1, n_plants)
        share = {u: e(u, s) / in_sector[s] for u in units}
        h_units = sum(share[u]**2 / plants["2007", u, s] for u in units if e(u, s))
        say("plant_herfindahl_of_count", h_count, s)
        say("plant_herfindahl_of_units", h_units, s)

        for u in units:
            q = lq(u, s)
            say("lq", q, s, u)
            say("sector_share_pct", 100 * share[u], s, u)
            say("district_share_pct", None if in_unit[u] == 0 else 100 * e(u, s) / in_unit[u], s, u)
            say("symmetric_lq", None if q is None else (q - 1) / (q + 1), s, u)
            n = plants["2007", u, s]
            say("employees_per_enterprise", None if n == 0 else e(u, s) / n, s, u)
            for name, h in (("count", h_count), ("units", h_units)):
                if x[u] in (0, 1):
                    say(f"plant_z_{name}", None, s, u)
                    continue
                z = dec(share[u] - x[u]) / dec(h * x[u] * (1 - x[u])).sqrt()
                half = z95 * dec(h * (1 - x[u]) / x[u]).sqrt()
                say(f"plant_z_{name}", z, s, u)
                say(f"plant_p_{name}", 1 - below(z), s, u)
                say(f"plant_low_{name}", max(Decimal(0), 1 - half), s, u)
                say(f"plant_high_{name}", 1 + half, s, u)
            worker(say, e(u, s), in_unit[u], in_sector[s], nation, z95, s, u)

        h = sum(v * v for v in share.values())
        n = len(units)
        say("herfindahl_sector", h, s)
        say("herfindahl_sector_normalised", (h - F(1, n)) / (1 - F(1, n)), s)

        # The Gini by its definition as a mean difference, not by a curve.
        gini = sum(abs(share[a] * x[b] - share[b] * x[a]) for a in units for b in units) / 2
        least = min(v for v in x.values() if v > 0)
        say("gini_area", gini / 2, s)
        say("gini", gini, s)
        say("gini_normalised", gini / (1 - least), s)

        raw = sum((share[u] - x[u])**2 for u in units)
        room = 1 - sum(v * v for v in x.values())
        say("ellison_glaeser_raw", raw, s)
        for name, h in (("count", h_count), ("units", h_units)):
            # As Ellison and Glaeser print it, before dividing by 1 − Σ x².
            say(f"ellison_glaeser_{name}", (raw - room * h) / (room * (1 - h)), s)

        standardised(say, [lq(u, s) for u in units], units, s, sectors.index(s))

    for u in units:
        if in_unit[u] == 0:
            for name in ("herfindahl_unit", "herfindahl_unit_normalised", "krugman_rest", "krugman_whole"):
                say(name, None, unit=u)
            continue
        shares = [e(u, s) / in_unit[u] for s in sectors]
        h, n = sum(v * v for v in shares), len(sectors)
        say("herfindahl_unit", h, unit=u)
        say("herfindahl_unit_normalised", (h - F(1, n)) / (1 - F(1, n)), unit=u)
        say("krugman_whole", sum(abs(v - in_sector[s] / nation) for v, s in zip(shares, sectors)), unit=u)
        rest = {s: sum(e(v, s) for v in units if v != u) for s in sectors}
        say("krugman_rest", sum(abs(v - rest[s] / sum(rest.values())) for v, s in zip(shares, sectors)), unit=u)

    change(say, e, units, sectors, totals)

    print("indicator,sector,unit,value")
    for row in out:
        print(",".join(row))


def worker(say, cell, unit, sector, nation, z, s, u):
    if unit == 0:
        say("wilson_low", None, s, u)
        say("log_normal_low", None, s, u)
        return
    # Wilson's limits are the roots of (p − π)² = z² π (1 − π) / n.
    p, n = dec(cell / unit), dec(unit)
    a, b, c = 1 + z * z / n, -(2 * p + z * z / n), p * p
    root = (b * b - 4 * a * c).sqrt()
    scale = dec(nation / sector)
    say("wilson_low", Decimal(0) if cell == 0 else (-b - root) / (2 * a) * scale, s, u)
    say("wilson_high", scale if cell == unit else (-b + root) / (2 * a) * scale, s, u)
    if cell == 0:
        say("log_normal_low", None, s, u)
        return
    own, whole, w = cell / unit, sector / nation, unit / nation
    rest = (sector - cell) / (nation - unit)
    variance = ((1 / own - w / whole)**2 * own * (1 - own) / unit
                + ((1 - w) / whole)**2 * rest * (1 - rest) / (nation - unit))
    factor = (z * dec(variance).sqrt()).exp()
    say("log_normal_low", dec(own / whole) / factor, s, u)
    say("log_normal_high", dec(own / whole) * factor, s, u)


def standardised(say, quotients, units, s, stream):
    for scale in ("linear", "logarithmic"):
        values = [None if q is None or (scale == "logarithmic" and q == 0) else dec(q) for q in quotients]
        if scale == "logarithmic":
            values = [None if v is None else v.ln() for v in values]
        known = [v for v in values if v is not None]
        if len(known) < 3:
            continue
        mean = sum(known) / len(known)
        deviation = (sum((v - mean)**2 for v in known) / (len(known) - 1)).sqrt()
        for u, v in zip(units, values):
            say(f"standardised_{scale}", None if v is None else (v - mean) / deviation, s, u)
        known = sorted((v - mean) / deviation for v in known)
        n = len(known)
        cuts = [percentile([known[i] for i in indices(SEED, stream, draw, n, n)], PERCENTILE) for draw in range(DRAWS)]
        say(f"cut_off_{scale}", sum(cuts) / len(cuts), s)
        say(f"cut_off_low_{scale}", percentile(cuts, F(25, 1000)), s)
        say(f"cut_off_high_{scale}", percentile(cuts, F(975, 1000)), s)


def change(say, e, units, sectors, totals):
    (sector0, unit0), (sector1, _) = totals("2005"), totals("2007")
    nation0, nation1 = sum(sector0.values()), sum(sector1.values())
    g = nation1 / nation0 - 1
    names = ("growth", "national", "industry_mix", "competitive", "pure_competitive", "allocation")
    for u in units:
        sums = dict.fromkeys(names, F(0))
        for s in sectors:
            before, after = e(u, s, "2005"), e(u, s, "2007")
            say("growth_pct", None if before == 0 else 100 * (after / before - 1), s, u)
            parts = {"growth": after - before, "national": before * g,
                     "industry_mix": before * (sector1[s] / sector0[s] - 1 - g),
                     "competitive": after - before * sector1[s] / sector0[s],
                     "pure_competitive": None, "allocation": None}
            if before:
                lead = after / before - sector1[s] / sector0[s]
                expected = unit0[u] * sector0[s] / nation0
                parts["pure_competitive"], parts["allocation"] = expected * lead, (before - expected) * lead
            for name in names:
                say(f"shift_{name}", parts[name], s, u)
                sums[name] = None if sums[name] is None or parts[name] is None else sums[name] + parts[name]
        for name in names:
            say(f"shift_{name}", sums[name], unit=u)


if __name__ == "__main__":
    main()
