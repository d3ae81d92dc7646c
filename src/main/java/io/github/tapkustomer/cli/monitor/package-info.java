/**
 * What runs beside a sync: progress for people, counters for Singer, and watching other processes.
 */
@NullMarked
package io.github.tapkustomer.cli.monitor;

import org.jspecify.annotations.NullMarked;
