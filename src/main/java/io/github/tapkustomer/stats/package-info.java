/** What a run and its streams took and gave: counters, Singer metrics, reports. */
package io.github.tapkustomer.stats;
