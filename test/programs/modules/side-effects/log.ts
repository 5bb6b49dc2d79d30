export const order: string[] = [];
order.push('log');
