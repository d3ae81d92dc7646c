/**
 * A conversation and what hangs on it. Times and durations in all of them come from one course of
 * events, so that they agree.
 */
@NullMarked
package io.github.tapkustomer.sandbox.bodies.conversation;

import org.jspecify.annotations.NullMarked;
