function multiply(digits: number[], by: number): void {
  let carry = 0;
  for (let i = 0; i < digits.length; i++) {
    const x = digits[i] * by + carry;
    digits[i] = x % 10;
    carry = Math.floor(x / 10);
  }
  while (carry > 0) {
    digits.push(carry % 10);
    carry = Math.floor(carry / 10);
  }
}
const digits = [1];
for (let i = 2; i <= 100; i++) multiply(digits, i);
console.log(digits.reverse().join(''));
