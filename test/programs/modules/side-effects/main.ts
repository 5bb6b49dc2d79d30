import './first.js';
import { order } from './log.js';
import './second.js';
order.push('main');
console.log(order.join(' '));
