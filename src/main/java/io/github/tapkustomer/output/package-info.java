/**
 * The output: lines and positions in a bounded queue, and the only writer of messages. A STATE
 * follows the lines that it covers and is flushed with them.
 */
@NullMarked
package io.github.tapkustomer.output;

import org.jspecify.annotations.NullMarked;
