// exit: 1
// A handler that is added before the microtasks have run counts; a reason that is no error is described.
const handledInTime = Promise.reject(new Error('handled'));
queueMicrotask(() => void handledInTime.catch(() => console.log('handled in time')));
void Promise.reject('a text');
