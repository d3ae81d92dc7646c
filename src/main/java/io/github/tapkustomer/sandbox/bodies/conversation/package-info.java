/**
 * A conversation and what belongs to it. All their times and durations come from one course of
 * events, so that they agree.
 */
@NullMarked
package io.github.tapkustomer.sandbox.bodies.conversation;

import org.jspecify.annotations.NullMarked;
