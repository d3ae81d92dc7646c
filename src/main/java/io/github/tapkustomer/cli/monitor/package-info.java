/**
 * What runs beside a sync: progress for people, counters for Singer, and watching other processes.
 */
package io.github.tapkustomer.cli.monitor;
