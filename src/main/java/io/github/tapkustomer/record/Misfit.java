package io.github.tapkustomer.record;

import java.util.Optional;

/**
 * A value that its column does not hold.
 *
 * @param column the column; that of the array if one of its elements does not fit
 * @param text the value as the API gave it, with its masked parts masked; empty if that is null
 * @param what describes the value
 * @param lineStart where in the lines the value began
 * @param depth how many containers were open around it
 */
record Misfit(Column column, Optional<String> text, String what, int lineStart, int depth) {}
