import { order } from './log.js';
order.push('second');
