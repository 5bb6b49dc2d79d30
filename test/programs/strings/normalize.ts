// refused: TORO2001
const text = 'e\u0301' as any;
console.log(text.normalize('NFC').length);
