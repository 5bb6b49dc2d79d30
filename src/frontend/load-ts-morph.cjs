/**
 * Loads ts-morph as what it is, a CommonJS module. When an ES module imports one, node reads its megabytes three times: to find out
 * that it is no ES module, to list its exports, and to compile it. In a variable first, since the search for exports follows re-exports.
 */
'use strict';
const { ts } = require('ts-morph');
module.exports = ts;
