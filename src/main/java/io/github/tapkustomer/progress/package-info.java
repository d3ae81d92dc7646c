/**
 * How far a sync has come, for people to watch on stderr. Only one thread draws; the terminal is
 * restored when its {@code TerminalStatus} is closed.
 */
@NullMarked
package io.github.tapkustomer.progress;

import org.jspecify.annotations.NullMarked;
