const s = 'a😀b';
const high = s[1];
const low = s[2];
console.log(high.length, low.charCodeAt(0), high + low === '😀', [...(high + 'x')].length, s.slice(1, 2) === high);
console.log(high + low, [high + low], s.split('').length, s.split('').join('') === s);
console.log([high], { low });
console.log(low + high === s, (low + high).codePointAt(0), s.codePointAt(1), s.indexOf(low));
