// Comma-separated tables as this data set writes them: UTF-8, LF, quotes only where they are needed.
import { readFileSync, writeFileSync } from 'node:fs';

export function splitLine(line) {
  const fields = `${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g);
  return [...fields].map(([, quoted, plain]) => (quoted === undefined ? plain : quoted.replaceAll('""', '"')));
}

export function readLines(file) {
  return readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
}

export function readTable(file) {
  const [header, ...lines] = readLines(file);
  const names = splitLine(header);
  return lines.map((line) => {
    const fields = splitLine(line);
    if (fields.length !== names.length) throw new Error(`${file}: ${line}: ${fields.length} fields`);
    return Object.fromEntries(names.map((name, i) => [name, fields[i]]));
  });
}

export function writeTable(file, names, rows) {
  const quote = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = rows.map((row) => names.map((name) => quote(String(row[name]))).join(','));
  writeFileSync(file, [names.join(','), ...lines, ''].join('\n'));
}
