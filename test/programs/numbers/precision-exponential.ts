for (const x of [0, 1, 123.456, 0.00012345, 1e21, 99999, -1.5]) {
  console.log(x.toPrecision(3), x.toPrecision(1), x.toPrecision(15), x.toExponential(), x.toExponential(2));
}
