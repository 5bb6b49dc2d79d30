class Button {
  clicks = 0;
  private handlers: (() => void)[] = [];
  constructor(readonly label: string) {
    this.onClick(() => {
      this.clicks++;
    });
  }
  onClick(handler: () => void): void {
    this.handlers.push(handler);
  }
  click(): void {
    for (const handler of this.handlers) handler();
  }
}
const button = new Button('OK');
let log = '';
button.onClick(() => (log += button.label + button.clicks + ' '));
button.click();
button.click();
console.log(log, button.clicks);
