/** What a run and its streams took and gave: counters, Singer metrics, reports. */
@NullMarked
package io.github.tapkustomer.stats;

import org.jspecify.annotations.NullMarked;
