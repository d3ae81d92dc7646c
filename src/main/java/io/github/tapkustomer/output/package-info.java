/**
 * The output: lines and positions in a bounded queue, and the only writer of messages. A STATE
 * follows the lines that it covers and is flushed with them. Any thread may put into the queue; one
 * thread takes from it and writes. It flushes the stream that it writes to, but never closes it.
 */
@NullMarked
package io.github.tapkustomer.output;

import org.jspecify.annotations.NullMarked;
