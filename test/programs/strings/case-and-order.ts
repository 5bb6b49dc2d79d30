const words = ['straße', 'İstanbul', 'ǆ', 'ﬁne', 'Σίσυφος', 'ΑΣ', 'ñandú', 'Žluťoučký', 'ʼn', 'Ⅷ', 'ⓐ', '𐐀'];
for (const w of words) console.log(w.toUpperCase(), w.toLowerCase(), w.toUpperCase().length, w.toLowerCase().length);
console.log([...words].sort(), words.map((w) => w.charCodeAt(0)));
