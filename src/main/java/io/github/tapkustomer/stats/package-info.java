/**
 * What a run and its streams took and gave: counters, Singer metrics, reports. Counters may be used
 * by any thread at any time; reports, and all that a counter returns, are values that no longer
 * change.
 */
@NullMarked
package io.github.tapkustomer.stats;

import org.jspecify.annotations.NullMarked;
