#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

/// Allocations of the calling thread since it started; -1 where they cannot be counted.
long allocationsOfThisThread(void);

#endif
