const text = 'The quick brown fox jumps over the lazy dog. Supercalifragilisticexpialidocious words break lines,\tand   spaces\n\nparagraphs stay apart.';
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n\n')) {
    let line = '';
    const words = paragraph.replaceAll('\t', ' ').replaceAll('\n', ' ').split(' ').filter((w) => w !== '');
    for (let word of words) {
      while (word.length > width) {
        if (line) lines.push(line);
        line = '';
        lines.push(word.slice(0, width - 1) + '-');
        word = word.slice(width - 1);
      }
      if (line && line.length + 1 + word.length > width) {
        lines.push(line);
        line = word;
      } else line += (line && ' ') + word;
    }
    lines.push(line, '');
  }
  lines.pop();
  return lines;
}
function justify(line: string, width: number): string {
  const words = line.split(' ');
  if (words.length < 2 || line.endsWith('.')) return line;
  let missing = width - line.length;
  return words.map((w, i) => { if (i === words.length - 1) return w; const extra = Math.ceil(missing / (words.length - 1 - i)); missing -= extra; return w + ' '.repeat(1 + extra); }).join('');
}
for (const width of [12, 30]) {
  console.log('-'.repeat(width));
  for (const line of wrap(text, width)) console.log(`${justify(line, width).padEnd(width)}|`);
}
