package io.github.tapkustomer.sandbox.store;

/** Which of the records that meet a query are asked for. */
public record Slice(int offset, int size) {}
