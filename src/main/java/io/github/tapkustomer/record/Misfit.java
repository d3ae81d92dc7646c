package io.github.tapkustomer.record;

import java.util.Optional;

/**
 * A value that its column does not hold.
 *
 * @param column the column, which is an array's where one of its elements does not fit
 * @param text the value as the API gave it, with what is masked of it; empty where that is all
 * @param what the value in words
 * @param lineStart where in the lines the value began
 * @param depth how many containers were open around it
 */
record Misfit(Column column, Optional<String> text, String what, int lineStart, int depth) {}
