/** The smallest program there is: boot time and image size are measured with it. Arguments: none. Includes: none. */
console.log('Hello from Toro');
