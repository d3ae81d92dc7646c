package io.github.tapkustomer.record;

/**
 * A value that its column does not hold.
 *
 * @param column the column, which is an array's where one of its elements does not fit
 * @param text the value as the API gave it
 * @param what the value in words
 * @param lineStart where in the lines the value began
 * @param depth how many containers were open around it
 */
record Misfit(Column column, String text, String what, int lineStart, int depth) {}
