package io.github.tapkustomer.sandbox.store;

/** Which of the matching records are requested. */
public record Slice(int offset, int size) {}
