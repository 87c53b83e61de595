// What a reader does on the page: choose, point, search, move. Every value, class, colour and text is in the data; nothing is computed here
// but where it is drawn. Texts of the data are set as text and never as markup.
'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const byId = (id) => document.getElementById(id);
  const svgNamespace = 'http://www.w3.org/2000/svg';

  // ---- small helpers

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === 'class') made.className = value;
      else if (value !== undefined) made.setAttribute(key, value);
    }
    made.append(...children.filter((child) => child !== undefined && child !== ''));
    return made;
  };
  const drawing = (name, attributes = {}, ...children) => {
    const made = document.createElementNS(svgNamespace, name);
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== null) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const clamp = (number, low, high) => Math.min(Math.max(number, low), high);

  // Whole numbers of variable length, five bits a sign; see packed.h.
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const worth = new Uint8Array(128);
  for (let i = 0; i < signs.length; ++i) worth[signs.charCodeAt(i)] = i;
  class Packed {
    constructor(text) { this.text = text; this.at = 0; }
    get more() { return this.at < this.text.length; }
    next() {
      let number = 0, unit = 1;
      for (;;) {
        const sign = worth[this.text.charCodeAt(this.at++)];
        number += (sign & 31) * unit;
        if (sign < 32) return number;
        unit *= 32;
      }
    }
    nextSigned() { const number = this.next(); return number % 2 ? -(number + 1) / 2 : number / 2; }
  }
  const ascending = (text) => {
    if (text === '*') return Array.from({ length: unitCount }, (_, unit) => unit);
    const packed = new Packed(text || ''), numbers = [];
    for (let last = 0; packed.more;) numbers.push(last += packed.next());
    return numbers;
  };
  const runs = (text) => (text || '').replace(/(\D)(\d+)/g, (_, letter, count) => letter.repeat(Number(count)));

  // ---- language

  let language = data.language;
  const exchangeMarks = (text) => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  // A pair of Vietnamese and English, or numbers as English writes them.
  const say = (text) => Array.isArray(text) ? text[language === 'vi' ? 0 : 1]
    : language === 'vi' ? exchangeMarks(String(text)) : String(text);
  const word = (id, filling) => {
    const text = data.words[id][language === 'vi' ? 0 : 1];
    return filling === undefined ? text : text.replace('{n}', () => filling);
  };
  const wholeNumber = (number) => say(String(number).replace(/\B(?=(\d{3})+$)/g, ','));

  // ---- units, sectors, variables

  const unitCount = data.units.codes.length;
  const wholeOf = (() => {
    const packed = new Packed(data.units.whole), list = new Int32Array(unitCount);
    for (let i = 0; i < unitCount; ++i) list[i] = packed.next() - 1;
    return list;
  })();
  const nameOf = (unit) => data.units[language][unit];
  const wholeName = (unit) => wholeOf[unit] < 0 ? '' : data.units.wholes[wholeOf[unit]][language === 'vi' ? 0 : 1];
  const fullName = (unit) => wholeName(unit) ? nameOf(unit) + ', ' + wholeName(unit) : nameOf(unit);
  const unitOfCode = new Map(data.units.codes.map((code, unit) => [code, unit]));

  const state = { sector: data.sector, variable: data.variable, unit: data.unit === undefined ? -1 : data.unit };
  const sectorName = (sector) => data.sectors[sector][language === 'vi' ? 1 : 2];
  const shownVariable = () => data.variables[state.variable];

  // A column as it is needed: states, texts, ranges, origins and doubts by unit.
  const opened = new Map();
  const columnOf = (sector, variable) => {
    const number = data.table[sector][variable];
    if (opened.has(number)) return opened.get(number);
    const raw = data.columns[number];
    const column = { raw, states: runs(raw.states), values: new Map(), ranges: new Map(), origins: new Map(), doubts: new Map() };
    const split = (text) => Array.isArray(text) ? text.map((one) => one.split('|')) : text === undefined ? undefined : text.split('|');
    const texts = split(raw.values), ranges = split(raw.ranges), origins = runs(raw.origins);
    const textAt = (list, i) => Array.isArray(list[0]) ? [list[0][i], list[1][i]] : list[i];
    const labels = new Map(raw.legend.map(([letter, , label]) => [letter, label]));
    ascending(raw.with_value).forEach((unit, i) => {
      column.values.set(unit, texts ? textAt(texts, i) : labels.get(column.states[unit].toUpperCase()) ?? labels.get('z'));
      column.origins.set(unit, origins[i]);
    });
    if (ranges) ascending(raw.with_range).forEach((unit, i) => column.ranges.set(unit, textAt(ranges, i)));
    for (const [unit, doubt, why] of raw.doubts || []) column.doubts.set(unit, { doubt, why });
    opened.set(number, column);
    return column;
  };
  const shown = () => columnOf(state.sector, state.variable);
  const valueText = (column, unit) => column.values.has(unit) ? say(column.values.get(unit))
    : column.states[unit] === '?' ? word('undefined') : word('not_published');
  const isMarked = (column, unit) => column.doubts.has(unit);
  const isShownUnit = (column, unit) => !/[.a-t~]/.test(column.states[unit]);
  // For sorting: the number that a text begins with.
  const numberIn = (text) => Number.parseFloat((Array.isArray(text) ? text[1] : text).replace(/,/g, '').replace('−', '-').replace(/^[^\d-]+/, ''));

  // ---- geometry

  const map = data.map, style = map.style, step = map.step_m;
  const readArcs = (text) => {
    const packed = new Packed(text), arcs = [];
    for (let startX = 0, startY = 0; packed.more;) {
      const line = new Array(packed.next() * 2);
      let x = startX, y = startY;
      for (let i = 0; i < line.length; i += 2) {
        line[i] = x += packed.nextSigned();
        line[i + 1] = y += packed.nextSigned();
        if (i === 0) { startX = x; startY = y; }
      }
      arcs.push(line);
    }
    return arcs;
  };
  // One closed line of several arcs; where one ends the next begins.
  const readRings = (text, count) => {
    const packed = new Packed(text), shapes = [];
    let last = 0;
    for (let shape = 0; shape < count; ++shape) {
      const rings = [];
      for (let left = packed.next(); left > 0; --left) {
        const ring = [];
        for (let arcs = packed.next(); arcs > 0; --arcs) ring.push(last += packed.nextSigned());
        rings.push(ring);
      }
      shapes.push(rings);
    }
    return shapes;
  };
  const lineText = (line, backwards, isFirst) => {
    const count = line.length / 2, at = (i) => (backwards ? count - 1 - i : i) * 2;
    let from = at(0), text = isFirst ? 'M' + line[from] + ' ' + line[from + 1] + 'l' : '';
    for (let i = 1; i < count; ++i) {
      const to = at(i);
      text += (line[to] - line[from]) + ' ' + (line[to + 1] - line[from + 1]) + ' ';
      from = to;
    }
    return text;
  };
  const shapeText = (arcs, rings) => {
    let text = '';
    for (const ring of rings) {
      ring.forEach((arc, i) => { text += lineText(arcs[arc >> 1], arc & 1, i === 0); });
      text += 'z';
    }
    return text;
  };
  const linesText = (arcs, numbers) => numbers.map((number) => lineText(arcs[number], false, true)).join('');
  const boxOf = (arcs, rings) => {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (const ring of rings) for (const arc of ring) {
      const line = arcs[arc >> 1];
      for (let i = 0; i < line.length; i += 2) {
        if (line[i] < box[0]) box[0] = line[i];
        if (line[i] > box[2]) box[2] = line[i];
        if (line[i + 1] < box[1]) box[1] = line[i + 1];
        if (line[i + 1] > box[3]) box[3] = line[i + 1];
      }
    }
    return box;
  };
  const arcs = readArcs(map.arcs), rings = readRings(map.rings, unitCount);
  const places = (() => {
    const packed = new Packed(map.places), list = [];
    for (let i = 0, x = 0, y = 0; i < unitCount; ++i) list.push([x += packed.nextSigned(), y += packed.nextSigned()]);
    return list;
  })();
  const boxes = new Array(unitCount);
  const boxOfUnit = (unit) => boxes[unit] ??= boxOf(arcs, rings[unit]);
  const isDrawn = (unit) => rings[unit].length > 0;
  // Of which unit a place is a part, by the even-odd rule; -1: of none.
  const unitAtPlace = (x, y) => {
    for (let unit = 0; unit < unitCount; ++unit) {
      if (!isDrawn(unit)) continue;
      const box = boxOfUnit(unit);
      if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) continue;
      let isInside = false;
      for (const ring of rings[unit]) for (const arc of ring) {
        const line = arcs[arc >> 1];
        for (let i = 2; i < line.length; i += 2) {
          const below = line[i - 1] > y;
          if (below !== line[i + 1] > y && x < (line[i] - line[i - 2]) * (y - line[i - 1]) / (line[i + 1] - line[i - 1]) + line[i - 2]) isInside = !isInside;
        }
      }
      if (isInside) return unit;
    }
    return -1;
  };

  // ---- the drawing

  const svg = drawing('svg', { 'aria-hidden': 'true', focusable: 'false' });
  const hatches = drawing('defs');
  const world = drawing('g'), screen = drawing('g');
  const group = (name, parent) => { const made = drawing('g', { class: name }); parent.append(made); return made; };
  const ground = group('lines', world), areas = group('areas', world), borders = group('lines borders', world), outlines = group('lines', world),
    chosen = group('lines', world);
  const symbols = group('symbols', screen), names = group('names', screen), marks = group('marks', screen);
  svg.append(hatches, world, screen);
  // Asked for while the page is nearly empty: afterwards the whole drawing would have to be laid out for the answer.
  const firstSize = byId('map').getBoundingClientRect();
  const family = getComputedStyle(document.body).fontFamily;
  byId('frame').style.background = style.sea;

  // A fill of the data: a colour, or the lines and the ground of a hatch. Hatches keep their width on the screen.
  const patterns = new Map();
  const hatchStep = 5;
  const patternFor = ([line, under], scale) => {
    const pattern = drawing('pattern', { width: hatchStep, height: hatchStep, patternUnits: 'userSpaceOnUse' },
      drawing('rect', { width: hatchStep, height: hatchStep, fill: under }),
      drawing('rect', { width: 1.1, height: hatchStep, fill: line }));
    pattern.setAttribute('patternTransform', `scale(${1 / scale}) rotate(45)`);
    return pattern;
  };
  const paint = (fill) => {
    if (fill === null) return 'none';
    if (!Array.isArray(fill)) return fill;
    const key = fill.join();
    if (!patterns.has(key)) {
      const pattern = patternFor(fill, view.scale);
      pattern.id = 'hatch-' + patterns.size;
      hatches.append(pattern);
      patterns.set(key, pattern);
    }
    return `url(#${patterns.get(key).id})`;
  };

  // Where the middle of the map is, and how many pixels a step of the grid has.
  const view = { x: 0, y: 0, scale: 1, width: 1, height: 1, least: 1, most: 1 };
  const onScreen = ([x, y]) => [(x - view.x) * view.scale + view.width / 2, (y - view.y) * view.scale + view.height / 2];
  const buttons = 50; // pixels at the left that they take
  const scaleFor = (box) => Math.min((view.width - buttons) / Math.max(box[2] - box[0], 1), view.height / Math.max(box[3] - box[1], 1));

  for (const [part, fill] of [['neighbours', style.neighbour], ['country', style.outside], ['land', style.land]]) {
    if (!map[part]) continue;
    const own = readArcs(map[part].arcs);
    const text = readRings(map[part].rings, map[part].count).map((shape) => shapeText(own, shape)).join('');
    const path = drawing('path', { d: text, 'fill-rule': 'evenodd', stroke: part === 'neighbours' ? style.neighbour_border : 'none', 'stroke-width': .4 });
    path.style.fill = fill;
    ground.append(path);
  }
  const areaTexts = rings.map((shape) => (shape.length ? shapeText(arcs, shape) : ''));
  const arcsOfKind = new Map([['.', []], ...style.borders.map((_, rank) => [String.fromCharCode(97 + rank), []])]);
  [...runs(map.kinds)].forEach((kind, number) => arcsOfKind.get(kind).push(number));
  // The coarser the units that a line divides, the later it is drawn.
  for (const [kind, numbers] of [...arcsOfKind].sort(([a], [b]) => (a === '.' ? -1 : b === '.' ? 1 : b < a ? -1 : 1))) {
    const [colour, width] = kind === '.' ? style.border : style.borders[kind.charCodeAt(0) - 97];
    if (numbers.length) borders.append(drawing('path', { d: linesText(arcs, numbers), stroke: colour, 'stroke-width': width }));
  }
  if (map.place) borders.append(drawing('path', { d: linesText(arcs, ascending(map.place)), stroke: style.place[0], 'stroke-width': style.place[1] }));

  const drawAreas = () => {
    const column = shown();
    const fills = new Map();
    for (const [letter, fill, , , faded] of column.raw.legend) {
      fills.set(letter, fill);
      if (faded !== undefined) fills.set(letter === 'z' ? '~' : letter.toLowerCase(), faded);
    }
    // One shape for all units of a state: a browser draws a few large shapes faster than many small ones, and without seams.
    const texts = new Map();
    areaTexts.forEach((text, unit) => {
      const letter = fills.has(column.states[unit]) ? column.states[unit] : '.';
      if (text) texts.set(letter, (texts.get(letter) ?? '') + text);
    });
    areas.replaceChildren(...[...texts].map(([letter, text]) => {
      const path = drawing('path', { d: text, 'fill-rule': 'evenodd', 'data-state': letter });
      path.setAttribute('fill', paint(letter === '.' ? style.outside : fills.get(letter)));
      return path;
    }));
    drawSymbols(column);
    marks.replaceChildren();
    for (const unit of column.doubts.keys()) if (isDrawn(unit) && isShownUnit(column, unit)) marks.append(markAt(unit));
  };
  const markSign = () => drawing('g', {},
    drawing('circle', { r: style.mark.diameter / 2 + 1.5, fill: style.mark.halo }),
    drawing('circle', { r: style.mark.diameter / 2 - style.mark.ring / 2, fill: style.mark.ground, stroke: style.mark.ink, 'stroke-width': style.mark.ring }),
    drawing('path', { d: 'M0-3.9L0 .9', stroke: style.mark.ink, 'stroke-width': 1.9 }), drawing('circle', { cy: 3.2, r: 1.15, fill: style.mark.ink }));
  const markAt = (unit) => { const sign = markSign(); sign.unit = unit; return sign; };

  const drawSymbols = (column) => {
    symbols.replaceChildren();
    const raw = column.raw.symbols;
    if (!raw) return;
    const { with_symbol: units, sizes: packed } = data.sizes[raw.sizes], sizes = new Packed(packed), fill = runs(raw.fill);
    const classes = new Map(column.raw.legend.map(([letter, colour]) => [letter, colour]));
    ascending(units).map((unit, i) => ({ unit, size: sizes.next() / 100, fill: raw.fills[fill.charCodeAt(i) - 97] }))
      .filter(({ unit }) => isDrawn(unit)).sort((a, b) => b.size - a.size || a.unit - b.unit).forEach((one) => {
        const circle = drawing('circle', { class: 'symbol', r: one.size / 2, stroke: raw.edge, 'stroke-width': raw.edge_width });
        circle.setAttribute('fill', paint(one.fill === 'class' ? classes.get(column.states[one.unit]) : one.fill));
        circle.unit = one.unit;
        symbols.append(circle);
      });
  };

  const stroked = (numbers, [colour, width], casing) => {
    const text = linesText(arcs, numbers), paths = [];
    if (casing) paths.push(drawing('path', { d: text, stroke: casing[0], 'stroke-width': casing[1] }));
    paths.push(drawing('path', { d: text, stroke: colour, 'stroke-width': width }));
    return paths;
  };
  const haloOf = ([, width]) => [style.halo[0], width + 2 * style.halo[1]];
  const found = () => data.agglomerations.sectors[state.sector].list;
  const membersOf = (agglomeration) => agglomeration.units ??= ascending(agglomeration.members);
  const agglomerationOf = (unit) => found().findIndex((one) => membersOf(one).includes(unit));
  // All halos first, so that none covers a line of another kind.
  const drawOutlines = () => {
    outlines.replaceChildren();
    if (!data.outlines) return;
    const current = state.unit < 0 ? -1 : agglomerationOf(state.unit);
    const plain = [], crossing = [], crossed = [];
    found().forEach((one, i) => {
      if (i !== current) (one.crosses ? crossing : plain).push(...ascending(one.border));
      crossed.push(...ascending(one.crossings));
    });
    const add = (numbers, stroke, casing) => { if (numbers.length) outlines.append(...stroked(numbers, stroke, casing)); };
    add(plain, haloOf(style.agglomeration));
    add(crossing, haloOf(style.crossing));
    add(crossed, style.crossed, style.crossed_casing);
    add(plain, style.agglomeration);
    add(crossing, style.crossing);
    if (current >= 0) add(ascending(found()[current].border), style.selected_agglomeration, haloOf(style.selected_agglomeration));
  };
  const drawChosen = () => {
    chosen.replaceChildren();
    if (state.unit < 0 || !isDrawn(state.unit)) return;
    const text = shapeText(arcs, rings[state.unit]);
    for (const [colour, width] of [haloOf(style.selected), style.selected]) chosen.append(drawing('path', { d: text, stroke: colour, 'stroke-width': width }));
  };

  // ---- names on the map: each where it has room, the weightier first

  const nameSize = { s: 12, n: 10.7, p: 10.7, u: 11.2, f: 10.2 };
  const nameColour = { s: style.sea_text, n: style.neighbour_text, p: style.whole_text, u: style.text, f: style.faint_text };
  const measure = document.createElement('canvas').getContext('2d');
  const widthOf = (text, kind) => {
    measure.font = `${kind === 's' ? 'italic ' : ''}${kind === 'p' ? '600 ' : ''}${nameSize[kind]}px ${family}`;
    return measure.measureText(text).width;
  };
  const drawNames = () => {
    names.replaceChildren();
    if (!data.labels) return;
    const column = shown(), taken = [];
    const isFree = (box) => taken.every((other) => box[2] < other[0] || box[0] > other[2] || box[3] < other[1] || box[1] > other[3]);
    const put = (kind, text, place, raised = 0) => {
      const [x, y0] = onScreen(place), y = y0 + raised;
      const half = widthOf(text, kind) / 2 + 3, tall = nameSize[kind] / 2 + 2;
      const box = [x - half, y - tall, x + half, y + tall];
      if (box[0] < 2 || box[1] < 2 || box[2] > view.width - 2 || box[3] > view.height - 2 || !isFree(box)) return false;
      taken.push(box);
      const halo = kind === 's' || kind === 'n' ? 0 : 3.4;
      names.append(drawing('text', { class: kind, x: x.toFixed(1), y: y.toFixed(1), 'font-size': nameSize[kind], 'font-weight': kind === 'p' ? 600 : undefined,
        fill: nameColour[kind], stroke: halo ? '#fff' : undefined, 'stroke-width': halo || undefined }, text));
      return true;
    };
    const reserve = (x, y, w, h) => taken.push([x, y, x + w, y + h]);
    reserve(0, 0, 60, 140);
    reserve(0, view.height - 34, 130, 34);
    if (!islands.hidden) reserve(view.width - islands.width - 14, view.height - islands.height - 14, islands.width + 14, islands.height + 14);
    for (const sign of marks.children) { const [x, y] = onScreen(places[sign.unit]); reserve(x - 8, y - style.mark.raised - 8, 16, 16); }
    const noSymbols = hideSymbols();
    if (!noSymbols) for (const circle of symbols.children) {
      const [x, y] = onScreen(places[circle.unit]), r = Math.min(Number(circle.getAttribute('r')), 9);
      reserve(x - r, y - r, 2 * r, 2 * r);
    }
    const metres = step / view.scale;
    const shownUnits = [];
    for (let unit = 0; unit < unitCount; ++unit) if (isDrawn(unit) && isShownUnit(column, unit)) shownUnits.push(unit);
    // In pixels of a screen, these are the scales at which the window begins to show them.
    if (metres < 480) for (const unit of shownUnits) if (column.values.has(unit)) {
      const circle = noSymbols ? undefined : circleOf.get(unit);
      put('u', nameOf(unit), places[unit], circle ? Number(circle.getAttribute('r')) + 8 : 0);
    }
    for (const [kind, x, y, text] of map.names) if (kind === 'p' && metres < 2900) put('p', say(text), [x, y]);
    for (const [kind, x, y, text] of map.names) if ((kind === 's' || kind === 'n') && unitAtPlace(x, y) < 0) put(kind, say(text), [x, y]);
    if (metres < 240) for (const unit of shownUnits) if (!column.values.has(unit)) put('f', nameOf(unit), places[unit]);
  };
  let circleOf = new Map();

  // Hoàng Sa and Trường Sa in frames of their own, as official maps have them: a hint of each, not a map of it.
  const islands = { hidden: map.islands.length === 0, width: 118, height: 0, group: group('islands', screen) };
  const islandDots = [[[.28, .36, 3], [.38, .27, 2], [.45, .42, 4], [.53, .31, 2], [.61, .47, 3], [.33, .62, 3], [.26, .71, 3], [.70, .38, 2]],
    [[.22, .28, 2], [.35, .39, 3], [.47, .25, 2], [.59, .36, 3], [.71, .30, 3], [.29, .58, 2], [.43, .53, 4], [.57, .60, 2], [.38, .78, 3], [.64, .76, 3]]];
  const drawIslands = () => {
    islands.group.replaceChildren();
    islands.hidden = map.islands.length === 0 || view.scale > view.least * 2.5;
    if (islands.hidden) return;
    const small = view.width < 480, sea = small ? 34 : 62, label = small ? 15 : 20, gap = small ? 5 : 10, width = small ? 88 : 118;
    islands.width = width;
    islands.height = map.islands.length * (sea + label + gap) - gap;
    const left = view.width - width - 10, top = view.height - islands.height - 10;
    map.islands.forEach((name, i) => {
      const y = top + i * (sea + label + gap);
      islands.group.append(drawing('rect', { x: left, y, width, height: sea + label, fill: style.sea, stroke: '#666', 'stroke-width': 1 }));
      for (const [dx, dy, size] of islandDots[i % 2]) islands.group.append(drawing('circle', { cx: left + dx * width, cy: y + dy * sea, r: size / (small ? 2.6 : 2), fill: '#555' }));
      islands.group.append(drawing('text', { x: left + width / 2, y: y + sea + label / 2 - 1, 'font-size': small ? 9 : 11.5, fill: '#333' }, say(name)));
    });
  };
  // Where areas can be seen, symbols would only hide them.
  const hideSymbols = () => {
    const raw = shown().raw.symbols;
    const isSeen = raw && (raw.beyond_m === undefined || Math.max(view.width, view.height) / view.scale * step > raw.beyond_m);
    symbols.style.display = isSeen ? '' : 'none';
    document.querySelector('.legend').classList.toggle('close', !isSeen);
    return !isSeen;
  };
  const drawScale = () => {
    const metres = step / view.scale, most = Math.min(120, view.width / 4) * metres;
    const power = 10 ** Math.floor(Math.log10(most)), length = [5, 2, 1].map((digit) => digit * power).find((one) => one <= most);
    byId('scale').style.width = length / metres + 'px';
    byId('scale').firstElementChild.textContent = length >= 1000 ? word('km', wholeNumber(length / 1000)) : word('m', wholeNumber(length));
  };

  const place = () => {
    const clear = 0.5; // of the map's own size may be moved out of sight
    const [left, top, right, bottom] = map.whole;
    view.scale = clamp(view.scale, view.least, view.most);
    const reachX = Math.max(0, (right - left) / 2 * (1 + clear) - view.width / view.scale / 4), reachY = Math.max(0, (bottom - top) / 2 * (1 + clear) - view.height / view.scale / 4);
    view.x = clamp(view.x, (left + right) / 2 - reachX, (left + right) / 2 + reachX);
    view.y = clamp(view.y, (top + bottom) / 2 - reachY, (top + bottom) / 2 + reachY);
    world.setAttribute('transform', `translate(${view.width / 2 - view.x * view.scale} ${view.height / 2 - view.y * view.scale}) scale(${view.scale})`);
    for (const pattern of patterns.values()) pattern.setAttribute('patternTransform', `scale(${1 / view.scale}) rotate(45)`);
    for (const circle of symbols.children) { const [x, y] = onScreen(places[circle.unit]); circle.setAttribute('cx', x.toFixed(1)); circle.setAttribute('cy', y.toFixed(1)); }
    for (const sign of marks.children) { const [x, y] = onScreen(places[sign.unit]); sign.setAttribute('transform', `translate(${x.toFixed(1)} ${(y - style.mark.raised).toFixed(1)})`); }
    hideSymbols();
    drawIslands();
    drawScale();
    byId('zoom-in').disabled = view.scale >= view.most * .999;
    byId('zoom-out').disabled = view.scale <= view.least * 1.001;
  };
  // Names follow once the map is still: they would flicker while it moves.
  let pendingFrame = 0, pendingNames = 0;
  const redraw = (isMoving = false) => {
    if (!pendingFrame) pendingFrame = requestAnimationFrame(() => { pendingFrame = 0; place(); if (!pendingNames) drawNames(); });
    if (!isMoving) return;
    names.replaceChildren();
    clearTimeout(pendingNames);
    pendingNames = setTimeout(() => { pendingNames = 0; drawNames(); }, 120);
  };
  const goTo = (box, margin = 0) => {
    view.scale = clamp(scaleFor(box) / (1 + 2 * margin), view.least, view.most);
    const isBeneathButtons = view.width - (box[2] - box[0]) * view.scale < 2 * buttons;
    view.x = (box[0] + box[2] - (isBeneathButtons ? buttons / view.scale : 0)) / 2;
    view.y = (box[1] + box[3]) / 2;
    hideTooltip();
    redraw();
  };
  const zoomAt = (factor, x = view.width / 2, y = view.height / 2) => {
    const before = view.scale;
    view.scale = clamp(view.scale * factor, view.least, view.most);
    const moved = 1 / before - 1 / view.scale;
    view.x += (x - view.width / 2) * moved;
    view.y += (y - view.height / 2) * moved;
    hideTooltip();
    redraw(true);
  };
  const moveBy = (x, y) => { view.x -= x / view.scale; view.y -= y / view.scale; redraw(true); };
  const fit = () => goTo(map.full);
  const zoomToUnit = (unit) => {
    if (!isDrawn(unit)) return;
    const box = boxOfUnit(unit), longer = Math.max(box[2] - box[0], box[3] - box[1]);
    goTo(box, 2.2 + 4 * (longer * view.least < 8 ? 1 : 0));
  };

  let isOpened = false;
  const resize = () => {
    const { width, height } = isOpened ? byId('map').getBoundingClientRect() : firstSize;
    if (width < 10 || height < 10) return;
    const [oldWidth, oldScale, oldLeast] = [view.width, view.scale, view.least];
    view.width = width;
    view.height = height;
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    view.least = Math.min(scaleFor(map.whole), scaleFor(map.full));
    // The deepest zoom is that of the lines, whatever the size of this map.
    view.most = Math.max(view.least * 2, map.zoom * 1000 / Math.max(map.whole[2] - map.whole[0], map.whole[3] - map.whole[1]));
    if (!isOpened) return;
    if (oldWidth > 1) view.scale = oldScale * view.least / oldLeast;
    redraw();
  };

  // ---- pointing

  const tooltip = byId('tooltip');
  const hideTooltip = () => { tooltip.hidden = true; };
  const showTooltip = (unit, x, y) => {
    const column = shown(), lines = [element('strong', {}, fullName(unit))];
    lines.push(element('span', { class: 'quiet' }, sectorName(state.sector)));
    const value = element('span', { class: 'figure' }, say(shownVariable().short) + ': ' + valueText(column, unit));
    if (isMarked(column, unit)) value.append(' ', element('b', { class: 'sign' }, '!'));
    lines.push(value);
    if (column.ranges.has(unit)) lines.push(element('span', {}, word('allowed') + ': ' + say(column.ranges.get(unit))));
    const origin = column.origins.get(unit);
    if (origin && origin !== '-') lines.push(element('span', { class: 'quiet' }, word('origin_' + origin)));
    if (isMarked(column, unit)) lines.push(element('span', {}, '! ' + say(column.doubts.get(unit).why)));
    const agglomeration = agglomerationOf(unit);
    if (agglomeration >= 0) lines.push(element('span', { class: 'quiet' }, word('in_agglomeration', wholeNumber(agglomeration + 1))));
    tooltip.replaceChildren(...lines);
    tooltip.dataset.unit = data.units.codes[unit];
    tooltip.hidden = false;
    const { width, height } = tooltip.getBoundingClientRect();
    tooltip.style.left = clamp(x + 14 + width > view.width - 4 ? x - width - 14 : x + 14, 4, Math.max(4, view.width - width - 4)) + 'px';
    tooltip.style.top = clamp(y + 14 + height > view.height - 4 ? y - height - 14 : y + 14, 4, Math.max(4, view.height - height - 4)) + 'px';
  };
  const showTooltipOf = (unit) => { if (isDrawn(unit)) { const [x, y] = onScreen(places[unit]); showTooltip(unit, x, y); } };
  // A symbol is its unit's, wherever it reaches.
  const unitAt = (event) => {
    const under = document.elementFromPoint(event.clientX, event.clientY);
    if (under && under.unit !== undefined) return under.unit;
    const [x, y] = inMap(event);
    return unitAtPlace(view.x + (x - view.width / 2) / view.scale, view.y + (y - view.height / 2) / view.scale);
  };
  const inMap = (event) => { const box = byId('map').getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };

  const pointers = new Map();
  let travelled = 0;
  const surface = byId('map');
  surface.addEventListener('pointerdown', (event) => {
    if (event.button > 0) return;
    surface.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, inMap(event));
    if (pointers.size === 1) travelled = 0;
  });
  surface.addEventListener('pointermove', (event) => {
    const at = inMap(event);
    if (!pointers.has(event.pointerId)) {
      if (event.pointerType !== 'mouse' && event.pointerType !== 'pen') return;
      const unit = unitAt(event);
      if (unit < 0) hideTooltip(); else showTooltip(unit, ...at);
      return;
    }
    const before = pointers.get(event.pointerId);
    const others = [...pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    travelled += Math.hypot(at[0] - before[0], at[1] - before[1]);
    pointers.set(event.pointerId, at);
    if (others.length > 0) {
      const [x, y] = others[0];
      const was = Math.hypot(before[0] - x, before[1] - y), is = Math.hypot(at[0] - x, at[1] - y);
      moveBy((at[0] - before[0]) / 2, (at[1] - before[1]) / 2);
      if (was > 0 && is > 0) zoomAt(is / was, (at[0] + x) / 2, (at[1] + y) / 2);
    } else if (travelled > 4) {
      surface.classList.add('moving');
      hideTooltip();
      moveBy(at[0] - before[0], at[1] - before[1]);
    }
  });
  const lift = (event) => {
    if (!pointers.delete(event.pointerId) || pointers.size > 0) return;
    surface.classList.remove('moving');
    if (event.type !== 'pointerup' || travelled > 4) return;
    const unit = unitAt(event);
    select(unit, { zoom: false });
    if (unit >= 0) showTooltip(unit, ...inMap(event)); else hideTooltip();
  };
  for (const kind of ['pointerup', 'pointercancel']) surface.addEventListener(kind, lift);
  surface.addEventListener('pointerleave', (event) => { if (event.pointerType === 'mouse') hideTooltip(); });
  surface.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoomAt(2 ** (-event.deltaY * (event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? 400 : 1) / 400), ...inMap(event));
  }, { passive: false });
  surface.addEventListener('dblclick', (event) => { event.preventDefault(); zoomAt(2, ...inMap(event)); });

  const valuedUnits = () => {
    const column = shown(), list = [];
    for (const unit of column.values.keys()) if (isDrawn(unit) && isShownUnit(column, unit)) list.push(unit);
    return list.sort((a, b) => numberIn(sortText(column, b)) - numberIn(sortText(column, a)) || a - b);
  };
  const walk = (by) => {
    const list = valuedUnits();
    if (list.length === 0) return;
    const at = list.indexOf(state.unit);
    const unit = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : (at + by + list.length) % list.length];
    select(unit, { zoom: true });
    requestAnimationFrame(() => showTooltipOf(unit));
  };
  const nearestToMiddle = () => {
    let best = -1, least = Infinity;
    places.forEach(([x, y], unit) => {
      if (!isDrawn(unit)) return;
      const distance = (x - view.x) ** 2 + (y - view.y) ** 2;
      if (distance < least) { least = distance; best = unit; }
    });
    return best;
  };
  const keys = {
    ArrowLeft: () => moveBy(80, 0), ArrowRight: () => moveBy(-80, 0), ArrowUp: () => moveBy(0, 80), ArrowDown: () => moveBy(0, -80),
    '+': () => zoomAt(1.5), '=': () => zoomAt(1.5), '-': () => zoomAt(1 / 1.5), '0': fit, Home: fit,
    n: () => walk(1), N: () => walk(1), p: () => walk(-1), P: () => walk(-1),
    Enter: () => { const unit = nearestToMiddle(); if (unit >= 0) { select(unit, { zoom: false }); showTooltipOf(unit); } },
    Escape: () => { hideTooltip(); select(-1); },
  };
  surface.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(keys, event.key)) return;
    event.preventDefault();
    if (event.key.startsWith('Arrow')) hideTooltip();
    keys[event.key]();
  });
  surface.addEventListener('focus', () => { if (state.unit >= 0 && surface.matches(':focus-visible')) showTooltipOf(state.unit); });
  surface.addEventListener('blur', hideTooltip);
  byId('zoom-in').addEventListener('click', () => zoomAt(1.6));
  byId('zoom-out').addEventListener('click', () => zoomAt(1 / 1.6));
  byId('fit').addEventListener('click', fit);

  // ---- what stands beside the map

  const announce = (text) => { byId('live').textContent = text; };
  const swatch = (fill) => {
    const picture = drawing('svg', { viewBox: '0 0 32 20', 'aria-hidden': 'true' });
    if (Array.isArray(fill)) {
      const pattern = patternFor(fill, 1);
      pattern.id = 'swatch-' + fill.join('').replace(/#/g, '');
      picture.append(drawing('defs', {}, pattern), drawing('rect', { x: .5, y: .5, width: 31, height: 19, fill: `url(#${pattern.id})`, stroke: '#77766f', 'stroke-width': .8 }));
    } else picture.append(drawing('rect', { x: .5, y: .5, width: 31, height: 19, fill: fill ?? 'none', stroke: '#77766f', 'stroke-width': .8 }));
    return picture;
  };
  const legendRow = (picture, label, count, name = '') => element('li', { class: name }, picture, element('span', {}, label), count === undefined ? '' : element('span', { class: 'count' }, wholeNumber(count)));
  const lineSample = (...strokes) => {
    const picture = drawing('svg', { viewBox: '0 0 32 20', 'aria-hidden': 'true' }, drawing('rect', { width: 32, height: 20, fill: '#d9d7d0' }));
    for (const [colour, width] of strokes) picture.append(drawing('path', { d: 'M2 10H30', stroke: colour, 'stroke-width': width }));
    return picture;
  };
  const fillLegend = () => {
    const column = shown(), rows = [];
    byId('legend-title').textContent = say(shownVariable().name);
    byId('legend-about').textContent = say(column.raw.about);
    for (const [, fill, label, count] of column.raw.legend) rows.push(legendRow(swatch(fill), say(label), count));
    if (column.raw.around) rows.push(legendRow(swatch(column.raw.around[0]), say(column.raw.around[1])));
    const raw = column.raw.symbols;
    if (raw) raw.legend.forEach(([size, fill, label], i) => {
      const picture = drawing('svg', { viewBox: '0 0 32 30', 'aria-hidden': 'true' },
        drawing('circle', { cx: 16, cy: 15, r: size / 2, fill, stroke: raw.edge, 'stroke-width': raw.edge_width }));
      rows.push(legendRow(picture, (i === 0 ? say(raw.name) + ': ' : '') + say(label), undefined, 'of-symbols tall' + (i === 0 ? ' gap' : '')));
    });
    const doubts = [...column.doubts.keys()].filter((unit) => isShownUnit(column, unit)).length;
    if (doubts) {
      const sign = markSign();
      sign.setAttribute('transform', 'translate(16 10)');
      rows.push(legendRow(drawing('svg', { viewBox: '0 0 32 20', 'aria-hidden': 'true' }, sign), word('contradicted'), doubts, 'gap'));
    }
    if (data.outlines && found().length) {
      const plain = found().some((one) => !one.crosses), crossing = found().some((one) => one.crosses);
      if (plain) rows.push(legendRow(lineSample(haloOf(style.agglomeration), style.agglomeration), word('outline'), undefined, 'gap'));
      if (crossing) rows.push(legendRow(lineSample(haloOf(style.crossing), style.crossing), word('outline_crossing'), undefined, plain ? '' : 'gap'));
      if (crossing) rows.push(legendRow(lineSample(style.crossed_casing, style.crossed), word('outline_crossed')));
    }
    byId('legend').replaceChildren(...rows);
  };

  const fillSelected = () => {
    const box = byId('selected');
    box.parentElement.classList.toggle('empty', state.unit < 0);
    if (state.unit < 0) { box.replaceChildren(element('p', { class: 'quiet' }, word('none_selected'))); return; }
    const unit = state.unit, list = element('dl');
    data.variables.forEach((variable, i) => {
      const isNow = i === state.variable;
      if (!variable.published && !isNow) return;
      const column = columnOf(state.sector, i), name = isNow ? 'now' : '';
      const value = element('dd', { class: name }, valueText(column, unit));
      if (isMarked(column, unit)) value.append(' ', element('b', { class: 'sign', title: say(column.doubts.get(unit).why) }, '!'));
      list.append(element('dt', { class: name }, say(variable.short)), value);
      if (isNow && column.ranges.has(unit)) list.append(element('dt', {}, word('allowed')), element('dd', {}, say(column.ranges.get(unit))));
      const origin = column.origins.get(unit);
      if (isNow && origin && origin !== '-') list.append(element('dt', {}, word('origin')), element('dd', {}, word('origin_' + origin)));
      if (isMarked(column, unit)) list.append(element('dd', { class: 'wide quiet' }, '! ' + say(column.doubts.get(unit).why)));
    });
    const clear = element('button', { type: 'button', class: 'plain' }, word('clear'));
    clear.addEventListener('click', () => { select(-1); surface.focus(); });
    const agglomeration = agglomerationOf(unit);
    box.replaceChildren(element('h3', {}, nameOf(unit)), element('p', { class: 'quiet' }, [wholeName(unit), sectorName(state.sector)].filter(Boolean).join(' · ')), list,
      agglomeration >= 0 ? element('p', {}, word('in_agglomeration', wholeNumber(agglomeration + 1))) : '', clear);
  };

  const mostNames = 40;
  const fillAgglomerations = () => {
    const sector = data.agglomerations.sectors[state.sector], items = [];
    byId('rules').textContent = word('rules', say(data.agglomerations.note)) + (sector.note ? '. ' + say(sector.note) : '');
    const current = state.unit < 0 ? -1 : agglomerationOf(state.unit);
    sector.list.forEach((one, i) => {
      const members = membersOf(one);
      const button = element('button', { type: 'button', 'aria-label': `${wholeNumber(i + 1)}. ${say(one.provinces)}. ${word('show_on_map')}` }, `${wholeNumber(i + 1)}. ${say(one.provinces)}`);
      button.addEventListener('click', () => {
        const box = members.filter(isDrawn).map(boxOfUnit).reduce((all, next) => [Math.min(all[0], next[0]), Math.min(all[1], next[1]), Math.max(all[2], next[2]), Math.max(all[3], next[3])], [Infinity, Infinity, -Infinity, -Infinity]);
        if (box[0] < Infinity) goTo(box, .35);
        announce(`${wholeNumber(i + 1)}. ${say(one.provinces)}`);
        byId('frame').scrollIntoView({ block: 'nearest' });
      });
      const employees = /\d/.test(say(one.employees)) ? word('employees_n', say(one.employees)) : word('employees_unknown', say(one.employees));
      const facts = element('p', {}, [members.length === 1 ? word('member_1') : word('members_n', wholeNumber(members.length)), employees, word('lq_n', say(one.lq)), word('share_n', say(one.share))].join(' · '));
      if (one.crosses) facts.append(' · ', word('crosses'));
      if (one.doubt) facts.append(' ', element('b', { class: 'sign' }, '!'));
      items.push(element('li', { class: i === current ? 'current' : '' }, button, facts, element('p', { class: 'quiet' }, members.slice(0, mostNames).map(nameOf).join(', ') + (members.length > mostNames ? word('and_more', wholeNumber(members.length - mostNames)) : '')),
        one.doubt ? element('p', { class: 'quiet' }, '! ' + say(one.rests_on)) : ''));
    });
    if (items.length === 0) items.push(element('li', { class: 'quiet' }, word('no_agglomeration')));
    byId('agglomerations').replaceChildren(...items);
  };

  // ---- the table

  const sorting = { by: 'value', up: false };
  // What a row is sorted by: the number of its class where words stand for it.
  const sortText = (column, unit) => shownVariable().category ? String(column.states.toUpperCase().charCodeAt(unit)) : column.values.get(unit) ?? '';
  const fillTable = () => {
    const column = shown(), all = byId('all-units').checked, rows = [];
    for (let unit = 0; unit < unitCount; ++unit) if (isShownUnit(column, unit) && (all || column.values.has(unit) || column.ranges.has(unit))) rows.push(unit);
    const order = new Intl.Collator(language, { numeric: true });
    const byName = (a, b) => order.compare(nameOf(a), nameOf(b)) || a - b;
    const number = (unit) => column.values.has(unit) ? numberIn(sortText(column, unit)) : NaN;
    const compare = {
      unit: byName,
      whole: (a, b) => order.compare(wholeName(a), wholeName(b)) || byName(a, b),
      value: (a, b) => number(a) - number(b) || byName(a, b),
    }[sorting.by];
    // Units without a value stand last, whichever way the others are sorted.
    rows.sort((a, b) => sorting.by === 'value' && column.values.has(a) !== column.values.has(b) ? (column.values.has(a) ? -1 : 1) : (sorting.up ? 1 : -1) * compare(a, b));
    const hasRanges = column.ranges.size > 0, kind = shownVariable().category ? '' : 'number';
    const heads = [['unit', word('unit'), ''], ['whole', word('whole'), 'whole'], ['value', say(shownVariable().short), kind], ...(hasRanges ? [[null, word('allowed'), 'number']] : []), [null, word('origin'), 'whole']]
      .filter(([by]) => by !== 'whole' || data.units.wholes.length > 0);
    const head = element('tr');
    for (const [by, label, name] of heads) {
      const cell = element('th', { scope: 'col', class: name });
      if (by) {
        cell.setAttribute('aria-sort', sorting.by === by ? (sorting.up ? 'ascending' : 'descending') : 'none');
        const button = element('button', { type: 'button', 'data-sort': by }, label);
        button.addEventListener('click', () => {
          sorting.up = sorting.by === by ? !sorting.up : by !== 'value';
          sorting.by = by;
          fillTable();
          byId('table').querySelector(`[data-sort="${by}"]`).focus();
          announce(word('table_sorted', label));
        });
        cell.append(button);
      } else cell.textContent = label;
      head.append(cell);
    }
    byId('table').tHead.replaceChildren(head);
    const body = rows.map((unit) => {
      const button = element('button', { type: 'button' }, nameOf(unit));
      button.addEventListener('click', () => { select(unit, { zoom: true }); byId('frame').scrollIntoView({ block: 'nearest' }); });
      const row = element('tr', { class: unit === state.unit ? 'current' : '', 'data-unit': data.units.codes[unit] }, element('th', { scope: 'row' }, button, element('small', {}, wholeName(unit))));
      if (data.units.wholes.length) row.append(element('td', { class: 'whole' }, wholeName(unit)));
      const value = element('td', { class: kind + ' value' }, valueText(column, unit));
      if (isMarked(column, unit)) value.append(' ', element('b', { class: 'sign', title: say(column.doubts.get(unit).why) }, '!'));
      const origin = column.origins.get(unit);
      row.append(value, ...(hasRanges ? [element('td', { class: 'number' }, column.ranges.has(unit) ? say(column.ranges.get(unit)) : '')] : []),
        element('td', { class: 'whole' }, origin && origin !== '-' ? word('origin_' + origin) : ''));
      row.unit = unit;
      return row;
    });
    byId('table').tBodies[0].replaceChildren(...body);
    byId('caption').textContent = `${titleText()} (${rows.length === 1 ? word('row_1') : word('rows', wholeNumber(rows.length))})`;
    const notes = [];
    if (column.doubts.size) notes.push(word('mark_footnote'));
    notes.push(word('not_zero'));
    byId('footnote').textContent = notes.map((note) => note.replace(/\.?$/, '.')).join(' ');
  };
  byId('all-units').addEventListener('change', () => { fillTable(); announce(byId('caption').textContent); });

  // ---- search: names folded as the program folds them, compared with what the program made of each name

  const fold = (text) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/đ/g, 'd').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  const found_by = (keys, query, joined, more) => {
    let best = Infinity;
    for (const key of keys) {
      const rank = key === query ? 0 : key.replace(/ /g, '') === joined ? 1 : key.startsWith(query) ? 2 : (' ' + key).includes(' ' + query) ? 3 : Infinity;
      if (rank < best) best = rank;
    }
    if (best === Infinity && query.length > 2) {
      const words = (keys.join(' ') + ' ' + more).split(' ');
      if (query.split(' ').every((part) => words.some((other) => other.startsWith(part)))) best = 4;
    }
    return best;
  };
  const unitKeys = data.units.keys.map((text) => text.split('|')), sectorKeys = data.sectors.map(([, , , text]) => text.split('|'));
  const search = (text) => {
    const query = fold(text), joined = query.replace(/ /g, '');
    if (!query) return [];
    const hits = [];
    for (let unit = 0; unit < unitCount; ++unit) {
      const whole = wholeOf[unit] < 0 ? '' : data.units.wholes[wholeOf[unit]][2].replace(/\|/g, ' ');
      const rank = data.units.codes[unit] === text.trim() ? 0 : found_by(unitKeys[unit], query, joined, whole);
      if (rank < Infinity) hits.push({ unit, rank });
    }
    data.sectors.forEach(([code], sector) => {
      const rank = code.toLowerCase() === query ? 0 : found_by(sectorKeys[sector], query, joined, '');
      if (rank < Infinity) hits.push({ sector, rank: rank + .5 });
    });
    const column = shown();
    const weight = (hit) => hit.unit === undefined ? 0 : column.values.has(hit.unit) ? 0 : 1;
    return hits.sort((a, b) => a.rank - b.rank || weight(a) - weight(b) || (a.unit ?? 0) - (b.unit ?? 0)).slice(0, 12);
  };
  const box = byId('search'), results = byId('results');
  let hits = [], at = -1;
  const closeResults = () => { results.hidden = true; box.setAttribute('aria-expanded', 'false'); box.removeAttribute('aria-activedescendant'); at = -1; };
  const mark = (index) => {
    at = index;
    [...results.children].forEach((item, i) => item.setAttribute('aria-selected', String(i === at)));
    if (at < 0) { box.removeAttribute('aria-activedescendant'); return; }
    box.setAttribute('aria-activedescendant', 'result-' + at);
    results.children[at].scrollIntoView({ block: 'nearest' });
  };
  const take = (hit) => {
    closeResults();
    box.value = '';
    if (hit.unit !== undefined) {
      select(hit.unit, { zoom: true });
      requestAnimationFrame(() => showTooltipOf(hit.unit));
    } else choose({ sector: hit.sector });
  };
  const showResults = () => {
    hits = search(box.value);
    if (!box.value.trim()) { closeResults(); return; }
    results.replaceChildren(...hits.map((hit, i) => {
      const item = hit.unit !== undefined ? element('li', { id: 'result-' + i, role: 'option', 'aria-selected': 'false' }, nameOf(hit.unit), element('small', {}, wholeName(hit.unit)))
        : element('li', { id: 'result-' + i, role: 'option', 'aria-selected': 'false' }, sectorName(hit.sector), element('small', {}, word('sector') + ' ' + data.sectors[hit.sector][0]));
      item.addEventListener('pointerdown', (event) => event.preventDefault());
      item.addEventListener('click', () => take(hit));
      return item;
    }));
    if (hits.length === 0) results.replaceChildren(element('li', { role: 'presentation', class: 'quiet' }, word('nothing_found', box.value.trim())));
    results.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    mark(hits.length ? 0 : -1);
    announce(hits.length ? word('found', wholeNumber(hits.length)) : word('nothing_found', box.value.trim()));
  };
  box.addEventListener('input', showResults);
  box.addEventListener('blur', closeResults);
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { closeResults(); return; }
    if (event.key === 'Enter') { event.preventDefault(); if (results.hidden) showResults(); if (at >= 0) take(hits[at]); return; }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    if (results.hidden) showResults();
    else if (hits.length) mark((at + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % hits.length);
  });

  // ---- what is shown, and the address that keeps it

  const titleText = () => `${sectorName(state.sector)} – ${say(shownVariable().name)}${say(shownVariable().period)}`;
  const fillTitle = () => {
    byId('title').textContent = titleText();
    byId('subtitle').textContent = [data.place ? say(data.place) : '', say(data.survey)].filter(Boolean).join('. ');
    document.title = titleText();
    surface.setAttribute('aria-label', word('map_of', titleText()));
  };
  const fillWords = () => {
    document.documentElement.lang = language;
    for (const one of document.querySelectorAll('[data-text]')) one.textContent = word(one.dataset.text);
    for (const one of document.querySelectorAll('[data-label]')) {
      one.setAttribute('aria-label', word(one.dataset.label));
      if (one.tagName === 'BUTTON') one.title = word(one.dataset.label);
    }
    for (const one of document.querySelectorAll('[data-language]')) one.setAttribute('aria-pressed', String(one.dataset.language === language));
    box.placeholder = word('search_hint');
    byId('notes').replaceChildren(...data.notes[language === 'vi' ? 0 : 1].map((note) => element('li', {}, note)),
      ...(data.left_out ? [element('li', {}, word('left_out', say(data.left_out)))] : []));
    byId('sector').replaceChildren(...data.sectors.map(([code], i) => element('option', { value: i }, `${code} – ${sectorName(i)}`)));
    const groups = new Map();
    data.variables.forEach((variable, i) => {
      const name = say(variable.group);
      if (!groups.has(name)) groups.set(name, element('optgroup', { label: name }));
      groups.get(name).append(element('option', { value: i, title: say(variable.about) }, say(variable.name)));
    });
    byId('variable').replaceChildren(...groups.values());
  };
  const fillChoice = () => {
    byId('sector').value = state.sector;
    byId('variable').value = state.variable;
  };
  const writeAddress = () => {
    const parts = { sector: data.sectors[state.sector][0], variable: shownVariable().id, lang: language };
    if (state.unit >= 0) parts.unit = data.units.codes[state.unit];
    const fragment = '#' + Object.entries(parts).map(([key, value]) => key + '=' + encodeURIComponent(value)).join('&');
    if (location.hash === fragment) return;
    try { history.replaceState(null, '', fragment); } catch { location.replace(fragment); }
  };
  const readAddress = () => {
    const parts = new URLSearchParams(location.hash.slice(1)), wanted = {};
    const sector = data.sectors.findIndex(([code]) => code === parts.get('sector'));
    const variable = data.variables.findIndex(({ id }) => id === parts.get('variable'));
    if (sector >= 0) wanted.sector = sector;
    if (variable >= 0) wanted.variable = variable;
    if (parts.get('lang') === 'vi' || parts.get('lang') === 'en') wanted.language = parts.get('lang');
    if (unitOfCode.has(parts.get('unit'))) wanted.unit = unitOfCode.get(parts.get('unit'));
    return wanted;
  };

  const drawMap = () => {
    fillChoice(); fillTitle(); drawAreas();
    circleOf = new Map([...symbols.children].map((circle) => [circle.unit, circle]));
    drawOutlines(); drawChosen(); fillLegend();
  };
  const fillLists = () => { fillSelected(); fillAgglomerations(); fillTable(); };
  const choose = ({ sector = state.sector, variable = state.variable, language: other = language }) => {
    const isOther = other !== language;
    state.sector = sector;
    state.variable = variable;
    language = other;
    hideTooltip();
    if (isOther) fillWords();
    drawMap();
    fillLists();
    redraw();
    writeAddress();
    announce(titleText());
  };
  const select = (unit, { zoom = false } = {}) => {
    state.unit = unit;
    drawOutlines(); drawChosen(); fillSelected();
    const current = unit < 0 ? -1 : agglomerationOf(unit);
    [...byId('agglomerations').children].forEach((item, i) => item.classList.toggle('current', found().length > 0 && i === current));
    for (const row of byId('table').tBodies[0].rows) row.classList.toggle('current', row.unit === unit);
    if (zoom && unit >= 0) zoomToUnit(unit);
    writeAddress();
    if (unit < 0) { announce(''); return; }
    const column = shown();
    announce(`${fullName(unit)}. ${say(shownVariable().short)}: ${valueText(column, unit)}${isMarked(column, unit) ? '. ' + word('contradicted') : ''}`);
  };

  byId('sector').addEventListener('change', (event) => choose({ sector: Number(event.target.value) }));
  byId('variable').addEventListener('change', (event) => choose({ variable: Number(event.target.value) }));
  for (const button of document.querySelectorAll('[data-language]')) button.addEventListener('click', () => choose({ language: button.dataset.language }));
  for (const button of document.querySelectorAll('[data-to]')) button.addEventListener('click', () => { byId(button.dataset.to).focus(); byId(button.dataset.to).scrollIntoView(); });
  addEventListener('hashchange', () => {
    const { unit = -1, ...rest } = readAddress();
    choose(rest);
    if (unit !== state.unit) select(unit, { zoom: true });
  });

  const begin = readAddress();
  if (begin.sector !== undefined) state.sector = begin.sector;
  if (begin.variable !== undefined) state.variable = begin.variable;
  if (begin.language) language = begin.language;
  if (begin.unit !== undefined) state.unit = begin.unit;
  fillWords();
  resize();
  if (begin.unit !== undefined && isDrawn(begin.unit)) zoomToUnit(begin.unit); else goTo(map.open);
  drawMap();
  place();
  drawNames();
  byId('map').append(svg);
  isOpened = true;
  const drawFor = (isPrinted) => {
    hideTooltip();
    byId('frame').classList.toggle('printed', isPrinted);
    resize();
    place();
    drawNames();
  };
  addEventListener('beforeprint', () => drawFor(true));
  addEventListener('afterprint', () => drawFor(false));
  // The map is painted first, the lists beside it then. The marks are for whoever measures.
  requestAnimationFrame(() => setTimeout(() => {
    performance.mark('map-drawn');
    fillLists();
    new ResizeObserver(resize).observe(byId('map'));
    performance.mark('page-ready');
  }));
})();
