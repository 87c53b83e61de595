#!/usr/bin/env python3
"""Writes matrix-long and matrix-wide: one complete table of invented values, brought in as rows and as columns.

Three provinces with two districts each, four sectors, two periods. Usage: python3 tests/data/make_matrices.py
"""
import json
import pathlib

HERE = pathlib.Path(__file__).parent
PROVINCES = [("1", "Tây", "West"), ("2", "Giữa", "Middle"), ("3", "Đông", "East")]
DISTRICTS = [
    ("11", "Tây Hạ", "Lower West"), ("12", "Tây Thượng", "Upper West"),
    ("21", "Giữa Hạ", "Lower Middle"), ("22", "Giữa Thượng", "Upper Middle"),
    ("31", "Đông Hạ", "Lower East"), ("32", "Đông Thượng", "Upper East"),
]
SECTORS = [
    ("I", "Food products", "Chế biến thực phẩm", "1"), ("II", "Textiles", "Dệt", "1"),
    ("III", "Furniture", "Đồ gỗ", "1"), ("IV", "Trade", "Thương mại", "0"),
]
PERIODS = ["2007", "2012"]
FIGURES = ["enterprises", "smes", "employees"]
WEST, SOUTH, SIDE = 105.5, 10.5, 0.1  # degrees


def values():
    """(unit, sector, period) -> enterprises, smes, employees; provinces are the sums of their districts."""
    table = {}
    state = 2007
    for period in PERIODS:
        for code, _, _ in DISTRICTS:
            for sector, _, _, _ in SECTORS:
                state = (state * 1103515245 + 12345) % 2**31
                enterprises = state // 65536 % 60
                smes = enterprises - state // 4096 % 7 if enterprises > 7 else enterprises
                table[code, sector, period] = (enterprises, smes, enterprises * (20 + state // 1024 % 90))
    table["32", "II", "2007"] = (0, 0, 0)
    for code, _, _ in PROVINCES:
        for sector, _, _, _ in SECTORS:
            for period in PERIODS:
                parts = [table[d[0], sector, period] for d in DISTRICTS if d[0][0] == code]
                table[code, sector, period] = tuple(map(sum, zip(*parts)))
    return table


def square(west, south, height):
    east, north = round(west + SIDE, 6), round(south + height * SIDE, 6)
    middle = round(south + SIDE, 6)
    sides = [[west, south], [east, south], [east, middle]]
    sides += [[east, north], [west, north], [west, middle]] if height == 2 else [[west, middle]]
    return [sides + sides[:1]]


def layer(units, place):
    features = []
    for number, unit in enumerate(units):
        properties = {"code": unit[0], "name_vi": unit[1], "name_en": unit[2]}
        if len(unit[0]) == 2:
            properties["parent"] = unit[0][0]
        features.append({"type": "Feature", "properties": properties,
                         "geometry": {"type": "Polygon", "coordinates": place(number)}})
    return {"type": "FeatureCollection", "features": features}


def manifest(title_vi, title_en, observations):
    names = {"code": "code", "name_vi": "name_vi", "name_en": "name_en"}
    return {
        "format": "vicinia-dataset", "version": 1,
        "title": {"vi": title_vi, "en": title_en},
        "source": {"vi": "Số liệu bịa ra để kiểm thử", "en": "Invented values for tests"},
        "survey": {"vi": "Điều tra ví dụ", "en": "Example survey"},
        "survey_vintage": "2007-12-31", "boundary_vintage": "2007-12-31",
        "denominator": "all_employment", "completeness": "complete_matrix", "projected_crs": "EPSG:32648",
        "provinces": {"file": "provinces.geojson", **names},
        "districts": {"file": "districts.geojson", **names, "parent": "parent"},
        "sectors": {"file": "sectors.csv"},
        "observations": observations,
    }


def write(path, text):
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def with_points(number):
    return f"{number:,}".replace(",", ".")


def main():
    table = values()
    units = PROVINCES + DISTRICTS
    for folder in ("matrix-long", "matrix-wide"):
        provinces = layer(PROVINCES, lambda n: square(round(WEST + n * SIDE, 6), SOUTH, 2))
        districts = layer(DISTRICTS, lambda n: square(round(WEST + n // 2 * SIDE, 6), round(SOUTH + n % 2 * SIDE, 6), 1))
        for name, content in (("provinces", provinces), ("districts", districts)):
            write(HERE / folder / f"{name}.geojson", json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        rows = [",".join(sector) for sector in SECTORS]
        write(HERE / folder / "sectors.csv", "\n".join(["sector_no,name_en,name_vi,manufacturing"] + rows) + "\n")

    rows = [",".join(["unit_code", "sector_no", "period"] + FIGURES)]
    for period in PERIODS:
        for unit in units:
            for sector in SECTORS:
                numbers = [str(number) for number in table[unit[0], sector[0], period]]
                rows.append(",".join([unit[0], sector[0], period] + numbers))
    write(HERE / "matrix-long" / "observations.csv", "\n".join(rows) + "\n")
    write(HERE / "matrix-long" / "manifest.json",
          json.dumps(manifest("Ma trận dạng dài", "Matrix, long", {"file": "observations.csv"}), ensure_ascii=False, indent=2) + "\n")

    # One file for each field, each in another manner that occurs: Vietnamese notation, English names, Vietnamese names.
    def wide(separator, heads, name_of, column, number_text):
        lines = [separator.join(heads + [name_of(sector) for sector in SECTORS])]
        for period in PERIODS:
            for unit in units:
                cells = [number_text(table[unit[0], sector[0], period][column]) for sector in SECTORS]
                note = [unit[1]] if len(heads) == 3 else []
                lines.append(separator.join([unit[0]] + note + [period] + cells))
        return "\n".join(lines) + "\n"

    folder = HERE / "matrix-wide"
    write(folder / "lao_dong.csv", wide(";", ["ma", "ten", "nam"], lambda s: s[0], 2, with_points))
    write(folder / "enterprises.csv", wide(",", ["unit_code", "period"], lambda s: s[1], 0, str))
    write(folder / "smes.csv", wide(",", ["unit_code", "period"], lambda s: s[2], 1, str))
    observations = [
        {"file": "lao_dong.csv", "layout": "wide", "field": "employees", "separator": ";",
         "columns": {"unit_code": "ma", "period": "nam"}, "ignore": ["ten"]},
        {"file": "enterprises.csv", "layout": "wide", "field": "enterprises"},
        {"file": "smes.csv", "layout": "wide", "field": "smes"},
    ]
    write(folder / "manifest.json",
          json.dumps(manifest("Ma trận dạng rộng", "Matrix, wide", observations), ensure_ascii=False, indent=2) + "\n")


main()
