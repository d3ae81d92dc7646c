/** A page about a run, for people to look at. */
package io.github.tapkustomer.report;
